package words

// earlierGerman says what there is to say of answers that earlier runs gave.
func earlierGerman() table {
	return table{
		"earlier.offer":      "Früher: {value}. {title}, {day}, {by}. earlier übernimmt es.",
		"earlier.offer_key":  "früher: {value} · {title}, {day}, {by} · ctrl+r übernimmt es",
		"earlier.key":        "frühere Antwort übernehmen",
		"earlier.none":       "Kein anderer Durchlauf dieses Kunden hat eine Antwort, die sich hier übernehmen lässt.",
		"earlier.taken":      "Übernommen aus „{title}“, Durchlauf {run}.",
		"earlier.help":       "earlier: übernimmt, was ein anderer Durchlauf des Kunden als Antwort hat; noch einmal übernimmt die nächste.",
		"event.taken_run":    "Übernommen aus dem Durchlauf {run}.",
		"event.taken_run_of": "Übernommen aus dem Durchlauf {run}; dort eingegeben von {by}.",
	}
}
