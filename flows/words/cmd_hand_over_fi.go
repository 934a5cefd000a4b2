package words

// cmdHandOverFinnish is cmdHandOverEnglish in Finnish.
func cmdHandOverFinnish() table {
	return table{
		"cmd.no_public_key":          "Salaisuuksillasi ei ole vielä avainta, joten muillakaan ei ole avainta, jolle salata. Luo avain komennolla lotse secret init.",
		"cmd.short_secret_recipient": "Salaa salaisuuden toiselle; yksin: oma julkinen avain",
		"cmd.long_secret_recipient":  "Ilman argumentteja komento tulostaa julkisen avaimen, jolle muut voivat salata sinulle salaisuuksia, ja neljä sanaa, jotka vastaavat sitä. Kun annetaan työ, salaisuuden kenttä ja toisen julkinen avain, komento salaa salaisuuden tälle avaimelle age-tekstitiedostoksi, jonka vain avaimen omistaja voi avata, ja kirjaa luovutuksen lokiin. Sähköpostissa tullut julkinen avain voi olla jonkun muun: pyydä omistajaa lukemaan neljä sanaansa puhelimessa, ennen kuin vahvistat.",
		"cmd.flag_words":             "avaimen KEY neljä sanaa omistajan sanomina: vahvistaa kysymättä",
		"cmd.flag_output_sealed":     "kirjoita uusi TIEDOSTO, jonka vain sinä voit lukea",
		"cmd.recipient_form":         "secret recipient ei ota mitään tai ottaa RUN FIELD KEY; --words ja --output kuuluvat avaimeen KEY.",
		"cmd.own_key":                "Tämä on julkinen avaimesi, jolle muut voivat salata sinulle salaisuuksia. Lue heille puhelimessa neljä sanaa.",
		"cmd.ask_words":              "Tämän avaimen sanat ovat: {words}. Kysy omistajalta puhelimessa hänen sanansa; jos ne eroavat, avain ei ole hänen.",
		"cmd.words_differ":           "Nämä eivät ole tämän avaimen sanat: avain ei kuulu sille, joka sanoi ne. Mitään ei salattu.",
		"cmd.words_unsaid":           "Tämän avaimen sanat ovat: {words}. Jos omistaja sanoo puhelimessa samat, vahvista ne: --words. Mitään ei salattu.",

		// lotse check --to-host
		"cmd.flag_to_host": "tarkistus saa lähettää salaisuutensa palvelimelle HOST, vaikka se on tarkoitettu toiselle; kerta riittää",
		"cmd.way_to_host":  "Jos {host} on oikein, salli se: --to-host {host}.",
		"cmd.host_none":    "Mikään tarkistus tässä ei lähetä salaisuutta palvelimelle {host} eikä muuallekaan.",
		"cmd.host_unused":  "Mikään tarkistus tässä ei lähetä salaisuutta palvelimelle {host}; kohteena olisi {hosts}.",
	}
}
