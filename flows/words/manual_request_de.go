package words

// manualRequestGerman says it in German.
func manualRequestGerman() table {
	return table{
		"manual.request": "Fragt",
		"manual.header":  "Kopfzeile",
		"manual.body":    "Inhalt",
		"manual.expect":  "Erwartet",
		"manual.cause":   "Ursache",
		"manual.answers": "Antwortet in einer Probe",
		"manual.fault":   "Fehler einer Probe",
	}
}
