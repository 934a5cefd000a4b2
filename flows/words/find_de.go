package words

// findGerman is findEnglish in German.
func findGerman() table {
	return table{
		"find.customer":  "Kunde: {text}",
		"find.procedure": "Verfahren: {text}",
		"find.answer":    "Antwort: {text}",
		"find.note":      "Notiz: {text}",
		"find.reason":    "Grund: {text}",
		"find.file":      "Datei: {text}",
		"find.other":     "Text: {text}",

		"find.go_there":  "find und eine Nummer führt dorthin oder tut es.",
		"find.help_line": "find TEXT: findet Wörter zum Eingeben, Schritte, Durchläufe, Antworten und Notizen, in jedem Durchlauf, mit Nummer; find NUMMER: geht dorthin.",

		"leave.on_desk": "q beendet Lotse von der Liste der Durchläufe aus. Dorthin führt esc; ctrl+c beendet von hier.",

		"cmd.short_find":      "Findet Wörter in allen Durchläufen: Kunden, Antworten, Notizen, Gründe",
		"cmd.flag_limit_find": "höchstens so viele Fundstellen, bis 500",
		"cmd.find_nothing":    "Nichts gefunden.",
	}
}
