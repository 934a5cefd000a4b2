package words

// letterEnglish are the words around a letter, and why one is no mail. The letters
// themselves are templates.
func letterEnglish() table {
	return table{
		"letter.to":        "To",
		"letter.subject":   "Subject",
		"letter.rehearsal": "[REHEARSAL]",
		"letter.demo":      "[DEMO]",
		"letter.is_sheet":  "This is a sheet, not a mail: write it as text.",
		"letter.link_long": "As a link the letter has {n} characters, and mail programs cut off after {most}: write it to a file that ends in .eml instead.",
	}
}
