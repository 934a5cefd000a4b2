package words

// waitEnglish says when a wait is due, what is tried then, and what can be done
// meanwhile.
func waitEnglish() table {
	return table{
		"wait.now":           "**Try now** (since {at}): {try}",
		"wait.next":          "Next, {at}: {try}",
		"wait.clock":         "next try {at}, in {n} min",
		"wait.clock_hours":   "next try {at}, in {h} h {m} min",
		"wait.clock_now":     "try again now: due since {at}",
		"wait.no_next":       "There is no other try: say when to look again.",
		"wait.tried":         "Tried, nothing yet: again {at}",
		"wait.meanwhile":     "Meanwhile: {step}",
		"wait.notice":        "{customer}, {procedure}: it is time to try again.",
		"wait.notice_shared": "It is time to try again in one of the runs.",
		"cmd.setting_notice": "A bell and a notice of the desktop when a wait is due: on or off.",
	}
}
