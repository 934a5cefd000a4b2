package words

// previewFinnish is previewEnglish in Finnish.
func previewFinnish() table {
	return table{
		"preview.mark":   "ESIKATSELU",
		"preview.begins": "Esikatselu: tämä on harjoitus, eikä siitä jää mitään.",
		"preview.over":   "Esikatselu päättyi, eikä siitä jäänyt mitään.",
		"preview.read":   "Luettu uudelleen klo {at}.",
		"preview.mended": "Virheitä ei enää ole, klo {at}.",
		"preview.more":   "{n} muuta",
		"preview.faulty": "Tiedostoa ei voi lukea",
		"preview.still":  "Työ jatkuu entisellään, kunnes virhe on korjattu.",

		"follow.step_gone":  "Vaihetta \"{step}\" ei enää ole.",
		"follow.reopened":   "Työ oli valmis ja on taas auki.",
		"follow.lost":       "{n:Tällä|Näillä} ei ole enää paikkaa: {what}.",
		"follow.lost_more":  "Samoin {n} muuta; raportissa ne ovat kaikki.",
		"follow.lost_value": "{what} ({value})",
	}
}
