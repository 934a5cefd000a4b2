package words

// lintLetterFinnish says it in Finnish.
func lintLetterFinnish() table {
	return table{
		"thing.letter":             "kirje",
		"lint.letter_size":         "Kirje on liian suuri: {size} tavua; enintään {limit}.",
		"lint.letter_subject":      "Kirje alkaa rivillä \"{subject} …\" ja tyhjällä rivillä; sen jälkeen tulee teksti.",
		"lint.letter_syntax":       "Tätä ei voi lukea: {part}",
		"lint.letter_end":          "Jokin if, with, range tai sulje on jäänyt auki: {part}",
		"lint.letter_part":         "Tämä ei kuulu kirjeiden kieleen: {part}",
		"lint.letter_range":        "range käy läpi yhden luettelon rivit, kuten range rows \"luettelo\", eikä ole toisen rangen sisällä.",
		"lint.letter_name":         "Kenttää tai funktiota {name} ei ole{hint}",
		"lint.letter_secret":       "Kirje kertoo salaisuuden {name}: salaisuutta ei kirjoiteta kirjeeseen. Onko se annettu, selviää näin: has \"{name}\".",
		"lint.letter_bare":         "Tässä {name} tarvitsee funktion: answer \"{name}\" antaa vastauksen, has \"{name}\" kertoo, onko sitä.",
		"lint.letter_arguments":    "Funktio {name} ottaa eri määrän argumentteja: vähintään {takes}.",
		"lint.letter_pairs":        "Funktio {name} ottaa pareja: vaihtoehto ja sen teksti.",
		"lint.letter_quotes":       "Tämän on oltava teksti lainausmerkeissä, ei {part}.",
		"lint.letter_cell":         "Sarakkeen {name} voi lukea vain rangen sisällä, ei within sisällä.",
		"lint.letter_dot":          "Pelkkä piste on within arvo: sellaista ei ole tässä.",
		"lint.letter_option":       "\"{value}\" ei kuulu kentän {name} vaihtoehtoihin{hint}",
		"lint.letter_called":       "Kirjeessä {{ {name} }} on funktio, vaikka on myös kenttä {name}: kentän vastauksen antaa answer \"{name}\".",
		"lint.letter_shadows":      "Kirje {template} korvaa Lotsen oman kirjeen: anna sille toinen nimi, ellei se ole tarkoitus.",
		"lint.letter_untranslated": "Kirjeestä {template} puuttuu tiedosto {file}: se lähetetään sen sijaan kielellä {lang}.",
	}
}
