package words

// paletteEnglish is what stands in the palette.
func paletteEnglish() table {
	return table{
		"palette.key":       "find anything",
		"palette.title":     "Find",
		"palette.find":      "Type a few letters",
		"palette.nothing":   "Nothing found.",
		"palette.actions":   "Actions",
		"palette.steps":     "Steps",
		"palette.runs":      "Runs",
		"palette.customers": "Customers",
		"palette.places":    "Where it stands",
	}
}
