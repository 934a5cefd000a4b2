package words

// listFinnish is listEnglish in Finnish.
func listFinnish() table {
	return table{
		"news.failed":    "epäonnistui: {item}",
		"list.since":     "alkoi {day}",
		"store.no_order": "Töiden luettelossa ei ole järjestystä ”{order}”.",
	}
}
