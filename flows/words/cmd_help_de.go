package words

// cmdHelpGerman is cmdHelpEnglish in German.
func cmdHelpGerman() table { return together(cmdShortGerman(), cmdLongGerman()) }

func cmdShortGerman() table {
	return table{
		"cmd.short":        "Führt Schritt für Schritt durch eine dokumentierte Einrichtung",
		"cmd.group_run":    "Durchläufe",
		"cmd.group_answer": "in einem Durchlauf",
		"cmd.group_read":   "Verfahren",
		"cmd.group_data":   "Daten",

		"cmd.short_start":         "Beginnt einen Durchlauf für einen Kunden",
		"cmd.short_resume":        "Setzt einen Durchlauf fort; ohne Angabe den zuletzt geänderten",
		"cmd.short_list":          "Listet Durchläufe auf, die zuletzt geänderten zuerst",
		"cmd.short_show":          "Zeigt einen Durchlauf: jeden Schritt und Punkt, und was noch fehlt",
		"cmd.short_log":           "Zeigt die Ereignisse eines Durchlaufs, der Reihe nach",
		"cmd.short_end":           "Bricht einen Durchlauf ab, mit Begründung",
		"cmd.short_demo":          "Öffnet eine Demo: Beispielkunden in einer eigenen Datenbank",
		"cmd.short_set":           "Gibt Antworten: alle oder, wenn eine abgelehnt wird, keine",
		"cmd.short_tick":          "Hakt Aufgaben ab; die einer Zeile heißt SCHRITT.LISTE[ZEILE].AUFGABE",
		"cmd.short_untick":        "Entfernt Haken",
		"cmd.short_accept":        "Akzeptiert ein Problem; PROBLEM ist seine ID in show",
		"cmd.short_note":          "Hält eine Notiz im Protokoll fest",
		"cmd.short_undo":          "Nimmt in einem offenen Schritt das Letzte zurück: Antwort, Haken oder Überspringen",
		"cmd.short_done":          "Schließt einen Schritt ab",
		"cmd.short_skip":          "Überspringt einen Schritt, mit Begründung",
		"cmd.short_reopen":        "Öffnet einen Schritt wieder, und damit auch einen abgebrochenen Durchlauf",
		"cmd.short_wait":          "Setzt die Wiedervorlage, oder sagt, dass die Antwort da ist",
		"cmd.short_gate":          "Erteilt eine Freigabe, nach der es kein Zurück gibt",
		"cmd.short_check":         "Führt die Prüfungen eines Durchlaufs oder Schritts aus, oder eine einzelne",
		"cmd.short_draft":         "Schreibt ein Schreiben oder Datenblatt aus den Antworten",
		"cmd.short_sent":          "Hält fest, dass ein Schreiben gesendet wurde, so wie es jetzt lautet",
		"cmd.short_lang":          "Ändert die Sprache eines Durchlaufs",
		"cmd.short_procedures":    "Listet die vorhandenen Verfahren auf",
		"cmd.short_describe":      "Beschreibt ein Verfahren: Schritte, Punkte, Regeln und Fakten",
		"cmd.short_lint":          "Prüft die Dateien von Verfahren: jeder Fehler mit Datei, Zeile und Spalte",
		"cmd.short_probe":         "Führt eine Prüfung ohne Durchlauf aus",
		"cmd.short_compare":       "Vergleicht dieselben Stammdaten in zwei Systemen",
		"cmd.short_rehearse":      "Wählt, was in einer Probe oder Demo schiefgeht",
		"cmd.short_secret":        "Secrets: welche es gibt, und ihr Schlüssel",
		"cmd.short_secret_init":   "Legt den Schlüssel für Secrets an, einmalig",
		"cmd.short_secret_list":   "Listet die abgelegten Secrets auf, ohne ihre Werte",
		"cmd.short_secret_show":   "Zeigt ein Secret, nur in einem Terminal",
		"cmd.short_secret_forget": "Löscht ein Secret; im Protokoll bleibt, dass es da war",
		"cmd.short_verify":        "Weist nach, dass ein Durchlauf oder eine signierte Datei unverändert ist",
		"cmd.short_redact":        "Löscht eine Antwort oder Angehängtes endgültig aus Protokoll und Sicherungen",
		"cmd.short_delete":        "Löscht einen Durchlauf, oder einen Kunden mit allen, endgültig",
		"cmd.short_backup":        "Macht eine geprüfte Kopie der Datenbank",
		"cmd.short_restore":       "Setzt eine Sicherung an die Stelle der Datenbank; die bisherige bleibt erhalten",
		"cmd.short_config":        "Zeigt oder ändert eine Einstellung; ein leerer WERT entfernt sie",
		"cmd.short_doctor":        "Prüft gründlich, ob alles in Ordnung ist",
		"cmd.short_help":          "Hilfe zu einem Befehl oder zum Nachschlagen: Tasten, Regeln, Prüfungen, Störungen, Stammdaten, JSON",
	}
}

func cmdLongGerman() table {
	return table{
		"cmd.long": "Lotse führt Sie Schritt für Schritt durch eine dokumentierte Einrichtung und verliert nichts.\n\n" +
			"Ohne Befehl öffnet sich die Übersicht: alle Durchläufe, und womit es weitergeht.",
		"cmd.long_check": "Führt Prüfungen aus und hält ihre Ergebnisse im Protokoll fest. Ohne Ortsangabe läuft jede Prüfung, die jetzt zutrifft. " +
			"Der Exit-Code ist 1, wenn eine Prüfung fehlgeschlagen ist oder nicht laufen konnte.",
		"cmd.long_compare": "Liest dieselben Stammdaten aus zwei Systemen, als CSV oder XLSX, und findet, was zu berichtigen ist, bevor eine Karte die andere überschreibt. " +
			"Der Exit-Code ist 1, wenn etwas berichtigt werden muss, sonst 0.",
		"cmd.long_demo": "Öffnet eine eigene Datenbank mit Beispielkunden an verschiedenen Stellen aller Verfahren; sie wird beim ersten Aufruf angelegt. " +
			"Jeder Durchlauf darin ist eine Demo und sagt das überall; seine Prüfungen fragen Portale, die Lotse auf diesem Rechner simuliert. Ein Netz ist nicht nötig, und Ihre eigenen Durchläufe werden weder gelesen noch berührt.\n\n" +
			"Mit einem VERFAHREN öffnet sie einen Durchlauf, der am Anfang steht, und legt ihn an, wo es keinen gibt: damit beginnen Sie eine Vorführung. Die angefangenen stehen in der Übersicht.\n\n" +
			"Listen mit Fehlern darin liegen im Ordner files neben der Datenbank; wo nach einer Datei gefragt wird, genügt ihr Name. " +
			"Andere Befehle erreichen die Demo mit --db, und ihre letzten Worte sagen, wie. --reset löscht sie und legt sie neu an; eigene Dateien in ihrem Ordner bleiben erhalten.",
		"cmd.long_draft": "Schreibt ein Schreiben oder Datenblatt aus den Antworten eines Durchlaufs: als reinen Text nach stdout, in eine neue Datei, oder als Mail, die ein Mailprogramm zum Senden öffnet. " +
			"Die Sprache ist die des Empfängers; --lang verlangt eine andere, in der es das Schreiben gibt. Kein Secret steht darin. Gesendet wird nichts: lotse sent hält fest, dass Sie es getan haben.",
		"cmd.long_probe": "{title}.\nWas ohne Option dasteht, gilt als --{flag}.",
		"cmd.long_rehearse": "In einer Probe und in der Demo fragen Prüfungen simulierte Portale auf diesem Rechner. Hier wählen Sie, was dort schiefgeht, Prüfung für Prüfung. " +
			"Der Durchlauf allein zeigt, was gewählt ist. Eine Störung einer Antwort gilt nur für diese Antwort: eine andere eingeben und neu prüfen. Im Vollbild macht w bei einer Prüfung dasselbe.",
	}
}
