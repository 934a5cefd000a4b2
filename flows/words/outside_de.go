package words

// outsideGerman is outsideEnglish in German.
func outsideGerman() table {
	return table{
		"outside.file_exists":       "Diese Datei gibt es schon, wählen Sie einen anderen Namen: {file}.",
		"outside.findings_ending":   "Der Name der Datei hat keine der Endungen {formats}: {file}.",
		"outside.no_certificates":   "{file} ist keine Datei mit Zertifikaten. Die Einstellung ca nennt eine.",
		"outside.no_certificate_in": "In {file} ist kein Zertifikat: Es muss im PEM-Format sein.",
	}
}
