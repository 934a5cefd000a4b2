package words

// cmdReportGerman is cmdReportEnglish in German.
func cmdReportGerman() table {
	return table{
		"cmd.short_report":       "den Bericht eines Durchlaufs schreiben",
		"cmd.long_report":        "Schreibt, was für wen wann mit welchem Ergebnis getan wurde und was offen ist: für Menschen\n(md, html, pdf), für Programme (json, csv; lotse help json) oder in wenigen Zeilen für ein Ticket\n(text). Interne Schritte und Notizen stehen nur mit --internal darin, Secrets nie.",
		"cmd.flag_report_format": "wie er geschrieben wird: {formats}; sonst, wie es die Endung der Datei sagt, sonst md",
		"cmd.flag_report_output": "eine neue Datei, in die er geschrieben wird",
		"cmd.flag_internal":      "mit Internem: Schritten, Angaben, Notizen",
		"cmd.flag_schema":        "nur das JSON-Schema von --format json ausgeben",
		"cmd.report_format":      "Ein Bericht wird als {formats} geschrieben, nicht als „{format}“.",
		"cmd.report_terminal":    "Ein Bericht als {format} ist nichts für ein Terminal: Nennen Sie mit -o eine Datei.",
		"cmd.report_ending":      "{file}: So wird kein Bericht geschrieben. Nennen Sie mit --format, wie: {formats}.",
		"cmd.report_json":        "Mit --json ist ein Bericht auf stdout JSON: Nennen Sie für {format} mit -o eine Datei.",
		"cmd.report_verify":      "Als Datei ist dieser Bericht signiert. lotse verify DATEI sagt anhand der Datei allein, ob sie geändert wurde, nennt die erste geänderte Zeile und die Wörter des Schlüssels, die sich am Telefon vergleichen lassen.",
	}
}
