package words

// spentEnglish says how long things take, have taken and will take.
func spentEnglish() table {
	return table{
		"spent.usually":    "usually {n} min",
		"spent.here":       "here {n} min",
		"spent.took":       "took {n} min",
		"spent.left":       "about {n} min left",
		"spent.line_here":  "Here it usually takes {n} {n:minute|minutes}.",
		"spent.line_took":  "It took {n} {n:minute|minutes}.",
		"spent.line_left":  "About {n} {n:minute is|minutes are} left.",
		"spent.whole_here": "here usually {n} {n:minute|minutes}",
	}
}
