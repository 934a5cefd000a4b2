package words

// sheetGerman is sheetEnglish in German.
func sheetGerman() table {
	return table{
		"sheet.title":           "Vor unserem Gespräch: {title}",
		"sheet.rehearsal":       "PROBE",
		"sheet.demo":            "DEMO",
		"sheet.goal":            "Worum es geht: {summary}",
		"sheet.minutes":         "Es dauert etwa {n} Minuten. Wir können jederzeit unterbrechen und später weitermachen.",
		"sheet.minutes_between": "Es dauert {least} bis {most} Minuten, je nachdem, was bei Ihnen nötig ist. Wir können jederzeit unterbrechen und später weitermachen.",
		"sheet.have":            "Bitte halten Sie bereit",
		"sheet.who":             "Wer dabei sein sollte",
		"sheet.waits":           "Worauf wir vielleicht warten müssen",
		"sheet.wait":            "{who}: {what}",
		"sheet.wait_usual":      "{wait} (gewöhnlich {usual})",
		"sheet.secrets":         "Bitte senden Sie weder vor noch nach dem Gespräch ein Passwort, einen Schlüssel oder ein Secret per E-Mail.",
	}
}
