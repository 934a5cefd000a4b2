package words

// siteFinnish is siteEnglish in Finnish.
func siteFinnish() table {
	return table{
		"refuse.page_https":     "Sivun osoite alkaa merkeillä https://. Liitä se sellaisena kuin selain sen näyttää.",
		"refuse.page_address":   "Tämä ei ole sivun osoite. Liitä se sellaisena kuin selain sen näyttää: https:// ja palvelimen nimi.",
		"refuse.page_user":      "Osoitteessa on käyttäjänimi. Liitä se ilman sitä, mikä on ennen @-merkkiä.",
		"refuse.page_long":      "Osoitteessa on enintään {limit} merkkiä. Liitä sivun osoite ilman sitä, mikä tulee kysymysmerkin jälkeen.",
		"refuse.page_no_system": "Vaihe ”{step}” ei nimeä järjestelmää, joten sille ei voi tallentaa osoitetta.",

		"lint.page":          "Sivun osoitetta ei voi käyttää. {why}",
		"lint.page_source":   "Kerro, missä sivun osoite on sanottu: page: {address, from, source}, tai vaiheen {step} source.",
		"lint.no_system":     "Menettelyssä ei ole järjestelmää {system}{hint}",
		"manual.system":      "Järjestelmä",
		"manual.page":        "Sivu",
		"manual.page_source": "Missä sivu mainitaan",
		"thing.page":         "sivu",

		"page.title":     "Missä osoitteessa tällä asiakkaalla on {system}?",
		"page.why":       "Sitä ei kerrota missään asiakirjassa. Osoite tallennetaan tälle asiakkaalle ja sitä käytetään kaikissa asiakkaan töissä.",
		"page.empty":     "Tyhjä: osoite unohdetaan.",
		"page.address":   "Osoite",
		"page.key":       "avaa sivu",
		"page.key_other": "toinen osoite",
		"page.unsaid":    "{system}: kukaan ei ole vielä kertonut asiakkaan osoitetta.",
		"cmd.page_both":  "Anna osoite tai pyydä unohtamaan tallennettu, ei molempia.",
		"page.none":      "Tämä vaihe ei nimeä sivua eikä järjestelmää.",
		"page.fixed":     "Tämän sivun osoite on menettelyssä: {address}",
		"page.other":     "open page: avaa vaiheen sivun. open page OSOITE tallentaa asiakkaan järjestelmälle toisen osoitteen, open page none unohtaa sen.",
		"page.question":  "Missä osoitteessa tällä asiakkaalla on {system}? Anna https-osoite, tai Enter, jos myöhemmin",

		"dialogue.page_kept":      "Tallennettu tälle asiakkaalle: {system}, {address}",
		"dialogue.page_forgotten": "{system}: osoite on unohdettu.",

		"cmd.short_page":       "Kertoo, millä sivulla vaihe tehdään, tai tallentaa asiakkaan oman järjestelmän osoitteen",
		"cmd.long_page":        "Kertoo, millä verkkosivulla vaihe tehdään: sillä, jonka menettely nimeää, muuten asiakkaan oman järjestelmän sivulla. Kun OSOITE annetaan, järjestelmän osoite tallennetaan asiakkaalle, ja sitä käytetään kaikissa asiakkaan töissä. Osoite alkaa merkeillä https:// ja poistuu, kun asiakas poistetaan.",
		"cmd.flag_forget_page": "unohda tallennettu osoite",
	}
}
