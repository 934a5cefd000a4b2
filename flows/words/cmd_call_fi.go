package words

// cmdCallFinnish is cmdCallEnglish in Finnish.
func cmdCallFinnish() table {
	return table{
		"cmd.write":           "Kirjoita: lotse {use}",
		"cmd.no_command":      "Komentoa ”{word}” ei ole; lotse --help luettelee komennot.",
		"cmd.no_command_near": "Komentoa ”{word}” ei ole; tarkoititko {near}? lotse --help luettelee komennot.",
		"cmd.or":              "{a} tai {b}",
		"cmd.no_help":         "Ohjetta ”{word}” ei ole; lotse --help luettelee komennot, lotse help json kertoo JSONista.",
		"cmd.without_desk": `Työpöytä tarvitsee päätteen kummassakin päässä. Ilman sitä toimivat:
  lotse --plain                           työpöytä pelkkinä tekstiriveinä
  lotse procedures                        menettelyt
  lotse start MENETTELY --customer NIMI   aloittaa työn
  lotse list                              työt
  lotse show TYÖ                          työn tilanne
  lotse --help                            kaikki komennot`,

		"cmd.failed":        "Toiminto epäonnistui: {why}.",
		"cmd.interrupted":   "Keskeytettiin; kuitattu on tallennettu.",
		"cmd.backup_failed": "Päivän varmuuskopiota ei tehty: {why}",
		"cmd.nothing":       "ei mitään",

		"cmd.no_run":            "Työtä ”{run}” ei ole; lotse list näyttää työt.",
		"cmd.several_runs":      "Alku {prefix} sopii moneen työhön: {runs}.",
		"cmd.several_runs_more": "Alku {prefix} sopii moneen työhön: {runs}; ja muihin.",
		"cmd.no_procedure":      "Menettelyä ”{procedure}” ei ole; menettelyt: {procedures}.",
		"cmd.not_written":       "{what}: kielellä ”{lang}” ei ole tekstiä; kielet: {langs}.",
		"cmd.no_file":           "Tiedostoa {file} ei ole.",

		"cmd.type_word":      "Jatka kirjoittamalla {word}:",
		"cmd.not_confirmed":  "Ei vahvistettu: mitään ei muutettu.",
		"cmd.stands_already": "Tämä muuttaa jo kirjattua:",
		"cmd.say_yes":        "Mitään ei muutettu: muutoksella on seurauksia. Vahvista ne: --yes.",
		"cmd.other_head":     "Mitään ei muutettu: toinen ohjelma on kirjoittanut työhön; head on nyt {head}.",

		"cmd.the_passphrase": "tunnuslause",
		"cmd.the_secret":     "salaisuus",
		"cmd.the_key":        "avain",
		"cmd.empty_stdin":    "Syötteestä stdin ei tullut mitään ({what}).",
		"cmd.line_end":       "Rivinvaihto lopusta poistettiin ({what}).",
		"cmd.secret_long":    "Salaisuus on enintään 16 KiB.",
		"cmd.no_descriptor":  "Tiedostokuvaajaa {fd} ei ole.",

		// virheestä, jolla on laji muttei omaa lausetta
		"cmd.is_not_found":   "Ei löydy: {why}. lotse list näyttää työt tietokannassa {path}.",
		"cmd.is_ambiguous":   "Sopii moneen: {why}. Anna tunnuksesta enemmän.",
		"cmd.is_conflict":    "Toinen ohjelma on kirjoittanut tähän työhön tietokannassa {path}: katso lotse show ja yritä uudelleen.",
		"cmd.is_locked":      "Toinen ohjelma on varannut tietokannan {path}: sulje se tai yritä hetken kuluttua uudelleen.",
		"cmd.is_full":        "Levy on täynnä: vapauta tilaa, {path}, ja yritä uudelleen; tallennettu on tallessa.",
		"cmd.is_read_only":   "Tietokantaan {path} ei voi kirjoittaa: anna oikeudet siihen ja sen kansioon, tai valitse toinen tiedosto: --db.",
		"cmd.is_damaged":     "Tallennettu on vioittunut: {why}. Tutki {path}: lotse doctor; lotse restore panee varmuuskopion tilalle.",
		"cmd.is_newer":       "{path} on uudemman Lotsen kirjoittama: päivitä Lotse tai valitse toinen tiedosto: --db.",
		"cmd.is_no_identity": "Salaisuuksilla ei ole vielä avainta, eikä sitä voi luoda tässä ilman avainnippua tai päätettä. Luo se: lotse secret init (tunnuslause päätteeltä tai --passphrase-fd N). Mitään ei tallennettu.",
		"cmd.is_sealed":      "Salaisuudet avaava avain ei aukea tässä. Avaa avainnippu, tai aja tämä päätteellä ja anna tunnuslause.",

		// ulospääsy kieltäytymisen lauseen perässä
		"cmd.way_why":            "Anna se: --why.",
		"cmd.way_outcome":        "Anna se: --outcome.",
		"cmd.way_by":             "Anna nimi: --by.",
		"cmd.way_word":           "Anna se: --word.",
		"cmd.unchanged_warnings": "Mitään ei muutettu. Näitä varoituksia ei ole hyväksytty eikä jätetty voimaan:",
		"cmd.why_of_accept":      "--why kertoo, miksi varoitukset hyväksytään: kirjoita done TYÖ VAIHE --accept --why PERUSTELU.",
		"cmd.way_warnings":       "Hyväksy ne: --accept --why PERUSTELU, tai jätä voimaan: --leave-warnings; silloin ne lasketaan.",
		"cmd.way_warnings_run":   "Jätä ne voimaan: --leave-warnings, ja hyväksy hyväksyttävissä olevat: --accept --why PERUSTELU; tekemättömän tarkistuksen voi vain jättää tai tehdä. Jätetyt lasketaan.",
		"cmd.way_accept":         "Kirjoita --accept --why PERUSTELU.",
		"cmd.way_run":            "Tarkista: lotse check TYÖ {step}, tai jätä voimaan: --leave-warnings; silloin se lasketaan.",
		"cmd.way_yes":            "Vahvista: --yes.",
		"cmd.way_secret":         "Anna se putkesta tai päätteeltä: lotse set TYÖ --secret-stdin {item}.",
		"cmd.way_runs":           "lotse list näyttää työt tietokannassa {path}.",
		"cmd.way_secrets":        "lotse secret list näyttää salaisuudet.",
		"cmd.way_backups":        "lotse backup --list näyttää varmuuskopiot.",
		"cmd.way_db":             "Valitse toinen tiedosto: --db.",
		"cmd.way_or_db":          "Toisen tiedoston voi valita: --db.",
		"cmd.way_restore":        "Pane varmuuskopio tilalle: lotse restore {backup}.",
		"cmd.way_right_file":     "Valitse oikea tiedosto: --db; jos tämä on se, pane varmuuskopio tilalle: lotse restore {backup}.",
		"cmd.way_doctor":         "Tutki {path}: lotse doctor; lotse restore panee varmuuskopion tilalle.",
		"cmd.way_saved":          "Tallennettu on tallessa.",
		"cmd.way_look":           "Katso lotse show ja yritä uudelleen.",
		"cmd.way_init":           "Luo avain: lotse secret init (tunnuslause päätteeltä tai --passphrase-fd N). Mitään ei tallennettu.",
		"cmd.way_key_file":       "Se tehdään näin: lotse secret init --file.",
		"cmd.way_terminal":       "Aja tämä päätteellä, niin voit antaa sen.",
		"cmd.way_unlock":         "Avaa avainnippu, tai aja tämä päätteellä ja anna tunnuslause.",
	}
}
