package words

// paperGerman is what the writers of documents say themselves.
func paperGerman() table {
	return table{
		"paper.good":    "in Ordnung",
		"paper.done":    "erledigt",
		"paper.open":    "offen",
		"paper.careful": "Warnung",
		"paper.bad":     "Problem",
	}
}
