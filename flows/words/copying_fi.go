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
	}
}
