package words

// spentFinnish is spentEnglish in Finnish.
func spentFinnish() table {
	return table{
		"spent.usually":    "yleensä {n} min",
		"spent.here":       "meillä {n} min",
		"spent.took":       "kesti {n} min",
		"spent.left":       "noin {n} min jäljellä",
		"spent.line_here":  "Meillä tämä kestää yleensä {n} {n:minuutin|minuuttia}.",
		"spent.line_took":  "Kesti {n} {n:minuutin|minuuttia}.",
		"spent.line_left":  "Jäljellä on noin {n} {n:minuutti|minuuttia}.",
		"spent.whole_here": "meillä yleensä {n} {n:minuutti|minuuttia}",
	}
}
