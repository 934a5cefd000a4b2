package words

// handOverFinnish is handOverEnglish in Finnish.
func handOverFinnish() table {
	return table{
		// toisen avain
		"vault.no_recipient":    "Tämä ei ole julkinen avain: sen alku on age1, ja jokin merkki voi olla väärin. Kopioi se uudelleen.",
		"vault.private_key":     "Tämä on yksityinen avain. Sen pitää pysyä omistajallaan: kuka sen saa, lukee hänen salaisuutensa. Tarvitaan julkinen avain, jonka alku on age1.",
		"vault.other_recipient": "Salaisuuden voi salata vain X25519-tyyppiselle julkiselle avaimelle: sen alku on age1, ja siinä on {n} merkkiä.",
		"vault.no_target":       "Luovutettavan salaisuuden salaamiseen tarvitaan julkinen avain tai tunnuslause.",
		"vault.two_targets":     "Luovutettava salaisuus salataan julkiselle avaimelle tai tunnuslauseella, ei molemmilla.",
		// toisen tiedosto
		"vault.no_hand_over":         "Tämä ei ole luovutettu salaisuus: sellaisen tiedoston ensimmäisellä rivillä on BEGIN AGE ENCRYPTED FILE ja viimeisellä END, eikä siinä ole muuta.",
		"vault.hand_over_large":      "Luovutettu salaisuus on enintään {limit} KiB; tämä tiedosto on suurempi.",
		"vault.hand_over_changed":    "Luovutettua salaisuutta ei voi avata: tiedostoa on muutettu tai se on katkennut. Pyydä se uudelleen.",
		"vault.hand_over_others":     "Luovutettu salaisuus on salattu toiselle avaimelle, ei sinun. Pyydä se uudelleen ja anna julkinen avaimesi.",
		"vault.hand_over_unknown":    "Luovutettu salaisuus on salattu tavalla, jota tässä ei tunneta: {kinds}. Pyydä se uudelleen ja anna julkinen avaimesi.",
		"vault.hand_over_passphrase": "Luovutettu salaisuus on salattu tunnuslauseella, eikä sitä annettu.",
		"vault.hand_over_wrong":      "Tunnuslause ei avaa luovutettua salaisuutta.",
		"vault.hand_over_key":        "Luovutettu salaisuus on salattu avaimelle, ei tunnuslauseella.",
		"vault.hand_over_costly":     "Luovutetun salaisuuden avaaminen vaatisi enemmän laskentaa tai muistia kuin tässä sallitaan. Pyydä se uudelleen.",
	}
}
