package words

// endingGerman is endingEnglish in German.
func endingGerman() table {
	return table{
		"cmd.no_output":          "Die Ausgabe ließ sich nicht schreiben: {why}. Was der Befehl geändert hat, ist gespeichert.",
		"file.closed":            "{file} ist geschlossen",
		"dialogue.line_not_kept": "Eine begonnene Zeile, die nicht mit Enter abgeschlossen war, geht verloren.",
	}
}
