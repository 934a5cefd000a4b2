package words

// paperFinnish is what the writers of documents say themselves.
func paperFinnish() table {
	return table{
		"paper.careful": "Varoitus",
		"paper.bad":     "Ongelma",
	}
}
