package words

// phoneEnglish is what there is to say of the phone mode and of a call.
func phoneEnglish() table {
	return table{
		"phone.call":          "call {length}",
		"phone.on":            "On the phone",
		"phone.key":           "phone",
		"phone.key_branch":    "if not",
		"phone.key_yes":       "yes",
		"phone.key_no":        "no",
		"phone.key_back":      "back",
		"phone.letter_yes":    "y",
		"phone.letter_no":     "n",
		"phone.key_leave":     "back to the page",
		"phone.event":         "call ended",
		"phone.key_hang_up":   "hang up",
		"phone.copied":        "The note for the ticket is copied. It stays under r, summary, too.",
		"report.call":         "In this call ({n} {n:minute|minutes})",
		"report.call_more":    "and {n} {n:change|changes} more",
		"report.call_nothing": "Nothing was changed.",
	}
}
