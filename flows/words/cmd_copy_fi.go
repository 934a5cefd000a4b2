package words

// cmdCopyFinnish is cmdCopyEnglish in Finnish.
func cmdCopyFinnish() table {
	return table{
		"cmd.short_copy":     "Kopioi kaikki työt paikasta toiseen: tiedostosta tiimin palvelimelle ja takaisin",
		"cmd.long_copy":      "Kopioi asiakkaat järjestelmiensä osoitteineen, työt menettelyineen, tapahtumineen ja tiedostoineen sekä salaisuudet sellaisina kuin ne on salattu. Paikka on tietokantatiedosto, joka luodaan, jos sitä ei vielä ole, tai tiimin postgres://-osoite; pois jätetty paikka on oma tietovarastosi. Mikä siellä jo on, jää ennalleen: lähteessä jatkunut työ päivitetään; kohteessa jatkunut työ jätetään ja nimetään, samoin molemmissa jatkunut, jonka ratkaiset komennoilla lotse handover ja lotse receive. Jokainen työ luetaan takaisin ja sen ketju tarkistetaan. Työ on perillä kokonaan tai ei lainkaan: jos kopiointi katkeaa, sama komento jatkaa. Asetuksia ja lähettämätöntä syötettä ei kopioida.",
		"cmd.flag_copy_from": "PAIKKA, josta kopioidaan: tietokantaTIEDOSTO tai postgres://-osoite",
		"cmd.flag_copy_to":   "PAIKKA, johon kopioidaan: tietokantaTIEDOSTO tai postgres://-osoite",
		"cmd.flag_dry_copy":  "katso kaikki, kerro mitä kopioitaisiin, äläkä kirjoita mitään",

		"cmd.copy_places":   "Anna valitsimilla --from ja --to, mistä ja mihin kopioidaan: tietokantaTIEDOSTO tai postgres://-osoite. Pois jätetty paikka on oma tietovarastosi.",
		"cmd.copy_no_store": "Siellä ei ole tietokantaa, josta kopioida: {place}",
		"cmd.copy_same":     "Molemmat ovat sama paikka: {place}",
		"cmd.copying":       "Kopioidaan: työ {n}/{all}, {customer}",
		"cmd.copy_stopped":  "Sitä ennen kopioitiin {n} {n:työ|työtä}; sama komento jatkaa siitä.",

		"cmd.copied_all":          "Kopioitu: {from} → {to}.",
		"cmd.copy_would":          "Mitään ei kirjoitettu. Tämä kopioitaisiin: {from} → {to}.",
		"cmd.copied_runs":         "{all} {all:työ|työtä}: {new} uutta, {ahead} päivitetty, {same} jo samoja.",
		"cmd.copied_customers":    "{all} {all:asiakas|asiakasta}: {new} uutta.",
		"cmd.copied_files":        "{n} {n:tiedosto|tiedostoa}, {size}.",
		"cmd.copied_missing":      "{n} {n:tapahtumien nimeämä tiedosto puuttui|tapahtumien nimeämää tiedostoa puuttui} lähteestä.",
		"cmd.copied_secrets":      "{n} {n:salaisuus|salaisuutta} ennallaan salattuna: vain salannut avain avaa {n:sen|ne}.",
		"cmd.copied_secrets_open": "{n} {n:salaisuus|salaisuutta} ennallaan salattuna: avaimesi avaa {n:sen|ne} sielläkin.",
		"cmd.copied_secrets_key":  "{n} {n:salaisuus|salaisuutta} ennallaan salattuna: vain avaimen {key} haltija avaa {n:sen|ne}.",
		"cmd.copied_secrets_of":   "{n} {n:salaisuus|salaisuutta}, salaajana {by}: vain hänen avaimensa avaa {n:sen|ne}.",
		"cmd.copied_rehearsed":    "{n} {n:harjoituksen tai demon salaisuus: se aukeaa|harjoitusten tai demojen salaisuutta: ne aukeavat} vain lähteessä.",
		"cmd.copied_withheld":     "{n} {n:salaisuus|salaisuutta} jäi kopioimatta: roolisi ei saa lukea salaisuuksia.",
		"cmd.copied_stayed":       "Ennalleen {n:jäi|jäivät}:",
		"cmd.copied_stayed_more":  "ja {n} muuta (--json näyttää kaikki)",
		"cmd.copied_not":          "Ei kopioitu: asetukset, mitkä työt on siirretty sivuun, ja lähettämätön syöte.",
		"transfer.behind":         "Se on jatkunut siellä: {n} {n:tapahtuma|tapahtumaa} enemmän.",
		"transfer.diverged":       "Molemmat jatkuivat tapahtuman {since} jälkeen: {ours} {ours:tapahtuma|tapahtumaa} täällä, {theirs} siellä. Vertaa niitä: lotse handover täällä ja lotse receive toisessa paikassa.",
		"transfer.taken":          "Joku tekee sitä siellä juuri nyt, tai sen tunnus kuuluu siellä työhön, jota et saa nähdä. Sama komento yrittää uudelleen.",
		"transfer.broken":         "Se ei ole sellaisena kuin se kirjoitettiin. Tapahtuma {seq}: {what}",
		"transfer.other_events":   "Sen tapahtumat ovat toiset.",
		"transfer.not_as_written": "Työ {run} ei palaudu paikasta {place} sellaisena kuin se kirjoitettiin. {why} Muuta ei kopioitu: tarkista paikka komennolla lotse doctor.",
		"transfer.file_changed":   "Tiedoston {file} sisältö on toinen kuin sen nimi sanoo. Tarkista lähde komennolla lotse doctor.",
		"transfer.other_address":  "{system}: osoite on siellä toinen ja jää voimaan: {address}",
		"transfer.role":           "Mitään ei kopioitu: paikassa {place} jäsenen {member} rooli on {role}, joka vain lukee. Lead voi muuttaa sen komennolla lotse team add.",
	}
}
