package words

// openFinnish is openEnglish in Finnish.
func openFinnish() table {
	return table{
		"open.with":   "Ohjelmaa {program} pyydettiin avaamaan tiedosto {file}.",
		"open.none":   "Avaavaa ohjelmaa ei löytynyt. Tiedosto: {file}",
		"open.remote": "Ohjelmia ei avata ssh-yhteyden yli. Tiedosto: {file}",
		"open.failed": "{program} ei avannut tiedostoa. Tiedosto: {file}",
	}
}
