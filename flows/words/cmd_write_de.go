package words

// cmdWriteGerman is what the commands say that help to write procedures.
func cmdWriteGerman() table {
	return table{
		"cmd.short_schema": "Gibt ein JSON-Schema der Verfahrensdateien aus, für Editoren",
		"cmd.long_schema":  "Gibt ein JSON-Schema (Draft 7) dessen aus, was Lotse liest: procedure (ein Verfahren, wenn nichts angegeben ist), steps (gemeinsame Schritte) oder translation (eine Übersetzung). Ein Editor mit yaml-language-server ergänzt und erklärt damit die Schlüssel: Legen Sie es in einer Datei ab, und schreiben Sie # yaml-language-server: $schema=DATEI in die erste Zeile des Verfahrens.",
		"cmd.schema_kind":  "Für {kind} gibt es kein Schema. Es gibt: {kinds}.",
	}
}
