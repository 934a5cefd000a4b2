package words

// phoneFinnish is phoneEnglish in Finnish.
func phoneFinnish() table {
	return table{
		"phone.call":          "puhelu {length}",
		"phone.on":            "Puhelimessa",
		"phone.key":           "puhelin",
		"phone.key_branch":    "jos ei",
		"phone.key_yes":       "kyllä",
		"phone.key_no":        "ei",
		"phone.key_back":      "takaisin",
		"phone.letter_yes":    "k",
		"phone.letter_no":     "e",
		"phone.key_leave":     "takaisin sivulle",
		"phone.event":         "puhelu päättyi",
		"phone.key_hang_up":   "lopeta puhelu",
		"phone.copied":        "Tiketin muistiinpano on kopioitu. Se on myös kohdassa r, yhteenveto.",
		"report.call":         "Tässä puhelussa ({n} {n:minuutti|minuuttia})",
		"report.call_more":    "ja vielä {n} {n:muutos|muutosta}",
		"report.call_nothing": "Mitään ei muutettu.",
	}
}
