package words

func letterFinnish() table {
	return table{
		"letter.to":        "Vastaanottaja",
		"letter.subject":   "Aihe",
		"letter.rehearsal": "[HARJOITUS]",
		"letter.demo":      "[DEMO]",
		"letter.is_sheet":  "Tämä on yhteenveto eikä sähköposti: kirjoita se tekstinä.",
		"letter.link_long": "Linkkinä viestissä olisi {n} merkkiä, mutta sähköpostiohjelmat katkaisevat {most} merkin jälkeen: kirjoita se tiedostoon, jonka pääte on .eml.",
	}
}
