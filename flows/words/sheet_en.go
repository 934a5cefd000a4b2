package words

// sheetEnglish is the sheet that a customer gets before a run.
func sheetEnglish() table {
	return table{
		"sheet.title":           "Before our call: {title}",
		"sheet.rehearsal":       "REHEARSAL",
		"sheet.demo":            "DEMO",
		"sheet.goal":            "What it is about: {summary}",
		"sheet.minutes":         "It takes about {n} minutes. We can stop at any point and go on later.",
		"sheet.minutes_between": "It takes {least} to {most} minutes, depending on what your company needs. We can stop at any point and go on later.",
		"sheet.have":            "Please have this at hand",
		"sheet.who":             "Who should be there",
		"sheet.waits":           "What we may have to wait for",
		"sheet.wait":            "{who} {what}",
		"sheet.wait_usual":      "{wait} (usually {usual})",
		"sheet.secrets":         "Please send no password, key or secret by e-mail, before the call or after it.",
	}
}
