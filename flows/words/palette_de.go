package words

// paletteGerman is paletteEnglish in German.
func paletteGerman() table {
	return table{
		"palette.key":       "alles finden",
		"palette.title":     "Finden",
		"palette.find":      "Ein paar Buchstaben eingeben",
		"palette.nothing":   "Nichts gefunden.",
		"palette.actions":   "Aktionen",
		"palette.steps":     "Schritte",
		"palette.runs":      "Durchläufe",
		"palette.customers": "Kunden",
		"palette.places":    "Fundstellen",
	}
}
