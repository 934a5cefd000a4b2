package words

// sealFinnish is sealEnglish in Finnish.
func sealFinnish() table {
	return table{
		// mikä ei ole sellainen tiedosto
		"seal.none":  "Tässä tiedostossa ei ole Lotsen allekirjoitusta: joko sitä ei ole koskaan ollut, kuten CSV:ssä ja pelkässä tekstissä, tai se on katkennut tai poistettu. Tiedostosta ei voi todistaa mitään.",
		"seal.large": "Allekirjoitettu tiedosto on liian suuri: enintään {limit} MiB.",
		"seal.newer": "Tämän tiedoston on allekirjoittanut uudempi Lotse (muoto {version}). Tutki se uudemmalla ohjelmalla.",

		// mitä on muutettu
		"seal.seal_changed":  "Itse allekirjoitusta on muutettu, rivi {line}.",
		"seal.body_changed":  "Tämä ei ole se, mikä allekirjoitettiin. Muutoksen kohtaa ei voi sanoa.",
		"seal.line_changed":  "Ensimmäinen muutettu rivi on {line}. {reads}",
		"seal.line_moved":    "Rivistä {line} alkaen {n} riviä on toisessa järjestyksessä. {reads}",
		"seal.lines_added":   "Lisätty {n} {n:rivi|riviä}, alkaen rivistä {line}. {reads}",
		"seal.lines_gone":    "Ennen riviä {line} puuttuu {n} {n:rivi|riviä}.",
		"seal.reads":         "Siinä lukee nyt: ”{text}”.",
		"seal.reads_nothing": "Se on nyt tyhjä.",
		"seal.line_ends":     "Rivinvaihdot on muutettu, kuten sähköpostiohjelma tai editori tekee. Muuten tämä on se, mikä allekirjoitettiin.",
		"seal.mark":          "Ensimmäisen merkin eteen on lisätty tavujärjestysmerkki, kuten editori tekee. Muuten tämä on se, mikä allekirjoitettiin.",
		"seal.mark_and_ends": "Rivinvaihdot on muutettu ja ensimmäisen merkin eteen on lisätty tavujärjestysmerkki, kuten editori tekee. Muuten tämä on se, mikä allekirjoitettiin.",
		"seal.cut":           "Tiedoston loppu puuttuu.",
		"seal.behind":        "Rivistä {line} alkaen allekirjoituksen perässä on jotakin, mikä ei kuulu siihen.",
		"seal.two":           "Toinen allekirjoitus on rivillä {line}.",
		"seal.head":          "Tapahtumien ketju ei johda siihen tiivisteeseen, joka allekirjoitettiin.",

		// allekirjoittava avain
		"signing.damaged":   "Tiedostossa ”{file}” ei ole allekirjoittavaa avainta sellaisena kuin se kirjoitettiin. Palauta oikean avaimen kopio paikalleen tai siirrä tiedosto muualle: silloin seuraava allekirjoitus luo uuden avaimen.",
		"signing.open":      "Allekirjoittavaa avainta ”{file}” voivat käyttää muutkin. Sillä ei allekirjoiteta mitään, ennen kuin tiedosto on suljettu kaikilta muilta.",
		"signing.unread":    "Allekirjoittavaa avainta ”{file}” ei voi lukea: {why}.",
		"signing.unwritten": "Allekirjoittavaa avainta ”{file}” ei voi kirjoittaa: {why}.",
		"signing.missing":   "Tähän asti allekirjoittanut avain ”{file}” puuttuu. Jos sinulla on sen kopio, palauta se paikalleen; muuten seuraava allekirjoitus luo uuden avaimen.",
		"signing.other":     "Allekirjoittava avain ”{file}” on eri kuin tähän asti. Tästä lähtien allekirjoitusten sanat ovat toiset.",
	}
}
