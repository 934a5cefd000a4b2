package words

// eachEnglish says what is wrong with an item that is there for every row.
func eachEnglish() table {
	return table{
		"manual.each":       "for every row of",
		"lint.each_kind":    "The key each is for what is copied only, and this is {is}.",
		"lint.each_outside": "A column is read as .{column} only in an item with each: LIST.",
		"lint.each_task":    "{column} is ticked and has no answer: no text can name it.",
	}
}
