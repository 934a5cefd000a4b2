package words

// cmdBuiltFinnish is what is said of the program itself, in Finnish.
func cmdBuiltFinnish() table {
	return table{
		"cmd.short_version":    "Kertoo version ja sen, mistä se on koottu",
		"cmd.long_version":     "Tulostaa yhden rivin vikailmoitusta varten. Valitsimella --json myös commitin, sen päivämäärän, Go-kielen version ja jokaisen kirjaston versioineen.",
		"cmd.short_licences":   "Tulostaa tämän ohjelman kirjastojen lisenssit",
		"cmd.long_licences":    "Tulostaa kirjastojen taulukon ja sitten niiden lisenssien tekstit; jos annetaan sana, vain niistä kirjastoista, joiden polussa se on.",
		"cmd.no_library":       "Minkään kirjaston polussa ei ole sanaa ”{word}”; lotse licences luettelee kaikki.",
		"cmd.short_completion": "Tulostaa täydennykset komentotulkkia varten",
		"cmd.long_completion":  "Sen avulla sarkain täydentää komennot, valitsimet, työt, vaiheet ja menettelyt. Tallenna se sinne, mistä komentotulkki sitä etsii, ja avaa uusi komentotulkki. Asennuspaketeissa se on mukana.",
		"cmd.no_shell":         "Lotsella ei ole täydennyksiä tälle: {shell}. Täydennykset on näille: bash, zsh, fish, powershell.",
		"cmd.short_man":        "Tulostaa man-sivun",
		"cmd.long_man":         "Tulostaa kaikkien komentojen ohjeet yhtenä man-sivuna valitsimen --lang kielellä. Komennon lotse man > lotse.1 jälkeen man ./lotse.1 näyttää sivun. Asennuspaketeissa se on mukana.",
		"cmd.man_name":         "nimi",
		"cmd.man_synopsis":     "yleiskatsaus",
		"cmd.man_description":  "kuvaus",
		"cmd.man_status":       "paluukoodi",
		"cmd.man_statuses":     "0: valmis\n1: epäonnistui\n2: väärä kutsu\n3: kesken\n4: ristiriita tai lukittu\n5: ei löydy\n130: keskeytettiin",
	}
}
