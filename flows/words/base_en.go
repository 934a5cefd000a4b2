package words

// baseEnglish says what is wrong with the language that a procedure is written in.
func baseEnglish() table {
	return table{
		"lint.base_language": "{lang} does not name a language: write language: de, or the like.",
		"lint.overlay_base":  "The procedure {procedure} is written in {lang} itself: it needs no overlay in that language.",
	}
}
