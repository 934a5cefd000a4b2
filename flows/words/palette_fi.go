package words

// paletteFinnish is paletteEnglish in Finnish.
func paletteFinnish() table {
	return table{
		"palette.key":       "hae mitä vain",
		"palette.title":     "Haku",
		"palette.find":      "Kirjoita muutama kirjain",
		"palette.nothing":   "Mitään ei löytynyt.",
		"palette.actions":   "Toiminnot",
		"palette.steps":     "Vaiheet",
		"palette.runs":      "Työt",
		"palette.customers": "Asiakkaat",
		"palette.places":    "Missä se on",
	}
}
