package words

// cmdWriteGerman is what the commands say that help to write procedures.
func cmdWriteGerman() table {
	return table{
		"cmd.short_schema": "Gibt ein JSON-Schema der Verfahrensdateien aus, für Editoren",
		"cmd.long_schema":  "Gibt ein JSON-Schema (Draft 7) dessen aus, was Lotse liest: procedure (ein Verfahren, wenn nichts angegeben ist), steps (gemeinsame Schritte) oder translation (eine Übersetzung). Ein Editor mit yaml-language-server ergänzt und erklärt damit die Schlüssel: Legen Sie es in einer Datei ab, und schreiben Sie # yaml-language-server: $schema=DATEI in die erste Zeile des Verfahrens.",
		"cmd.schema_kind":  "Für {kind} gibt es kein Schema. Es gibt: {kinds}.",

		"cmd.flag_watch":          "bei jedem Speichern einer Datei neu prüfen, bis zum Abbruch",
		"cmd.watched":             "{at} · Fehler: {n}",
		"cmd.short_new_procedure": "Schreibt die erste Form eines Verfahrens, zum Weiterschreiben im Editor",
		"cmd.long_new_procedure":  "Fragt, was das Verfahren einrichtet und welche Schritte es hat, und schreibt NAME.yaml: fehlerfrei, mit Kommentaren, die sagen, was wo noch stehen kann. Das Schema für den Editor wird daneben geschrieben. Mit --title wird nichts gefragt. Eine vorhandene Datei bleibt, wie sie ist.",
		"cmd.flag_new_title":      "was das Verfahren einrichtet, in wenigen Worten",
		"cmd.flag_new_summary":    "ein Satz für alle, die unter Verfahren auswählen",
		"cmd.flag_new_system":     "ein System, um das es geht; so oft wie nötig",
		"cmd.flag_new_step":       "der Titel eines Schritts; so oft wie nötig",
		"cmd.flag_new_document":   "der Name des Dokuments, dem es folgt",
		"cmd.flag_new_folder":     "wohin die Datei geschrieben wird",
		"cmd.new_title":           "Sagen Sie, was das Verfahren einrichtet: --title, und --step für jeden Schritt. Am Terminal werden Sie danach gefragt.",
		"cmd.new_id":              "{id} kann nicht der Name eines Verfahrens sein: Nehmen Sie kleine Buchstaben a bis z, Ziffern und Bindestriche.",
		"cmd.procedure_written":   "{file} ist geschrieben, und das Schema für den Editor: {schema}",
		"author.needed":           "Das wird gebraucht.",
		"author.title":            "Was richtet das Verfahren ein?",
		"author.title_why":        "Wenige Worte, wie in einer Liste von Verfahren.",
		"author.id":               "Sein Name",
		"author.id_why":           "Kleine Buchstaben, Ziffern und Bindestriche. Leer: aus dem Titel gemacht.",
		"author.summary":          "Ein Satz für alle, die unter Verfahren auswählen",
		"author.systems":          "Um welche Systeme geht es?",
		"author.systems_why":      "Durch Kommas getrennt.",
		"author.document":         "Welchem Dokument folgt es?",
		"author.steps":            "Seine Schritte",
		"author.step":             "Ein Schritt (eine leere Zeile, wenn es keine mehr gibt)",
		"author.next":             "weiter",
		"author.back":             "zurück",
		"author.submit":           "fertig",
		"author.line":             "neue Zeile",
		"author.steps_why":        "In jeder Zeile ein Titel.",
		"cmd.new_head":            "Geschrieben von lotse new-procedure. lotse preview {file} zeigt es, während Sie schreiben, lotse lint {file} prüft es, und lotse describe {file} zeigt alles. Erhöhen Sie version bei jeder Änderung der Bedeutung.",
	}
}
