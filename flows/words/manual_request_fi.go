package words

// manualRequestFinnish says it in Finnish.
func manualRequestFinnish() table {
	return table{
		"manual.request": "Kysyy",
		"manual.header":  "Otsikko",
		"manual.body":    "Runko",
		"manual.expect":  "Odottaa",
		"manual.cause":   "Syy",
		"manual.answers": "Vastaa harjoituksessa",
		"manual.fault":   "Harjoituksen vika",
	}
}
