package words

// vaultFinnish is vaultEnglish in Finnish.
func vaultFinnish() table {
	return table{
		// mitä kysytään; käyttöliittymä lisää oman merkkinsä
		"vault.ask":       "Tunnuslause, {file}",
		"vault.ask_there": "Tunnuslause, {file} (on jo olemassa)",
		"vault.ask_new":   "Uusi tunnuslause salaisuuksille. {forgotten}",
		"vault.ask_again": "Sama tunnuslause uudelleen",
		"vault.forgotten": "Jos tunnuslause unohtuu, sillä salatut salaisuudet ovat mennyttä: kukaan ei voi enää avata niitä.",

		// salaisuus
		"vault.empty":     "Tyhjää salaisuutta ei voi salata; tyhjennä kenttä.",
		"vault.too_long":  "Salaisuus on liian pitkä: enintään {limit} KiB.",
		"vault.changed":   "Salaisuutta {field} (työ ”{run}”) ei voi avata: sitä on muutettu, tai se on salattu toisella avaimella.",
		"vault.others":    "{by} on salannut työn ”{run}” salaisuuden {field}, ja sen voi avata vain {can}. Pyydä, että {by} lisää sinut, tai anna salaisuus uudelleen: silloin se on sinun.",
		"vault.elsewhere": "Salaisuus {field} (työ ”{run}”) on salattu toista paikkaa varten, eikä sitä avata tässä.",

		// avain
		"vault.exists":            "Salaisuuksilla on jo avain. Sen paikka on {place}; se valitaan vain kerran.",
		"vault.in_keychain":       "avainnippu",
		"vault.in_file":           "tiedosto",
		"vault.no_identity":       "Salaisuuksilla ei ole vielä avainta: avainnippu ei vastaa, eikä avaimen luomiseen annettu tunnuslausetta.",
		"vault.nothing_sealed":    "Avainta salaisuuksien avaamiseen ei ole: tässä tietokannassa ei ole vielä salattu mitään.",
		"vault.nothing_to_unlock": "Avattavaa avainta ei vielä ole.",
		"vault.other_identity":    "Avain ei ole se, jolla tämä tietokanta salaa ({recipient}).",
		"vault.key_elsewhere":     "Avaimesi tälle palvelimelle on toisella koneella eikä täällä; sen sanat ovat {words}.",
		"vault.other_claim":       "Tämä avain ei ole se, jota palvelin näyttää muille sinun avaimenasi: tämän sanat ovat {words}, palvelimen avaimen {claimed}.",
		"vault.own_damaged":       "”{file}” ei ole sellainen, joksi se kirjoitettiin: siinä ovat julkinen avaimesi ja vahvistamasi avaimet. Siirrä se muualle; silloin avain otetaan uudelleen käyttöön ja muiden sanat verrataan vielä kerran.",
		"vault.setting_damaged":   "Tietokannan asetus ”{setting}” ei ole se, joka sinne kirjoitettiin.",

		// avain tiedostossa
		"vault.wrong_passphrase":   "Tunnuslause ei avaa avainta ”{file}”.",
		"vault.passphrases_differ": "Tunnuslauseet eroavat; mitään ei luotu.",
		"vault.not_given":          "Salaisuudet avaa avain ”{file}”, eikä sen tunnuslausetta annettu.",
		"vault.no_terminal":        "Salaisuudet avaa avain ”{file}”, eikä päätettä ole tunnuslauseen kysymiseen.",
		"vault.not_taken":          "Avain ”{file}” on jo olemassa, eikä sitä voi ottaa käyttöön. {why} Jos se ei ole sinun, siirrä se muualle.",
		"vault.file_missing":       "Avain ”{file}” puuttuu: ilman sitä salaisuuksia ei voi avata. Palauta sen kopio paikalleen.",
		"vault.file_damaged":       "Tiedostossa ”{file}” ei ole tunnuslauseella suojattua avainta. Palauta oikean avaimen kopio paikalleen.",
		"vault.file_unread":        "Avainta ”{file}” ei voi lukea: {why}.",
		"vault.file_unwritten":     "Avainta ”{file}” ei voi kirjoittaa: {why}.",

		// avain avainnipussa
		"vault.no_keychain":         "Avainnippu ei vastaa. {why} Säilytä avain tiedostossa.",
		"vault.keychain_closed":     "Salaisuudet avaava avain on avainnipussa, joka ei anna sitä. {why} Avaa avainnippu ja yritä uudelleen.",
		"vault.keychain_damaged":    "Avainnipussa oleva ei ole avain.",
		"vault.not_put":             "Avainnippu ei ottanut avainta vastaan. {why}",
		"vault.keychain_silent":     "Avainnippu ei vastannut {n} sekunnissa.",
		"vault.keychain_unreadable": "Avainnipun vastausta ei voi lukea.",
		"vault.keychain_loses":      "Avainnippu ei anna takaisin sitä, mitä sinne pantiin.",
		"vault.bus_named":           "{variable} ei osoita toimivaan istuntoväylään.",
		"vault.no_bus":              "Istuntoväylää ei ole.",
		"vault.no_bus_at":           "Istuntoväylää ei ole: ”{file}”.",
	}
}
