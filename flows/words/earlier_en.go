package words

// earlierEnglish says what there is to say of answers that earlier runs gave.
func earlierEnglish() table {
	return table{
		"earlier.offer":      "Earlier: {value}. {title}, {day}, {by}. Type earlier to take it over.",
		"earlier.offer_key":  "earlier: {value} · {title}, {day}, {by} · ctrl+r takes it over",
		"earlier.key":        "take over the earlier answer",
		"earlier.none":       "No other run of this customer has an answer to take over here.",
		"earlier.taken":      "Taken over from \"{title}\", run {run}.",
		"earlier.help":       "earlier: takes over what another run of the customer answered; once more takes the next.",
		"event.taken_run":    "It was taken over from the run {run}.",
		"event.taken_run_of": "It was taken over from the run {run}; {by} gave it there.",
	}
}
