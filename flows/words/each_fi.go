package words

// eachFinnish says what is wrong with an item that is there for every row.
func eachFinnish() table {
	return table{
		"manual.each":       "joka riville luettelossa",
		"lint.each_kind":    "Avain each sopii vain kopioitavaan; tässä on {is}.",
		"lint.each_outside": "Sarakkeen voi lukea muodossa .{column} vain itemissä, jossa on each: LUETTELO.",
		"lint.each_task":    "{column} merkitään tehdyksi eikä sillä ole vastausta: mikään teksti ei voi käyttää sitä.",
	}
}
