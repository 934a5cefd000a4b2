package words

// calendarGerman is calendarEnglish in German.
func calendarGerman() table {
	return table{
		"calendar.waits_for": "Wartet auf: {who} ({what})",
		"calendar.note":      "Notiz: {note}",
		"calendar.run":       "{title}, Schritt „{step}“",
	}
}
