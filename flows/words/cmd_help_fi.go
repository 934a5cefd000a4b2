package words

// cmdHelpFinnish is cmdHelpEnglish in Finnish.
func cmdHelpFinnish() table {
	return table{
		"cmd.short": "Vie läpi dokumentoidun käyttöönottomenettelyn vaihe vaiheelta",
		"cmd.long": "Lotse vie läpi dokumentoidun käyttöönottomenettelyn vaihe vaiheelta, eikä mitään katoa.\n\n" +
			"Ilman komentoa avautuu työpöytä: kaikki työt ja mistä jatkaa.",
		"cmd.group_run":    "työt",
		"cmd.group_answer": "työn sisällä",
		"cmd.group_read":   "menettelyt",
		"cmd.group_data":   "tiedot",

		"cmd.short_start":         "Aloittaa työn asiakkaalle",
		"cmd.short_resume":        "Jatkaa työtä, oletuksena viimeksi muutettua",
		"cmd.short_list":          "Luettelee työt, viimeksi muutettu ensin",
		"cmd.short_show":          "Näyttää työn: kaikki vaiheet ja kohdat ja mitä puuttuu",
		"cmd.short_log":           "Näyttää työn tapahtumat järjestyksessä",
		"cmd.short_end":           "Keskeyttää työn perustellen",
		"cmd.short_demo":          "Avaa demon: esimerkkiasiakkaita omassa tietokannassaan",
		"cmd.short_set":           "Antaa vastauksia: kaikki tai, jos yksi hylätään, ei yhtään",
		"cmd.short_tick":          "Merkitsee tehtäviä tehdyiksi; rivillä VAIHE.LUETTELO[RIVI].TEHTÄVÄ",
		"cmd.short_untick":        "Poistaa merkintöjä tehdyksi",
		"cmd.short_accept":        "Hyväksyy ongelman; ONGELMA on sen tunnus komennossa show",
		"cmd.short_note":          "Kirjaa muistiinpanon",
		"cmd.short_undo":          "Kumoaa avoimen vaiheen viimeisen vastauksen, merkinnän tai ohituksen",
		"cmd.short_done":          "Päättää vaiheen",
		"cmd.short_skip":          "Jättää vaiheen tekemättä perustellen",
		"cmd.short_reopen":        "Avaa vaiheen uudelleen, ja sen mukana keskeytetyn työn",
		"cmd.short_wait":          "Kertoo, milloin katsotaan uudelleen tai että vastaus on saatu",
		"cmd.short_gate":          "Vahvistaa kohdan, josta ei ole paluuta",
		"cmd.short_check":         "Tekee työn tai vaiheen tarkistukset, tai yhden",
		"cmd.short_draft":         "Kirjoittaa vastauksista viestin tai yhteenvedon",
		"cmd.short_sent":          "Kirjaa, että viesti on lähetetty nykyisessä muodossaan",
		"cmd.short_lang":          "Vaihtaa työn kielen",
		"cmd.short_procedures":    "Luettelee menettelyt",
		"cmd.short_describe":      "Kuvaa menettelyn: vaiheet, kohdat, säännöt ja faktat",
		"cmd.short_lint":          "Tarkistaa menettelytiedostot: virheet, tiedosto, rivi ja sarake",
		"cmd.short_probe":         "Tekee yhden tarkistuksen ilman työtä",
		"cmd.short_compare":       "Vertaa saman rekisterin kahdessa järjestelmässä",
		"cmd.short_rehearse":      "Valitsee, mikä harjoituksessa tai demossa menee vikaan",
		"cmd.short_secret":        "Salaisuudet: mitä on, ja avain, joka salaa ne",
		"cmd.short_secret_init":   "Luo avaimen, joka salaa salaisuudet, kerran",
		"cmd.short_secret_list":   "Luettelee säilytetyt salaisuudet ilman arvoja",
		"cmd.short_secret_show":   "Näyttää salaisuuden, vain päätteellä",
		"cmd.short_secret_forget": "Hävittää salaisuuden; lokiin jää tieto, että se oli",
		"cmd.short_verify":        "Todistaa, että työ tai allekirjoitettu tiedosto on muuttumaton",
		"cmd.short_redact":        "Poistaa vastauksen tai liitteet lopullisesti lokista ja varmuuskopioista",
		"cmd.short_delete":        "Poistaa lopullisesti työn, tai asiakkaan kaikkine töineen",
		"cmd.short_backup":        "Tekee tietokannasta tarkistetun varmuuskopion",
		"cmd.short_restore":       "Panee varmuuskopion tietokannan tilalle; nykyinen säilytetään",
		"cmd.short_config":        "Näyttää tai muuttaa asetuksen; tyhjä ARVO poistaa sen",
		"cmd.short_doctor":        "Tutkii perusteellisesti, onko kaikki kunnossa",
		"cmd.short_help":          "Ohje komennosta tai muusta: näppäimet, säännöt, tarkistukset, viat, rekisterit, JSON",

		"cmd.long_check": "Tekee tarkistukset ja kirjaa niiden tulokset. Ilman paikkaa tehdään kaikki tarkistukset, jotka nyt ovat voimassa. " +
			"Paluukoodi on 1, kun jokin tarkistus epäonnistui tai sitä ei voitu tehdä.",
		"cmd.long_compare": "Lukee saman rekisterin kahdesta järjestelmästä, CSV tai XLSX, ja etsii korjattavan, ennen kuin kortti ylikirjoittaa toisen. " +
			"Paluukoodi on 1, kun jotain on korjattava, muuten 0.",
		"cmd.long_demo": "Avaa oman tietokannan, jossa on esimerkkiasiakkaita jokaisen menettelyn eri vaiheissa; se luodaan ensimmäisellä kerralla. " +
			"Kaikki sen työt ovat demoa, ja se näkyy joka paikassa; tarkistukset kysyvät portaaleilta, joita Lotse jäljittelee tällä koneella. Verkkoa ei tarvita, eikä omia töitäsi lueta eikä muuteta.\n\n" +
			"MENETTELY avaa työn, joka on alussa, ja luo sen, jos sellaista ei ole: siitä esittely alkaa. Keskeneräiset ovat työpöydällä.\n\n" +
			"Virheitä sisältävät luettelot ovat tietokannan vieressä kansiossa files; pelkkä nimi riittää kaikkialla, missä kysytään tiedostoa. " +
			"Muut komennot käyttävät demoa valitsimella --db, ja loppusanat kertovat miten. --reset poistaa demon ja luo sen uudelleen; omat tiedostosi sen kansiossa säilyvät.",
		"cmd.long_draft": "Kirjoittaa työn vastauksista viestin tai yhteenvedon: tekstinä tulosteeseen stdout, uuteen tiedostoon tai sähköpostina, jonka sähköpostiohjelma avaa lähetettäväksi. " +
			"Kieli on lukijan; --lang valitsee toisen, jos sellainen on. Salaisuuksia siinä ei ole. Mitään ei lähetetä: lotse sent kirjaa, että lähetit sen.",
		"cmd.long_probe": "{title}.\nIlman valitsinta annettu tulkitaan valitsimeksi --{flag}.",
		"cmd.long_rehearse": "Harjoituksessa ja demossa tarkistukset kysyvät tällä koneella jäljitellyiltä portaaleilta. Tämä valitsee tarkistuksittain, mikä niissä menee vikaan. " +
			"Pelkkä työ näyttää, mitä on valittu. Vastauksen vika kuuluu siihen vastaukseen: anna toinen ja tarkista uudelleen. Koko näytössä w tekee saman tarkistuksen kohdalla.",
	}
}
