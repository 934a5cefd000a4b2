package words

// moveFinnish is moveEnglish in Finnish.
func moveFinnish() table {
	return table{
		"lint.renamed_form":    "{name} ei ole minkään nimi menettelyssä: kirjoita tunnus, tai kohdalle kummallekin puolelle VAIHE.KOHTA.",
		"lint.renamed_circle":  "Nimenvaihdokset kulkevat kehää: {name}. Poista se, joka ei enää pidä paikkaansa.",
		"lint.renamed_there":   "Nimi on vaihdettu, mutta vanha on yhä olemassa: {name}. Poista nimenvaihdos tai anna uudelle toinen tunnus.",
		"lint.renamed_nowhere": "{name} on nimetty uudelleen: {new}. Sitä ei kuitenkaan ole. Jos se on poistettu, poista myös nimenvaihdos.",
		"lint.renamed_both":    "{name} on sekä vaiheen että kentän tunnus: kirjoita kentälle VAIHE.KENTTÄ.",
		"lint.renamed_twice":   "{name} ja {other} ovat saaneet saman uuden nimen: {new}. Kahdesta vastauksesta ei voi tulla yhtä.",

		"event.moved":          "Työ siirrettiin menettelyn versiosta {from} versioon {to}.",
		"event.moved_void":     "Ilman paikkaa siellä: {n}.",
		"refuse.move_other":    "Tämä työ kuuluu toiseen menettelyyn ({procedure}), joten siirto ei onnistu: {other}.",
		"refuse.move_finished": "Työ on päättynyt: se pysyy siinä versiossa, jolla se päättyi.",
		"refuse.move_rotating": "Salaisuuden vaihto on kesken ({item}), eikä toisessa versiossa ole sitä: vie vaihto ensin loppuun.",
		"refuse.move_version":  "Työ on siirretty menettelyn versioon {version}, mutta tallessa on jokin muu.",
		"refuse.undo_moved":    "Kumottavaa ei ole sen jälkeen, kun työ siirrettiin toiseen versioon. Edelliseen versioon pääsee siirtämällä työn siihen.",

		"move.place":        "toinen vaihe",
		"move.text":         "muut sanat sen ympärillä",
		"move.question":     "toinen kysymys",
		"move.type":         "toinen tyyppi",
		"move.options":      "muut vaihtoehdot",
		"move.rules":        "muut säännöt",
		"move.condition":    "toinen ehto",
		"move.check":        "toinen tarkistus",
		"move.columns":      "muut sarakkeet",
		"move.renamed":      "aiempi nimi {was}",
		"move.gone":         "ei ole enää olemassa",
		"move.new":          "uusi",
		"move.again_there":  "saa paikkansa takaisin",
		"move.no_answer":    "vastaus ei kelpaa siellä",
		"move.rests":        "jotain, mihin se perustuu, ei enää ole",
		"move.same":         "Työ on jo tässä versiossa.",
		"move.steps_same":   "{n} {n:vaihe on|vaihetta on} ennallaan.",
		"move.summary":      "säilyy: {kept}, katsottava uudelleen: {again}, ilman paikkaa: {void}",
		"move.back":         "saa paikkansa takaisin: {n}",
		"move.moved":        "Työ jatkuu versiolla {to}. Se, millä ei siellä ole paikkaa, jää luettavaksi.",
		"move.placeless":    "Vastaukset, joilla ei ole paikkaa tässä versiossa",
		"move.from_version": "versio {version}",
		"move.event":        "Siirretty toiseen versioon",
	}
}
