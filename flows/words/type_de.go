package words

func typeGerman() table {
	return table{
		"form.secret": "ein Secret, das nicht gezeigt wird",
		"form.email":  "eine E-Mail-Adresse",
		"form.emails": "E-Mail-Adressen, mit Kommas dazwischen",
		"form.url":    "eine Webadresse",
		"form.date":   "ein Datum wie 24.11., +3d oder freitag",
		"form.number": "eine Zahl",
		"form.file":   "der Pfad einer Datei",

		"number":        "Keine Zahl wie 12 oder 12,5.",
		"date":          "Kein Datum wie 24.11.2026, 24.11., +3d oder montag.",
		"no_such_day":   "{value}: Diesen Tag gibt es nicht.",
		"choice":        "Keine der Möglichkeiten: {options}.",
		"choices":       "{value} gehört nicht zu den Möglichkeiten: {options}.",
		"url":           "Eine Webadresse beginnt mit https:// oder http://.",
		"url_user":      "Mit Benutzername darin: weglassen, was vor dem @ steht.",
		"code":          "Leerzeichen darin: Ein Code hat keine.",
		"file":          "Keine abgelegte Datei: als Datei anhängen.",
		"secret":        "Ein Secret: in sein eigenes Feld, nie als Text.",
		"email":         "{value} ist keine E-Mail-Adresse wie name@example.org.",
		"email_name":    "Nur die Adresse, ohne den Namen und ohne < >.",
		"email_dot":     "Hinter dem @ fehlt ein Punkt, wie in example.org.",
		"email_domain":  "{value}: Hinter dem @ steht keine gültige Domain.",
		"email_long":    "{value}: zu lang für eine E-Mail-Adresse.",
		"email_unicode": "{value}: Zeichen vor dem @, die oft abgelehnt werden.",
	}
}
