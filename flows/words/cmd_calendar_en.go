package words

// cmdCalendarEnglish is what calendar says, and why there is nothing to write.
func cmdCalendarEnglish() table {
	return table{
		"cmd.short_calendar":   "Writes the dates of a run's waits for your calendar",
		"cmd.calendar_resume":  "To go on: lotse resume {run}",
		"cmd.flag_output_new":  "write to a new FILE instead",
		"outside.wait_no_date": "{item} has no date: nothing is waited for there, or nobody has said until when.",
		"outside.run_no_date":  "No wait of this run has a date.",
	}
}
