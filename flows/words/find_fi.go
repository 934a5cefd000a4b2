package words

// findFinnish is findEnglish in Finnish.
func findFinnish() table {
	return table{
		"find.customer":  "asiakas: {text}",
		"find.procedure": "menettely: {text}",
		"find.answer":    "vastaus: {text}",
		"find.note":      "muistiinpano: {text}",
		"find.reason":    "perustelu: {text}",
		"find.file":      "tiedosto: {text}",
		"find.other":     "teksti: {text}",

		"find.go_there":  "Sana find ja numero vie sinne tai tekee sen.",
		"find.help_line": "find TEKSTI: hakee komentosanoja, vaiheita, töitä, vastauksia ja muistiinpanoja kaikista töistä numeroituina; find NUMERO: menee sinne.",

		"leave.on_desk": "q poistuu töiden luettelosta. Sinne pääsee näppäimellä esc; ctrl+c poistuu tästä.",

		"cmd.short_find":      "Hakee sanoja kaikista töistä: asiakkaat, vastaukset, muistiinpanot, perustelut",
		"cmd.flag_limit_find": "enintään näin monta kohtaa, korkeintaan 500",
		"cmd.find_nothing":    "Mitään ei löytynyt.",
	}
}
