package words

// cmdHandOverFinnish is cmdHandOverEnglish in Finnish.
func cmdHandOverFinnish() table {
	return table{
		"cmd.no_public_key":          "Salaisuuksillasi ei ole vielä avainta, joten muillakaan ei ole avainta, jolle salata. Luo avain komennolla lotse secret init.",
		"cmd.short_secret_recipient": "Salaa salaisuuden toiselle; yksin: oma julkinen avain",
		"cmd.long_secret_recipient":  "Ilman argumentteja komento tulostaa julkisen avaimen, jolle muut voivat salata sinulle salaisuuksia, ja neljä sanaa, jotka vastaavat sitä. Kun annetaan työ, salaisuuden kenttä ja toisen julkinen avain, komento salaa salaisuuden tälle avaimelle age-tekstitiedostoksi, jonka vain avaimen omistaja voi avata, ja kirjaa luovutuksen lokiin. Sähköpostissa tullut julkinen avain voi olla jonkun muun: pyydä omistajaa lukemaan neljä sanaansa puhelimessa, ennen kuin vahvistat. Tiimissä jäsenen nimi NAME lisää hänet niihin, jotka voivat avata tallessa olevan salaisuuden, ja --remove poistaa hänet; hänen avaimensa vahvistetaan kerran.",
		"cmd.flag_words":             "avaimen KEY neljä sanaa omistajan sanomina: vahvistaa kysymättä",
		"cmd.flag_output_sealed":     "kirjoita uusi TIEDOSTO, jonka vain sinä voit lukea",
		"cmd.recipient_form":         "secret recipient ei ota mitään tai ottaa RUN FIELD ja avaimen KEY tai tiimissä jäsenen nimen NAME; valitsimet kuuluvat näihin.",
		"cmd.own_key":                "Tämä on julkinen avaimesi, jolle muut voivat salata sinulle salaisuuksia. Lue heille puhelimessa neljä sanaa.",
		"cmd.ask_words":              "Tämän avaimen sanat ovat: {words}. Kysy omistajalta puhelimessa hänen sanansa; jos ne eroavat, avain ei ole hänen.",
		"cmd.words_differ":           "Nämä eivät ole tämän avaimen sanat: avain ei kuulu sille, joka sanoi ne. Mitään ei salattu.",
		"cmd.words_unsaid":           "Tämän avaimen sanat ovat: {words}. Jos omistaja sanoo puhelimessa samat, vahvista ne: --words. Mitään ei salattu.",

		// lotse secret recipient RUN FIELD NAME
		"cmd.flag_member_key":       "jäsenen NAME avain KEY, jos palvelin ei vielä tunne sitä",
		"cmd.flag_remove_recipient": "salaa salaisuus uudelleen ilman jäsentä NAME",
		"cmd.recipient_member":      "--key ja --remove vaativat tiimin jäsenen nimen NAME.",
		"cmd.rotated_stays":         "Uusi salaisuus on vahvistettu kaikkialla. Vanhan on salannut joku muu, ja se on vielä tallessa: se häviää, kun hän tai lead seuraavan kerran tallentaa jotain tähän työhön.",
		"team.key_differs":          "Palvelin näyttää muille vierasta avainta sinun avaimenasi, ja he salaisivat sille. lotse secret recipient korjaa sen.",
		"team.sealed_without":       "Uutta salaisuutta eivät voi avata: {members}. Avainta ei ole vahvistettu täällä, tai henkilö ei enää työskentele tiimissä. lotse secret recipient lisää jonkun.",
		"team.key_restored":         "Palvelin näytti muille vierasta avainta sinun avaimenasi; sen sanat olivat {words}. Nyt se näyttää taas omaasi; kysy ylläpitäjältä, miten niin kävi.",
		"team.key_changed":          "Jäsenen {member} avain ei ole se, jonka vahvistit: sen sanat ovat nyt {words}. Jos {member} sanoo puhelimessa luoneensa uuden avaimen ja samat sanat, vahvista ne: --words. Mitään ei salattu.",
		"team.may_have_kept":        "Minkä {member} on avannut, sen hän on voinut pitää: vaihda salaisuus komennolla lotse secret rotate.",
		"team.no_key":               "Jäsenellä {member} ei ole vielä avainta salaisuuksille. Hän luo sen komennolla lotse secret init; tai anna avain: --key.",
		"team.no_recipient":         "{item}: salaisuutta ei ole salattu jäsenelle {member}.",
		"team.own_secret":           "Salaisuus on jo salattu sinulle. Nimeä joku toinen.",
		"team.reads_only":           "{member} on {role} eikä kirjoita mitään: lokiin ei tulisi edes salaisuuden avaaminen. Mitään ei salattu.",
		"team.rehearsal_secret":     "Harjoituksen salaisuudet aukeavat vain siellä, missä ne annettiin. Toinen antaa omansa.",
		"team.secret_shared":        "{item}: salaisuuden voi nyt avata myös {member}.",
		"team.secret_unshared":      "{item}: {member} ei voi enää avata salaisuutta.",
		"team.unconfirmed":          "Salaisuus on salattu myös jäsenelle {member}, etkä ole vahvistanut hänen avaintaan. Poista {member} ensin: --remove. Mitään ei salattu.",
		"cmd.way_add_me":            "{by} lisää sinut komennolla: lotse secret recipient {run} {field} \"{me}\"",

		// lotse check --to-host
		"cmd.flag_to_host": "tarkistus saa lähettää salaisuutensa palvelimelle HOST, vaikka se on tarkoitettu toiselle; kerta riittää",
		"cmd.way_to_host":  "Jos {host} on oikein, salli se: --to-host {host}.",
		"cmd.host_none":    "Mikään tarkistus tässä ei lähetä salaisuutta palvelimelle {host} eikä muuallekaan.",
		"cmd.host_unused":  "Mikään tarkistus tässä ei lähetä salaisuutta palvelimelle {host}; kohteena olisi {hosts}.",
	}
}
