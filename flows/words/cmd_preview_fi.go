package words

// cmdPreviewFinnish is cmdPreviewEnglish in Finnish.
func cmdPreviewFinnish() table {
	return table{
		"cmd.short_preview":   "Näyttää menettelyn sitä kirjoittaessa ja seuraa tallennuksia",
		"cmd.long_preview":    "Avaa ohjatun toiminnon menettelyn harjoituksena, tietokannassa, joka lopuksi poistetaan: tarkistukset kysyvät simuloiduilta portaaleilta, eikä mitään lähde tältä koneelta. Aina kun jokin kansion tiedostoista tallennetaan, työ jatkuu sen mukaan samasta vaiheesta ja niillä vastauksilla, joilla on vielä paikka; se, jolla ei ole, nimetään ja jää raporttiin. Niin kauan kuin tiedostoissa on virhe, työ pysyy ennallaan, ja ensimmäinen virhe on sen alla: tiedosto, rivi ja sarake. Jos jokin on väärin jo alussa, kaikki virheet tulostetaan, ja päätteessä esikatselu odottaa, kunnes ne on korjattu.",
		"cmd.flag_preview_at": "aloita vaiheesta VAIHE tai sen kohdasta, VAIHE.KOHTA",
		"cmd.preview_screen":  "Esikatselu tarvitsee katsojan: käynnistä se päätteessä tai valitsimella --plain. lotse lint {file} tarkistaa menettelyn, ja lotse test {file} käy läpi sen tarinat.",
		"cmd.preview_waits":   "Odottaa, kunnes {file} tallennetaan ilman niitä; ctrl+c lopettaa.",
	}
}
