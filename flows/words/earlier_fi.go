package words

// earlierFinnish says what there is to say of answers that earlier runs gave.
func earlierFinnish() table {
	return table{
		"earlier.offer":      "Aiemmin: {value}. {title}, {day}, {by}. earlier ottaa sen tähän.",
		"earlier.offer_key":  "aiemmin: {value} · {title}, {day}, {by} · ctrl+r ottaa sen tähän",
		"earlier.key":        "ota aiempi vastaus",
		"earlier.none":       "Tämän asiakkaan muissa töissä ei ole vastausta, jonka voisi ottaa tähän.",
		"earlier.taken":      "Otettu työstä ”{title}”, {run}.",
		"earlier.help":       "earlier: ottaa tähän asiakkaan toisen työn vastauksen; uudelleen ottaa seuraavan.",
		"event.taken_run":    "Tieto on otettu työstä {run}.",
		"event.taken_run_of": "Tieto on otettu työstä {run}; sen antoi siellä {by}.",
	}
}
