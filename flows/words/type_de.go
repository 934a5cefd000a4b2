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

		"number":        "Keine Zahl: so schreiben wie 12 oder 12,5.",
		"date":          "Kein Datum: 24.11.2026, 24.11., +3d oder montag.",
		"no_such_day":   "{value}: diesen Tag gibt es nicht.",
		"choice":        "Steht nicht zur Wahl: eines wählen von {options}.",
		"choices":       "{value} steht nicht zur Wahl; es gibt {options}.",
		"url":           "Keine Webadresse: sie beginnt mit https:// oder http://.",
		"url_user":      "Mit Benutzername darin: weglassen, was vor dem @ steht.",
		"code":          "Leerzeichen darin: ein Code hat keine.",
		"file":          "Keine abgelegte Datei: als Datei anhängen.",
		"secret":        "Ein Geheimnis: in sein eigenes Feld, nie als Text.",
		"email":         "{value} ist keine E-Mail-Adresse: name@example.org.",
		"email_name":    "Nur die Adresse, ohne den Namen und ohne < >.",
		"email_dot":     "Hinter dem @ fehlt ein Punkt, wie in example.org.",
		"email_domain":  "{value}: hinter dem @ steht keine gültige Domain.",
		"email_long":    "{value}: zu lang für eine E-Mail-Adresse.",
		"email_unicode": "{value}: Zeichen vor dem @, die oft abgelehnt werden.",
	}
}
