package words

// paperEnglish is what the writers of documents say themselves.
func paperEnglish() table {
	return table{
		"paper.good":    "all right",
		"paper.done":    "done",
		"paper.open":    "to do",
		"paper.careful": "Warning",
		"paper.bad":     "Problem",
		"paper.page":    "Page {page} of {pages}",
		"paper.lacks":   "Characters that the font of this file lacks stand as their code points, such as {point}.",
	}
}
