package words

// cmdBuiltGerman is what is said of the program itself, in German.
func cmdBuiltGerman() table {
	return table{
		"cmd.short_version":    "Nennt die Version und woraus sie gebaut wurde",
		"cmd.long_version":     "Gibt eine Zeile aus, für eine Fehlermeldung. Mit --json auch den Commit, sein Datum, die Version von Go und jede Bibliothek mit ihrer Version.",
		"cmd.short_licences":   "Gibt die Lizenzen der Bibliotheken in diesem Programm aus",
		"cmd.long_licences":    "Gibt eine Tabelle der Bibliotheken und dann die Texte ihrer Lizenzen aus; mit einem Wort nur von Bibliotheken, die es im Pfad haben.",
		"cmd.no_library":       "Keine Bibliothek hat {word} im Pfad; lotse licences nennt alle.",
		"cmd.short_completion": "Gibt aus, womit eine Shell die Befehle von Lotse ergänzt",
		"cmd.long_completion":  "Damit ergänzt die Tabulatortaste Befehle, Schalter, Durchläufe, Schritte und Verfahren. Schreiben Sie es dorthin, wo Ihre Shell danach sucht, und öffnen Sie eine neue Shell. Die Pakete bringen es mit.",
		"cmd.no_shell":         "Für {shell} kann Lotse nichts ergänzen, nur für: bash, zsh, fish, powershell.",
		"cmd.short_man":        "Gibt die Handbuchseite aus",
		"cmd.long_man":         "Gibt die Hilfe zu allen Befehlen als eine Handbuchseite aus, in der Sprache von --lang. Nach lotse man > lotse.1 zeigt man ./lotse.1 sie an. Die Pakete bringen sie mit.",
		"cmd.man_name":         "Bezeichnung",
		"cmd.man_synopsis":     "Übersicht",
		"cmd.man_description":  "Beschreibung",
		"cmd.man_status":       "Exit-Status",
		"cmd.man_statuses":     "0: erledigt\n1: fehlgeschlagen\n2: falsch aufgerufen\n3: nicht vollständig\n4: Konflikt oder gesperrt\n5: nicht gefunden\n130: abgebrochen",
	}
}
