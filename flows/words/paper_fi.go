package words

// paperFinnish is what the writers of documents say themselves.
func paperFinnish() table {
	return table{
		"paper.good":    "kunnossa",
		"paper.done":    "tehty",
		"paper.open":    "tekemättä",
		"paper.careful": "Varoitus",
		"paper.bad":     "Ongelma",
		"paper.page":    "Sivu {page}/{pages}",
		"paper.lacks":   "Merkit, jotka puuttuvat tämän tiedoston kirjasimesta, on kirjoitettu koodipisteinä, esimerkiksi {point}.",
	}
}
