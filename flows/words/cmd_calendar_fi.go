package words

// cmdCalendarFinnish is cmdCalendarEnglish in Finnish.
func cmdCalendarFinnish() table {
	return table{
		"cmd.short_calendar":   "Kirjoittaa työn odotusten päivämäärät kalenteriin",
		"cmd.calendar_resume":  "Jatka komennolla: lotse resume {run}",
		"cmd.flag_output_new":  "kirjoita uusi TIEDOSTO",
		"outside.wait_no_date": "Kohdalla {item} ei ole päivämäärää: siinä ei odoteta mitään, tai takarajaa ei ole kerrottu.",
		"outside.run_no_date":  "Yhdelläkään tämän työn odotuksella ei ole päivämäärää.",
	}
}
