package words

func papersGerman() table {
	return table{
		"papers.name_sheet":    "Vorbereitungsblatt",
		"papers.name_report":   "Bericht",
		"papers.name_letter":   "{item}",
		"papers.name_summary":  "Zusammenfassung für das Ticket",
		"papers.name_calendar": "Kalendereintrag",
		"papers.name_handover": "Übergabe",
		"papers.name_rotation": "{item}",

		"papers.for_sheet":    "für den Kunden: was bereitliegen und wer dabei sein muss",
		"papers.for_report":   "was getan, geprüft und entschieden wurde",
		"papers.for_letter":   "zum Lesen, Kopieren und Senden",
		"papers.for_summary":  "ein paar Zeilen für die Zwischenablage",
		"papers.for_calendar": "worauf gewartet wird, und bis wann",
		"papers.for_handover": "der ganze Durchlauf in einer Datei, für Kollegen",
		"papers.for_rotation": "ein neues Secret an seine Stelle setzen",

		"papers.file_sheet":    "Vorbereitung",
		"papers.file_report":   "Bericht",
		"papers.file_calendar": "Kalender",
		"papers.file_handover": "Übergabe",

		"papers.format_html":  "HTML, für den Browser",
		"papers.format_pdf":   "PDF",
		"papers.format_md":    "Markdown",
		"papers.format_txt":   "Text",
		"papers.format_csv":   "CSV, für die Tabellenkalkulation",
		"papers.format_json":  "JSON, für Programme",
		"papers.format_ics":   "iCalendar",
		"papers.format_lotse": "eine Datei, die Lotse liest",

		"papers.writing":        "Wird geschrieben.",
		"papers.written":        "Geschrieben: {file}.",
		"papers.other_ending":   "{file} endet nicht auf .{format}, das gewählte Format. Ändern Sie den Namen oder das Format.",
		"papers.taken":          "{file} gibt es schon und bleibt, wie es ist. Dieser Name ist frei: {other}.",
		"papers.help":           "papers: nennt, was hinausgehen kann: Bericht, Schreiben, eine Zusammenfassung für das Ticket, die Übergabe. papers DOKUMENT DATEI SPRACHE: schreibt eines davon in eine neue Datei.",
		"papers.as":             "Als {formats}.",
		"papers.ask":            "Als was: {formats}, oder ein Dateiname, der so endet; Enter lässt es",
		"papers.usage":          "Geben Sie papers und eine Nummer ein, dann ein Format oder einen Dateinamen, dann eine Sprache: papers 1 html. Mit papers summary copy kommt die Zusammenfassung in die Zwischenablage, papers open öffnet die zuletzt geschriebene Datei.",
		"papers.copied":         "Die Zusammenfassung ging an {program}, für die Zwischenablage.",
		"papers.is_folder":      "{file} ist ein Ordner: Ergänzen Sie den Namen der Datei.",
		"papers.no_folder":      "Den Ordner {folder} gibt es nicht. Legen Sie ihn an, oder wählen Sie einen anderen.",
		"papers.handover_words": "Ihre vier Wörter: {words}. Lesen Sie sie am Telefon vor, wenn die Datei ankommt.",
		"papers.handover_open":  "Es ist kein Secret darin. Die Antworten stehen darin, und zwar unverschlüsselt.",
		"papers.none_written":   "Hier wurde noch keine Datei geschrieben.",
		"papers.unknown":        "Ein Dokument {name} gibt es hier nicht. Das Wort papers nennt alle.",
		"papers.formats":        "{item} gibt es nicht als {format}. Möglich: {formats}.",
		"papers.languages":      "{item} gibt es nicht in der Sprache {language}. Möglich: {languages}.",
	}
}
