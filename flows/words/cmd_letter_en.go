package words

// cmdLetterEnglish says what draft does with letters that leave the house.
func cmdLetterEnglish() table {
	return table{
		"cmd.flag_open_mail":     "open it in your mail program, ready to be sent; a sheet as text",
		"cmd.flag_as_sent":       "show it as it was sent last, whatever has changed since",
		"cmd.draft_as_sent_form": "What was sent is shown as text, or written to a file that ends in .txt.",
		"cmd.draft_not_sent":     "{item} has not been recorded as sent.",
		"cmd.draft_not_kept":     "{item} was sent by an older version, which did not keep the text. Its SHA-256: {sum}",
	}
}
