package words

// copyingEnglish says what the values of a step are that are entered somewhere
// else, and what became of them.
func copyingEnglish() table {
	return table{
		"copying.title":     "Copy run: {done} of {n} pasted",
		"copying.none":      "Nothing on this page is entered somewhere else.",
		"copying.key":       "copy run",
		"copying.key_copy":  "copy, next",
		"copying.key_end":   "done, go on",
		"copying.key_alone": "value alone",
		"copying.key_all":   "all values",
		"copying.held":      "copied",
		"copying.pasted":    "pasted",
		"copying.end":       "That was the last one: go on with the page.",
		"copying.secret":    "A secret is not shown here.",
		"copying.unknown":   "It is not certain that it came to a clipboard: no program for it was found, and the terminal does not say that it takes what is copied.",
		"copying.select":    "Select it with the mouse.",

		// in line mode
		"copying.line_how":    "copy and a number copies one of them, copy {next} one after the other.",
		"copying.line_copied": "{what}: handed to {program}, for the clipboard.",
		"copying.line_end":    "That was the last one.",
		"copying.line_number": "Give a number from 1 to {n}.",
	}
}
