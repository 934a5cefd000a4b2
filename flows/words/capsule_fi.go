package words

// capsuleFinnish is capsuleEnglish in Finnish.
func capsuleFinnish() table {
	return table{
		// tiedosto
		"capsule.none":          "Tämä ei ole tiedosto, jolla Lotse luovuttaa työn. Valitse se, joka luovutusta varten kirjoitettiin.",
		"capsule.newer":         "Tiedoston on kirjoittanut uudempi Lotse: sen muoto on {version}, ja uusin tässä tunnettu on {known}. Päivitä Lotse ja yritä uudelleen.",
		"capsule.changed":       "Tiedosto on muuttunut tai katkennut matkalla: se ei ole enää se, joka kirjoitettiin. Pyydä se uudelleen liitteenä tai muistitikulla, ei viestin tekstinä.",
		"capsule.signature":     "Tiedoston allekirjoitus ei vastaa sitä, mitä tiedosto kertoo itsestään. Pyydä tiedosto uudelleen työn luovuttajalta.",
		"capsule.too_large":     "Luovutettava työ on kaikkine tiedostoineen enintään {limit} MiB.",
		"capsule.content":       "Tiedostoa ei ole koottu niin kuin Lotse kokoaa. Pyydä se uudelleen työn luovuttajalta.",
		"capsule.entry":         "Tiedostossa on jotakin sinne kuulumatonta: {entry}.",
		"capsule.entry_changed": "Yksi tiedoston osa ei ole se, mitä tiedosto siitä kertoo: {entry}.",
		"capsule.entry_large":   "Yksi tiedoston osa on liian suuri: {entry} on yli {limit} MiB.",
		"capsule.facts":         "Se, mitä tiedosto kertoo työstä, ei vastaa siinä olevia tapahtumia.",
		"capsule.files":         "Mukana olevat tiedostot eivät ole ne, jotka tapahtumat nimeävät.",
		"capsule.no_file":       "Tiedosto {file} ei ole luovutettujen joukossa.",
		"capsule.own_broken":    "Työtä ei luovuteta, koska se ei ole sellainen kuin se kirjoitettiin. Tapahtuma {seq}: {what}",
		"capsule.other_secret":  "Tiedostossa oleva salaisuus ({field}) on salattu toiselle työlle tai kentälle. Yhtään ei otettu vastaan.",
		// työ tiedostossa
		"copy.no_start":   "Tapahtumat eivät ala työn aloittamisesta.",
		"copy.newer":      "Tapahtuma {seq} on lajia, jota tämä Lotse ei tunne: {kind}. Päivitä Lotse ja yritä uudelleen.",
		"copy.broken":     "Tapahtumat eivät ole katkeamaton ketju. Tapahtuma {seq}: {what}",
		"copy.event":      "Tapahtumaa {seq} ei voi lukea.",
		"copy.unreadable": "Tapahtumat eivät vastaa menettelyä.",
		"copy.procedure":  "Menettely ei ole se, jolla työ aloitettiin.",
		"copy.other_run":  "Tunnus {run} on jo toisella työllä; niillä ei ole yhtään yhteistä tapahtumaa. Siitä ei otettu vastaan mitään.",
		// kaksi kopiota rinnakkain
		"fork.not_taken": "{item}: tätä ei voi ottaa toisesta kopiosta. Tee se tässä.",
		"fork.secret":    "{item}: salaisuutta ei oteta toisesta kopiosta. Pyydä se salattuna itsellesi ja anna se tässä.",
		"event.forked":   "Työstä tuli kopio, joka jatkui omia teitään tapahtuman {since} jälkeen; siinä on {n} {n:tapahtuma|tapahtumaa}. Luovuttaja: {by}.",
		"event.taken":    "Tieto on otettu toisesta kopiosta.",
		"event.taken_of": "Tieto on otettu toisesta kopiosta; sen antoi siellä {by}.",
	}
}
