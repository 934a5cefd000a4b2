package words

// spentGerman is spentEnglish in German.
func spentGerman() table {
	return table{
		"spent.usually":    "üblich {n} min",
		"spent.here":       "hier {n} min",
		"spent.took":       "{n} min gebraucht",
		"spent.left":       "noch etwa {n} min",
		"spent.line_here":  "Hier dauert es meist {n} {n:Minute|Minuten}.",
		"spent.line_took":  "Gedauert hat es {n} {n:Minute|Minuten}.",
		"spent.line_left":  "Noch etwa {n} {n:Minute|Minuten}.",
		"spent.whole_here": "hier meist {n} {n:Minute|Minuten}",
	}
}
