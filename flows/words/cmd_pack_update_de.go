package words

// cmdPackUpdateGerman says what an update of a pack changes, in German.
func cmdPackUpdateGerman() table {
	return table{
		"cmd.short_pack_update": "Ersetzt ein Paket durch eine andere Version und zeigt vorher, was sich ändert",
		"cmd.long_pack_update":  "Zeigt je Verfahren und Schritt, was eine andere Version eines installierten Pakets ändert, und setzt sie nach Ihrer Bestätigung an die Stelle der installierten. Durchläufe behalten die Version, mit der sie begonnen wurden.",
		"cmd.ask_pack_update":   "An die Stelle der installierten Version setzen?",
		"cmd.pack_update_yes":   "Bestätigen Sie mit --yes. Es wurde nichts geändert.",
		"cmd.pack_updated":      "Das Paket {pack} hat jetzt die Version {version}. Durchläufe behalten die Version, mit der sie begonnen wurden.",
		"cmd.pack_from":         "Von {from} auf {version}:",
		"cmd.pack_older":        "Von {from} ZURÜCK auf {version}, die älter ist:",
		"cmd.pack_same":         "Es ändert sich nichts: {version} ist installiert, mit derselben Prüfsumme.",
		"cmd.pack_from_damaged": "Das installierte Paket ist beschädigt: Was sich ändert, lässt sich nicht sagen.",
		"cmd.pack_procedure":    "{procedure}, Version {from} auf {to}:",
		"cmd.pack_files_differ": "Dateien:",
		"cmd.pack_whole":        "Das Verfahren insgesamt",
		"cmd.pack_was":          "hieß {step}",
		"cmd.pack_new":          "neu",
		"cmd.pack_gone":         "entfällt",
		"cmd.pack_changed":      "geändert",
		"cmd.aspect_place":      "verschoben",
		"cmd.aspect_text":       "Texte",
		"cmd.aspect_question":   "Frage",
		"cmd.aspect_type":       "Art der Antwort",
		"cmd.aspect_options":    "Optionen",
		"cmd.aspect_rules":      "Regeln",
		"cmd.aspect_condition":  "Bedingung",
		"cmd.aspect_check":      "Prüfung",
		"cmd.aspect_columns":    "Spalten",
	}
}
