package words

// cmdSheetGerman is cmdSheetEnglish in German.
func cmdSheetGerman() table {
	return table{
		"cmd.short_sheet":         "Schreibt auf, was ein Kunde vor einem Durchlauf bereithalten sollte",
		"cmd.long_sheet":          "Schreibt das Blatt, das ein Kunde vor einem Durchlauf bekommt: was er bereithalten sollte, wer dabei sein sollte, wie lange es dauert und worauf vielleicht zu warten ist. Bei einem Durchlauf steht darin, was noch kommt.",
		"cmd.flag_full":           "alles, was das Verfahren sagt, als Dokument",
		"cmd.flag_yaml":           "das Dokument, wie es geschrieben ist, und die Dateien, die es einbindet",
		"cmd.describe_form":       "--yaml gibt das Dokument aus, wie es geschrieben ist: ohne --full, --format, -o und --json.",
		"cmd.no_procedure_or_run": "{name} ist weder ein Verfahren noch der Anfang der ID eines Durchlaufs.",
		"outside.document_format": "Dieses Format gibt es für ein Dokument nicht: {format}. Möglich sind: {formats}.",
		"outside.document_ending": "{file}: An der Endung liest Lotse ab, wie ein Dokument zu schreiben ist, und diese kennt es nicht. Möglich sind: {formats}.",
	}
}
