package words

// outsideEnglish says why a file that is written or read beside a run's dialogue
// cannot be.
func outsideEnglish() table {
	return table{
		"outside.file_exists":       "This file exists already; choose another name: {file}.",
		"outside.findings_ending":   "The file name has to end in one of {formats}: {file}.",
		"outside.no_certificates":   "{file} is not a file of certificates. The setting ca names one.",
		"outside.no_certificate_in": "There is no certificate in {file}: it has to be PEM.",
	}
}
