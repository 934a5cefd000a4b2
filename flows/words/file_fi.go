package words

// fileFinnish is fileEnglish in Finnish.
func fileFinnish() table {
	return table{
		"file.no_home": "Kotikansiotasi ei tunneta: anna koko polku tai aseta HOME.",
		"file.none":    "Tiedostoa {name} ei ole.",
		"file.folder":  "{name} on kansio: anna siinä oleva tiedosto.",
		"file.device":  "{name} on putki tai laite: tallenna sen sisältö ensin tiedostoon.",
	}
}
