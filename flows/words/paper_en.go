package words

// paperEnglish is what the writers of documents say themselves.
func paperEnglish() table {
	return table{
		"paper.careful": "Warning",
		"paper.bad":     "Problem",
	}
}
