package words

// cmdRotateFinnish is cmdRotateEnglish in Finnish.
func cmdRotateFinnish() table {
	return table{
		"cmd.short_secret_rotate": "Vaihtaa salaisuuden: vanha säilyy, kunnes uusi on vahvistettu",
		"cmd.long_secret_rotate":  "Vaihtaa salaisuuden, jos menettely tarjoaa sen. Kerro ensin, ketkä käyttävät sitä, anna sitten uusi ja vahvista, missä se toimii. Vanha pysyy salattuna, kunnes uusi on kaikilla; sitten se hävitetään. Tarkistukset käyttävät sillä välin uutta. Ilman valitsinta kysytään seuraavaa.",
		"cmd.flag_used_by":        "järjestelmä tai ihminen (TEKSTI), joka käyttää salaisuutta; monta kertaa, jos käyttäjiä on monta",
		"cmd.flag_new_secret":     "uusi salaisuus tulee syötteestä stdin",
		"cmd.flag_confirm":        "uusi salaisuus toimii kaikkialla, tai niissä, jotka --in nimeää",
		"cmd.flag_confirm_in":     "valitsimelle --confirm: kenellä uusi salaisuus on (TEKSTI); monta kertaa, jos käyttäjiä on monta",
		"cmd.flag_give_up":        "luopuu vaihdosta: vanha salaisuus jää, uusi hävitetään",
		"cmd.rotate_one":          "Anna jokin näistä: --used-by yksin tai --secret-stdin sen kanssa, --secret-stdin, --confirm, --give-up.",
		"cmd.rotate_in":           "--in kuuluu valitsimeen --confirm.",
		"cmd.rotate_why":          "--why kuuluu valitsimeen --give-up.",
		"cmd.rotate_again":        "Anna toinen uusi salaisuus valitsimella --secret-stdin.",
		"cmd.rotate_nobody":       "{word} ei ole mikään näistä: {users}.",
		"cmd.rotate_new":          "Vaihto on kesken. Vaihda salaisuus siellä, missä se luodaan, ja anna uusi valitsimella --secret-stdin.",
		"cmd.rotated":             "Uusi salaisuus on vahvistettu kaikkialla. Vanha on hävitetty.",
		"cmd.way_rotate":          "Aloita vaihto: lotse secret rotate TYÖ {item} --used-by NIMI.",
		"cmd.way_rotate_new":      "Se tulee putkesta tai päätteeltä: lotse secret rotate TYÖ {item} --secret-stdin.",
		"cmd.way_rotate_end":      "Sen tekee lotse secret rotate TYÖ {item} ja --confirm tai --give-up.",
	}
}
