package words

// storeFinnish is storeEnglish in Finnish.
func storeFinnish() table {
	return table{
		// tiedosto, jota ei avata
		"store.foreign":     "”{file}” on toisen ohjelman tietokanta. Se jätettiin ennalleen.",
		"store.network":     "”{file}” on verkkotiedostojärjestelmässä ({system}), jossa tietokanta voi kadottaa tallennettua.",
		"store.newer":       "”{file}” on uudemman Lotsen kirjoittama: sen versio on {version}, tämä tuntee enintään version {known}. Käytä uudempaa Lotsea. Mitään ei muutettu.",
		"store.no_database": "”{file}” ei ole tietokanta, tai sen alku on vioittunut. Se jätettiin ennalleen.",
		"store.damaged":     "”{file}” on vioittunut. Se jätettiin ennalleen.",
		"store.too_short":   "”{file}” on liian lyhyt tietokannaksi. Se jätettiin ennalleen.",
		"store.no_version":  "”{file}”: versio puuttuu. Se jätettiin ennalleen.",
		"store.no_file":     "”{file}” ei ole tiedosto.",
		"store.no_folder":   "Kansiota ”{folder}” ei voi luoda.",

		// korjattavissa, tai syy tuntematon
		"store.full":        "Tiedoston ”{file}” levy on täynnä. Vapauta tilaa ja yritä uudelleen.",
		"store.locked":      "Toinen ohjelma käyttää tiedostoa ”{file}”. Sulje se tai yritä hetken kuluttua uudelleen.",
		"store.held":        "Toinen ohjelma on pitänyt tiedostoa ”{file}” varattuna yli {n} {n:sekunnin|sekuntia}. Sulje se ja yritä uudelleen.",
		"store.read_only":   "Tiedostoon ”{file}” ei voi kirjoittaa. Tarkista tiedoston ja sen kansion oikeudet.",
		"store.conflict":    "Toinen ohjelma muutti työtä sillä välin.",
		"store.unusable":    "Tiedostoa ”{file}” ei voitu käyttää: {why}.",
		"store.disk_error":  "levy ilmoittaa virheestä",
		"store.no_opening":  "sitä tai sen viereistä tiedostoa ei voi avata",
		"store.other_error": "tietokanta ilmoittaa virheen {number}",
		"store.failed":      "Toiminto epäonnistui: {why}.",

		// mitä ei ole
		"store.no_run":           "Työtä ”{run}” ei ole.",
		"store.no_event":         "Työssä ”{run}” ei ole tapahtumaa {seq}.",
		"store.ambiguous":        "”{prefix}” on usean työn tunnuksen alku, esimerkiksi ”{one}” ja ”{other}”. Anna tunnuksesta enemmän.",
		"store.no_secret":        "Salaisuutta ”{secret}” ei ole.",
		"store.no_customer":      "Asiakasta ”{customer}” ei ole.",
		"store.customer_line":    "Asiakkaan nimi on yksi rivi ilman ohjausmerkkejä: ”{customer}” ei ole.",
		"store.customer_long":    "Asiakkaan nimessä on enintään {most} tavua: ”{customer}” on pidempi. Kirjoita nimeen kuulumaton muistiinpanoon.",
		"store.customer_name":    "Asiakkaalla pitää olla nimi.",
		"store.no_procedure":     "Menettelyä, jonka tiiviste on ”{digest}”, ei ole.",
		"store.newer_procedure":  "Menettelyn, jonka tiiviste on ”{digest}”, on tallentanut uudempi Lotse muodossa {format}. Käytä uudempaa Lotsea.",
		"store.needs":            "Asiakasta ”{customer}” ei ole, tai menettelyä, jonka tiiviste on ”{digest}”, ei ole.",
		"store.no_sum":           "”{sum}” ei ole todistetiedoston SHA-256.",
		"store.no_evidence":      "Todistetiedostoa ”{file}” ei ole.",
		"store.evidence_changed": "Todistetiedosto ”{file}” on muuttunut säilytyksen jälkeen.",
		"store.file_large":       "Tiedosto ”{file}” on liian suuri säilytettäväksi: enintään {limit}.",
		"store.bytes":            "{n} {n:tavu|tavua}",
		"store.no_place":         "”{place}” ei ole kohta töiden luettelossa. Käytä kohtaa, joka tuli edellisen sivun mukana.",
		"store.page_size":        "Sivulla voi olla 1–{most} työtä, ei {n}.",

		// what a server does not let a member do
		"postgres.denied":    "Rooli ”{role}”, joka on jäsenellä ”{member}”, ei salli tätä: siihen tarvitaan rooli ”{needed}”. Pyydä apua joltakulta, jolla se on, tai pyydä roolin ”lead” haltijaa vaihtamaan rooli.",
		"postgres.no_longer": "”{member}” ei ole enää tässä tiimissä: täällä ei voi enää lukea eikä tallentaa mitään. Pyydä lead-roolissa olevaa ottamaan sinut takaisin.",

		// varmuuskopiot ja niistä poistettava
		"store.no_backup":    "Varmuuskopiota ”{file}” ei ole.",
		"store.itself":       "”{file}” on tietokanta itse.",
		"store.backup_torn":  "Varmuuskopio ”{file}” ei ole ehjä: {what} Mitään ei muutettu.",
		"store.backup_empty": "”{file}” on tyhjä eikä varmuuskopio. Mitään ei muutettu.",
		"store.copy_torn":    "Tiedoston ”{file}” kopio ei ole ehjä: {what} Sitä ei säilytetty; aiempi on ennallaan.",
		"store.copy_short":   "Kopiossa ”{file}” on {runs} {runs:työ|työtä} ja {events} {events:tapahtuma|tapahtumaa}, vaikka niitä on {had_runs} ja {had_events}. Kopiota ei säilytetty.",
		"store.copies_left":  "Tiedot on poistettu, mutta kopioita on jäljellä: {what} Korjaa se ja yritä uudelleen, tai poista nimetyt tiedostot.",
		"store.log_held":     "Toinen ohjelma lukee tiedostoa ”{file}”, joten poistetut tiedot ovat vielä sen lokissa ”{log}”. Sulje ohjelma.",
		"store.migrated":     "Tietokanta päivitetään versioon {version}. Varmuuskopio sitä ennen: ”{backup}”.",

		// mitä tarkka tutkinta löytää
		"store.pages":             "SQLite löysi: {what}.",
		"store.orphans":           "Taulussa {table} on {n} {n:rivi, joka viittaa|riviä, jotka viittaavat} olemattomaan riviin taulussa {parent}.",
		"store.other_migration":   "Siirto {version} ei ole tämän ohjelman.",
		"store.migrations":        "Version {version} taustalla on {applied} {applied:siirto|siirtoa}.",
		"store.procedure_changed": "Menettely on muuttunut tallennuksen jälkeen {n} työssä: sisältö ei vastaa tiivistettä {digest}. Työt: {runs}.",
		"store.chain":             "Työ ”{run}”, tapahtuma {seq}: {what}",
		"store.run_damaged":       "Luettelon tiedot työstä ”{run}” ovat vaurioituneet. Pyydä palauttamaan tietokanta palvelimen varmuuskopiosta.",
	}
}
