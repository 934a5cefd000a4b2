package words

// fileFinnish is fileEnglish in Finnish.
func fileFinnish() table {
	return table{
		"file.no_home":   "Kotikansiotasi ei tunneta: anna koko polku tai aseta HOME.",
		"file.none":      "Tiedostoa {name} ei ole.",
		"file.folder":    "{name} on kansio: anna siinä oleva tiedosto.",
		"file.device":    "{name} on putki tai laite: tallenna sen sisältö ensin tiedostoon.",
		"file.crowded":   "Kansiossa {name} on yli {n} tiedostoa ja kansiota: siirrä yhteen kuuluvat omaan kansioonsa.",
		"file.leads_out": "{name} on linkki, joka johtaa pois kansiostaan: anna tiedosto, johon se viittaa.",

		// mitä järjestelmä sanoo tiedostosta toisen lauseen sisällä
		"file.missing":   "ei löydy: {file}",
		"file.denied":    "käyttöoikeus puuttuu: {file}",
		"file.is_folder": "{file} on kansio",
		"file.no_room":   "levytila ei riitä: {file}",
		"file.read_only": "{file} on levyllä, jota voi vain lukea",
		"file.faulty":    "levy ilmoittaa virheestä: {file}",
		"file.too_many":  "liian monta tiedostoa on auki",
		"file.no_memory": "muisti ei riitä",
		"file.the_file":  "tiedosto",
	}
}
