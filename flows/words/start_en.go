package words

// startEnglish says what there is to say where a run is begun.
func startEnglish() table {
	return table{
		"start.mode":            "Mode",
		"start.real":            "real",
		"start.rehearsal":       "rehearsal",
		"start.key_mode":        "mode",
		"start.about_real":      "The customer's own run: its checks ask the real portals.",
		"start.about_rehearsal": "To practise: portals are simulated on this machine, nothing real is asked, and w at a check chooses what goes wrong.",
		"start.steps":           "{n} {n:step|steps}",
		"start.minutes":         "about {n} minutes",
		"start.minutes_between": "{least} to {most} minutes",
		"start.have":            "At hand: {what}",
		"start.runs":            "{n} {n:run|runs}, last {day}",
	}
}
