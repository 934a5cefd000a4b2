package words

// cmdKeyFinnish is cmdKeyEnglish in Finnish.
func cmdKeyFinnish() table {
	return table{
		"cmd.short_secret_recover": "Luo avaimen uudelleen palautusavaimella",
		"cmd.short_secret_check":   "Avaa avaimen kerran ja näyttää, että se aukeaa",
		"cmd.flag_new_key":         "luo toinen avain, vaikka sinulla on tälle palvelimelle avain toisella koneella",
		"cmd.flag_recovery":        "luo myös palautusavain ja näytä se kerran",
		"cmd.flag_recovery_out":    "kirjoita palautusavain uuteen tiedostoon FILE",
		"cmd.flag_recovery_to":     "kirjoita palautusavain tiedostokuvaajaan N",
		"cmd.flag_recovery_from":   "lue palautusavain tiedostokuvaajasta N",

		"cmd.keep_key_file":     "Avain ei ole missään varmuuskopiossa. Säilytä kopio muualla ({file}) tai tulosta palautusavain: lotse secret init --recovery.",
		"cmd.keep_key_keychain": "Avain ei ole missään varmuuskopiossa: se on vain tämän koneen avainnipussa. Tulosta palautusavain: lotse secret init --recovery.",
		"cmd.backup_key":        "Salaisuuksien avain ei ole varmuuskopiossa. {key}",
		"cmd.backup_recovery":   "Palautusavaimella salaisuudet aukeavat millä tahansa koneella: lotse secret recover.",

		"cmd.recovery_key":   "Palautusavain. Se näytetään kerran eikä sitä tallenneta mihinkään: tulosta tai kirjoita se ylös ja säilytä se erillään tästä koneesta. Salaisuudet voi avata kuka tahansa, jolla on se ja tietokanta tai varmuuskopio.",
		"cmd.recovery_use":   "Jos tunnuslause unohtuu tai avain katoaa: lotse secret recover.",
		"cmd.recovery_file":  "Palautusavaimen tiedosto on {file}. Säilytä se erillään tästä koneesta: salaisuudet voi avata kuka tahansa, jolla on se ja tietokanta tai varmuuskopio.",
		"cmd.recovery_where": "Palautusavain näytetään päätteellä ilman valitsinta --json; muualla sen saa uuteen tiedostoon (--recovery-out FILE) tai tiedostokuvaajaan (--recovery-fd N).",
		"cmd.ask_recovery":   "Palautusavain (AGE-SECRET-KEY-1…)",
		"cmd.the_recovery":   "palautusavain",
		"cmd.recover_how":    "Palautusavain kysytään päätteellä tai luetaan: --recovery-fd N.",
		"cmd.recovered":      "Avain on luotu uudelleen; kaikki salaisuudet aukeavat taas.",
		"cmd.recovered_kept": "Aiempi tiedosto on tallessa: {file}.",
		"cmd.key_opens":      "Avain aukeaa.",

		"cmd.way_recover":   "Jos palautusavain on tallessa, lotse secret recover luo avaimen uudelleen.",
		"cmd.way_bring_key": "Kopioi identity.age sieltä kansioon {folder}, tai palautusavaimella: lotse secret recover. Jos avain on kadonnut, lotse secret init --new luo toisen; vanhalle salattu jää kiinni.",
		"cmd.way_other_key": "Jos ne ovat toisen koneesi sanat, tuo se avain tänne. Jos et tunne niitä, kerro palvelimen ylläpitäjälle; lotse secret init --new pitää kiinni tämän koneen avaimesta.",
		"cmd.way_check":     "Jos se on silti oikea, lotse secret check avaa sen kerran; palautusavaimella lotse secret recover luo avaimen uudelleen.",
		"cmd.way_forgot":    "Jos tunnuslause on unohtunut: lotse secret recover asettaa uuden palautusavaimella.",

		"cmd.doctor_key_file":    "Kirjoitettu {at}, oikeudet {mode}.",
		"cmd.doctor_key_open":    "Muut voivat lukea tiedoston {file}: chmod 600 sulkee sen muilta.",
		"cmd.doctor_recovery":    "Palautusavain avaa sen.",
		"cmd.doctor_no_recovery": "Palautusavainta ei ole.",
	}
}
