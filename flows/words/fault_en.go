package words

// faultEnglish says what there is to say of what goes wrong in a rehearsal by choice.
func faultEnglish() table {
	return table{
		"fault.key":       "faults",
		"fault.title":     "What goes wrong here",
		"fault.intro":     "The check \"{check}\" asks a portal that is simulated on this machine. Choose what goes wrong there.",
		"fault.on":        "on",
		"fault.arm":       "have it go wrong",
		"fault.mend":      "mend it",
		"fault.sign":      "fault on",
		"fault.armed":     "From now on, until you mend it: {does}",
		"fault.mended":    "Mended: nothing goes wrong there any more. Check again.",
		"fault.real":      "Nothing goes wrong by choice in a real run: start a rehearsal to try this.",
		"fault.no_check":  "Go to a check: there you choose what goes wrong.",
		"fault.no_portal": "This check asks no portal, so nothing goes wrong there: enter a wrong answer instead.",
		"fault.line":      "Goes wrong here: {does}",
		"fault.none":      "Nothing is chosen to go wrong here.",
		"fault.list":      "{n}: {name}. {does}",
		"fault.how":       "Type fault and a number or a name to have it go wrong, fault none to mend it.",
		"fault.unknown":   "There is no such fault here: {fault}. Type fault to hear them all.",
		"fault.help":      "fault: lists what can go wrong at a check of a rehearsal. fault NAME: has it go wrong; fault none: mends it.",
	}
}
