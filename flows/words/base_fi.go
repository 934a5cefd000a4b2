package words

// baseFinnish is baseEnglish in Finnish.
func baseFinnish() table {
	return table{
		"lint.base_language": "{lang} ei ole kielen lyhenne: kirjoita language: de tai muuta sellaista.",
		"lint.overlay_base":  "Menettelyn {procedure} oma kieli on {lang}: siihen ei tarvita käännöstä samalla kielellä.",
	}
}
