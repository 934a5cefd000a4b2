package words

// cmdLetterFinnish is cmdLetterEnglish in Finnish.
func cmdLetterFinnish() table {
	return table{
		"cmd.flag_open_mail":     "avaa sähköpostiohjelmassa lähetettäväksi; yhteenveto avataan tekstinä",
		"cmd.flag_as_sent":       "näytä viesti sellaisena kuin se viimeksi lähetettiin, vaikka tiedot olisivat muuttuneet",
		"cmd.draft_as_sent_form": "Lähetetyn viestin saa tekstinä tai tiedostoon, jonka pääte on .txt.",
		"cmd.draft_not_sent":     "Kohtaa {item} ei ole merkitty lähetetyksi.",
		"cmd.draft_not_kept":     "Kohdan {item} lähetyksestä on kirjannut vanhempi versio, joka ei tallentanut tekstiä. Tekstin SHA-256: {sum}",
	}
}
