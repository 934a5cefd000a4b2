package words

// cmdReportEnglish is the help of report, and what is said of its flags.
func cmdReportEnglish() table {
	return table{
		"cmd.short_report":       "write the report of a run",
		"cmd.long_report":        "Writes what was done for whom, when, with which result, and what is open: for people\n(md, html, pdf), for programs (json, csv; lotse help json), or in a few lines for a ticket\n(text). Internal steps and notes stand in it only with --internal, secrets never.",
		"cmd.flag_report_format": "how it is written: {formats}; otherwise as the file's ending says, else md",
		"cmd.flag_report_output": "a new file to write it to",
		"cmd.flag_internal":      "with what is internal: steps, items, notes",
		"cmd.flag_schema":        "print the JSON Schema of --format json, and nothing else",
		"cmd.report_format":      "A report is written as {formats}, not as “{format}”.",
		"cmd.report_terminal":    "A report as {format} is not for a terminal: name a file with -o.",
		"cmd.report_ending":      "{file}: no report is written so. Name a format with --format: {formats}.",
		"cmd.report_json":        "With --json a report on stdout is JSON: name a file for {format} with -o.",
		"cmd.report_verify":      "As a file, this report is signed. lotse verify FILE tells, with the file alone, whether it was changed, names the first line that was, and gives the words of the key, to be compared on the phone.",
	}
}
