package words

// manualRequestEnglish names what a request of a check says.
func manualRequestEnglish() table {
	return table{
		"manual.request": "Asks",
		"manual.header":  "Header",
		"manual.body":    "Body",
		"manual.expect":  "Expects",
		"manual.cause":   "Cause",
		"manual.answers": "Answers in a rehearsal",
		"manual.fault":   "Fault of a rehearsal",
	}
}
