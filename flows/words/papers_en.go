package words

// papersEnglish names what leaves the house, and says what became of it.
func papersEnglish() table {
	return table{
		"papers.name_sheet":    "Preparation sheet",
		"papers.name_report":   "Report",
		"papers.name_letter":   "{item}",
		"papers.name_summary":  "Summary for the ticket",
		"papers.name_calendar": "Calendar entry",
		"papers.name_handover": "Hand-over",
		"papers.name_rotation": "{item}",

		"papers.for_sheet":    "for the customer: what to have at hand, and who has to be there",
		"papers.for_report":   "what was done, checked and decided",
		"papers.for_letter":   "to read, copy and send",
		"papers.for_summary":  "a few lines for the clipboard",
		"papers.for_calendar": "what is waited for, and until when",
		"papers.for_handover": "the whole run in one file, for a colleague",
		"papers.for_rotation": "put a new secret in its place",

		// in the name of a file
		"papers.file_sheet":    "preparation",
		"papers.file_report":   "report",
		"papers.file_calendar": "calendar",
		"papers.file_handover": "handover",

		"papers.format_html":  "HTML, for a browser",
		"papers.format_pdf":   "PDF",
		"papers.format_md":    "Markdown",
		"papers.format_txt":   "text",
		"papers.format_csv":   "CSV, for a spreadsheet",
		"papers.format_json":  "JSON, for programs",
		"papers.format_ics":   "iCalendar",
		"papers.format_lotse": "a file that Lotse reads",

		"papers.writing":        "Writing it.",
		"papers.written":        "Written to {file}.",
		"papers.other_ending":   "{file} does not end in .{format}, the format that was chosen. Change the name, or the format.",
		"papers.taken":          "{file} exists already, and is left as it is. This name is free: {other}.",
		"papers.help":           "papers: lists what can leave the house: report, letters, a summary for the ticket, the hand-over. papers DOCUMENT FILE LANGUAGE: writes one of them into a new file.",
		"papers.as":             "As {formats}.",
		"papers.ask":            "As which: {formats}, or the name of a file that ends so; Enter leaves it",
		"papers.usage":          "Type papers and a number, then a format or the name of a file, then a language: papers 1 html. Type papers summary copy for the clipboard, and papers open for the file that was written last.",
		"papers.copied":         "The summary was handed to {program}, for the clipboard.",
		"papers.is_folder":      "{file} is a folder: add the name of the file.",
		"papers.no_folder":      "There is no folder {folder}. Make it first, or choose another one.",
		"papers.handover_words": "Its four words: {words}. Read them to whoever receives it, on the phone.",
		"papers.handover_open":  "No secret is in it. The answers are, and are not encrypted.",
		"papers.none_written":   "No file was written here yet.",
		"papers.unknown":        "There is no document {name} here. The word papers lists them.",
		"papers.formats":        "{item} is not written as {format}. It can be: {formats}.",
		"papers.languages":      "{item} is not written in {language}. It can be: {languages}.",
	}
}
