package words

func letterGerman() table {
	return table{
		"letter.to":        "An",
		"letter.subject":   "Betreff",
		"letter.rehearsal": "[PROBE]",
		"letter.demo":      "[DEMO]",
		"letter.is_sheet":  "Das ist ein Datenblatt und keine Mail: als Text schreiben.",
		"letter.link_long": "Als Link hat das Schreiben {n} Zeichen, und Mailprogramme schneiden nach {most} ab: stattdessen in eine Datei schreiben, die auf .eml endet.",
	}
}
