package words

// listEnglish are the words of the list of runs, for what matters of one.
func listEnglish() table {
	return table{
		"news.failed":    "failed: {item}",
		"list.since":     "since {day}",
		"store.no_order": "A list of runs has no order \"{order}\".",
	}
}
