package words

// keyFinnish is keyEnglish in Finnish.
func keyFinnish() table {
	return table{
		"vault.ask_wrong":         "Väärä tunnuslause; yrityksiä jäljellä: {n}. Tunnuslause, {file}",
		"vault.wrong_tries":       "Mikään annetuista tunnuslauseista ({n}) ei avaa avainta ”{file}”.",
		"refuse.passphrase_short": "Tunnuslauseessa on oltava vähintään {n} merkkiä.",
		"vault.file_changed":      "Avain ”{file}” ei ole se, jota tämä tietokanta käytti viimeksi: sitä on muutettu, se on katkaistu tai vaihdettu. Sillä ei salata mitään. Palauta oikean avaimen kopio paikalleen.",
		"vault.file_foreign":      "Avain ”{file}” on jo olemassa, eikä se ole tämän tietokannan. Siirrä se ensin muualle.",
		"vault.keychain_missing":  "Salaisuudet avaava avain ei ole enää avainnipussa.",
		"vault.recovery_exists":   "Palautusavain on jo olemassa. Se näytettiin luotaessa, eikä sitä ole tallennettu mihinkään.",
		"vault.no_recovery":       "Tälle tietokannalle ei ole luotu palautusavainta: salaisuudet avaa vain sen oma avain.",
		"vault.recovery_mistyped": "Tuo ei ole palautusavain: sen alku on AGE-SECRET-KEY-1, ja merkkejä on {n}.",
		"vault.recovery_other":    "Tuo palautusavain ei ole tämän tietokannan.",

		"store.tightened": "”{file}” oli avoin muille; nyt vain sinä voit käyttää sitä.",
		"store.open":      "”{file}” on avoin muille ({mode}). Sulje se muilta.",
		"store.exposed":   "Muut voivat kirjoittaa kansioon ”{folder}” ({mode}) ja vaihtaa tiedostosi omiinsa. Sulje se muilta.",
	}
}
