package words

// findEnglish is what is said about words that are found in runs, by the kind of
// text that they stand in.
func findEnglish() table {
	return table{
		"find.customer":  "customer: {text}",
		"find.procedure": "procedure: {text}",
		"find.answer":    "answer: {text}",
		"find.note":      "note: {text}",
		"find.reason":    "reason: {text}",
		"find.file":      "file: {text}",
		"find.other":     "text: {text}",

		"find.go_there":  "Type find and a number to go there, or to do it.",
		"find.help_line": "find TEXT: finds words to type, steps, runs, answers and notes, in any run, by number; find NUMBER: goes there.",

		"leave.on_desk": "q leaves from the list of runs. esc leads there; ctrl+c leaves from here.",

		"cmd.short_find":      "Finds words in all runs: customers, answers, notes, reasons",
		"cmd.flag_limit_find": "how many places at most, up to 500",
		"cmd.find_nothing":    "Nothing found.",
	}
}
