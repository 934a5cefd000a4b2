package words

// eachEnglish says what is wrong with an item that is there for every row.
func eachEnglish() table {
	return table{
		"manual.each":       "for every row of",
		"lint.each_kind":    "The key each is only for {kinds}; this is {is}.",
		"lint.each_column":  "A column is there in every row already: each is for the items of a step.",
		"refuse.each_row":   "{item} is there once for every row of {list}. Name one: {item}[ROW], with a row of {known}.",
		"each.on_check":     "A check for every row",
		"each.check_rows":   "check all rows",
		"each.check_row":    "this row",
		"dialogue.each_row": "{item} is there once for every row. Name one, such as {example}.",
		"refuse.each_none":  "{item} is there for every row of {list}, which has none yet.",
		"lint.each_outside": "A column is read as .{column} only in an item with each: LIST.",
		"lint.each_task":    "{column} is ticked and has no answer: no text can name it.",
	}
}
