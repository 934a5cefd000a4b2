package words

// endingEnglish says what became of what a person would have read or typed when
// the program ended.
func endingEnglish() table {
	return table{
		"cmd.no_output":          "The output could not be written: {why}. What the command changed, if anything, is saved.",
		"file.closed":            "{file} is closed",
		"dialogue.line_not_kept": "A line that was begun and not entered is not kept.",
	}
}
