package words

// paperGerman is what the writers of documents say themselves.
func paperGerman() table {
	return table{
		"paper.careful": "Warnung",
		"paper.bad":     "Problem",
	}
}
