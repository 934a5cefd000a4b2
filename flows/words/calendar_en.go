package words

// calendarEnglish stands in a calendar's entry about a wait.
func calendarEnglish() table {
	return table{
		"calendar.waits_for": "Waiting for: {who} ({what})",
		"calendar.note":      "Note: {note}",
		"calendar.run":       "{title}, step \"{step}\"",
	}
}
