package words

// outsideEnglish says why a file that is written or read beside a run's dialogue
// cannot be.
func outsideEnglish() table {
	return table{
		"outside.file_exists":       "There is such a file already, choose another name: {file}.",
		"outside.findings_ending":   "The name of the file ends in none of {formats}: {file}.",
		"outside.no_certificates":   "{file} is no file of certificates. The setting ca names one.",
		"outside.no_certificate_in": "There is no certificate in {file}: it has to be PEM.",
	}
}
