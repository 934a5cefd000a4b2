package words

// calendarFinnish is calendarEnglish in Finnish.
func calendarFinnish() table {
	return table{
		"calendar.waits_for": "Odotetaan: {who} ({what})",
		"calendar.note":      "Muistiinpano: {note}",
		"calendar.run":       "{title}, vaihe ”{step}”",
	}
}
