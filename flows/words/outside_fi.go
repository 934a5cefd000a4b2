package words

// outsideFinnish is outsideEnglish in Finnish.
func outsideFinnish() table {
	return table{
		"outside.file_exists":       "Tiedosto on jo olemassa, valitse toinen nimi: {file}.",
		"outside.findings_ending":   "Nimen pääte ei ole mikään näistä: {formats}. Nimi: {file}.",
		"outside.no_certificates":   "{file} ei ole varmennetiedosto. Sen nimeää asetus ca.",
		"outside.no_certificate_in": "Tiedostossa {file} ei ole varmennetta: muodon pitää olla PEM.",
	}
}
