package words

// cmdCalendarGerman is cmdCalendarEnglish in German.
func cmdCalendarGerman() table {
	return table{
		"cmd.short_calendar":   "Schreibt die Termine, auf die ein Durchlauf wartet, für Ihren Kalender",
		"cmd.calendar_resume":  "Weiter mit: lotse resume {run}",
		"cmd.flag_output_new":  "stattdessen in eine neue DATEI schreiben",
		"outside.wait_no_date": "{item} hat keinen Termin: Dort wird auf nichts gewartet, oder niemand hat gesagt, bis wann.",
		"outside.run_no_date":  "Dieser Durchlauf wartet auf keinen Termin.",
	}
}
