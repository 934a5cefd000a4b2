package words

// paperGerman is what the writers of documents say themselves.
func paperGerman() table {
	return table{
		"paper.good":    "in Ordnung",
		"paper.done":    "erledigt",
		"paper.open":    "offen",
		"paper.careful": "Warnung",
		"paper.bad":     "Problem",
		"paper.page":    "Seite {page} von {pages}",
		"paper.lacks":   "Zeichen, die der Schrift dieser Datei fehlen, stehen als Codepunkt da, zum Beispiel {point}.",
	}
}
