package words

func copyingFinnish() table {
	return table{
		"copying.title":     "Arvojen kopiointi: {done}/{n} liitetty",
		"copying.none":      "Tällä sivulla ei ole mitään muualle syötettävää.",
		"copying.key":       "kopioi arvot",
		"copying.key_copy":  "kopioi, seuraava",
		"copying.key_end":   "valmis, jatka",
		"copying.key_alone": "vain arvo",
		"copying.key_all":   "kaikki arvot",
		"copying.held":      "kopioitu",
		"copying.pasted":    "liitetty",
		"copying.end":       "Se oli viimeinen: jatka sivulta.",
		"copying.secret":    "Salaisuutta ei näytetä tässä.",
		"copying.unknown":   "Ei ole varmaa, että arvo päätyi leikepöydälle: sopivaa ohjelmaa ei löytynyt, eikä pääte ilmoita ottavansa vastaan kopioitua.",
		"copying.select":    "Valitse se hiirellä.",

		// in line mode
		"copying.line_how":    "copy ja numero kopioi yhden, copy {next} yhden toisensa jälkeen.",
		"copying.line_copied": "{what}: annettu leikepöydälle ({program}).",
		"copying.line_end":    "Se oli viimeinen.",
		"copying.line_number": "Anna numero väliltä 1–{n}.",
	}
}
