package words

// eachFinnish says what is wrong with an item that is there for every row.
func eachFinnish() table {
	return table{
		"manual.each":       "joka riville luettelossa",
		"lint.each_kind":    "Avain each on vain näitä varten: {kinds}; tässä on {is}.",
		"lint.each_column":  "Sarake on jo joka rivillä: each on vaiheen itemejä varten.",
		"refuse.each_row":   "{item} on olemassa luettelon {list} jokaiselle riville. Nimeä yksi: {item}[RIVI], jokin näistä riveistä: {known}.",
		"each.on_check":     "Tarkistus joka riville",
		"each.check_rows":   "tarkista kaikki rivit",
		"each.check_row":    "tämä rivi",
		"dialogue.each_row": "{item} on olemassa jokaiselle riville. Nimeä yksi, esimerkiksi {example}.",
		"refuse.each_none":  "{item} on olemassa luettelon {list} jokaiselle riville; rivejä ei vielä ole.",
		"lint.each_outside": "Sarakkeen voi lukea muodossa .{column} vain itemissä, jossa on each: LUETTELO.",
		"lint.each_task":    "{column} merkitään tehdyksi eikä sillä ole vastausta: mikään teksti ei voi käyttää sitä.",
	}
}
