package words

// cmdPreviewGerman is cmdPreviewEnglish in German.
func cmdPreviewGerman() table {
	return table{
		"cmd.short_preview":   "Zeigt ein Verfahren, während Sie es schreiben, und folgt jedem Speichern",
		"cmd.long_preview":    "Öffnet den Assistenten mit einer Probe des Verfahrens, in einer Ablage, die am Ende gelöscht wird: Prüfungen fragen simulierte Portale, und nichts verlässt diesen Rechner. Sooft eine der Dateien im Ordner gespeichert wird, geht der Durchlauf damit weiter, beim selben Schritt und mit den Antworten, die noch einen Platz haben; was keinen hat, wird genannt und bleibt im Bericht. Solange in den Dateien ein Fehler ist, bleibt der Durchlauf, wie er war, und der erste Fehler steht darunter, mit Datei, Zeile und Spalte. Ist schon am Anfang etwas falsch, werden alle Fehler ausgegeben, und im Terminal wartet die Vorschau, bis sie behoben sind.",
		"cmd.flag_preview_at": "bei SCHRITT beginnen, oder bei einem seiner Punkte, SCHRITT.PUNKT",
		"cmd.preview_screen":  "Eine Vorschau braucht jemanden, der sie sieht: Starten Sie sie in einem Terminal oder mit --plain. lotse lint {file} prüft das Verfahren, und lotse test {file} spielt seine Geschichten durch.",
		"cmd.preview_waits":   "Wartet, bis {file} ohne sie gespeichert wird; ctrl+c beendet.",
	}
}
