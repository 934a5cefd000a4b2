package words

// listGerman is listEnglish in German.
func listGerman() table {
	return table{
		"news.failed":    "fehlgeschlagen: {item}",
		"list.since":     "seit {day}",
		"store.no_order": "Eine Liste von Durchläufen hat keine Reihenfolge „{order}“.",
	}
}
