package words

// eventGerman is eventEnglish in German.
func eventGerman() table {
	return table{
		"event.brought":  "{by}, gebracht von {writer}",
		"event.started":  "Ein Durchlauf von {procedure}, Version {version}, wurde für {customer} begonnen.",
		"event.language": "Die Sprache des Durchlaufs ist jetzt {lang}.",

		"event.answered":       "„{item}“ wurde mit „{value}“ beantwortet.",
		"event.cleared":        "Die Antwort auf „{item}“ wurde entfernt.",
		"event.secret":         "Das Secret für „{item}“ wurde eingegeben.",
		"event.secret_cleared": "Das Secret für „{item}“ wurde entfernt.",
		"event.undone":         "Ereignis {seq} wurde rückgängig gemacht.",
		"event.undone_item":    "Ereignis {seq} zu „{item}“ wurde rückgängig gemacht.",
		"event.stale":          "Erneut anzusehen: {steps}.",

		"event.row_added":    "Zeile {row} wurde zu „{item}“ hinzugefügt.",
		"event.row_removed":  "Zeile {row} wurde aus „{item}“ entfernt.",
		"event.cell":         "„{column}“ in Zeile {row} von „{item}“ wurde mit „{value}“ beantwortet.",
		"event.cell_cleared": "Die Antwort auf „{column}“ in Zeile {row} von „{item}“ wurde entfernt.",
		"event.rows":         "„{item}“ bekam {n} {n:Zeile|Zeilen} anstelle der vorhandenen.",
		"event.rows_added":   "„{item}“ bekam {n} weitere {n:Zeile|Zeilen}.",
		"event.rows_file":    "Sie kamen aus der Datei {file}.",

		"event.ticked":       "„{item}“ wurde abgehakt.",
		"event.ticked_row":   "„{column}“ in Zeile {row} von „{item}“ wurde abgehakt.",
		"event.unticked":     "Der Haken bei „{item}“ wurde entfernt.",
		"event.unticked_row": "Der Haken bei „{column}“ in Zeile {row} von „{item}“ wurde entfernt.",
		"event.evidence":     "Der Nachweis ist die Datei {file}.",
		"event.note":         "Der Nachweis lautet: „{text}“.",

		"event.accepted": "Das Problem {problem} von „{step}“ wurde akzeptiert.",
		"event.noted":    "Notiz zu „{step}“: „{text}“.",
		"event.left":     "{n} {n:Warnung|Warnungen} nicht akzeptiert und stehen gelassen: {problems}.",
		"event.done":     "Der Schritt „{step}“ wurde abgeschlossen.",
		"event.skipped":  "Der Schritt „{step}“ wurde übersprungen.",
		"event.reopened": "Der Schritt „{step}“ wurde wieder geöffnet.",
		"event.why":      "Begründung: „{why}“.",

		"event.waiting":        "„{item}“: Es wird gewartet.",
		"event.waiting_until":  "„{item}“: Es wird gewartet; Wiedervorlage {until}.",
		"event.wait_answered":  "„{item}“: Die Antwort ist da.",
		"event.gate":           "„{item}“ wurde freigegeben; entschieden hat {by}.",
		"event.check_passed":   "Die Prüfung „{item}“ wurde bestanden.",
		"event.check_warned":   "Die Prüfung „{item}“ ergab eine Warnung.",
		"event.check_failed":   "Die Prüfung „{item}“ ist fehlgeschlagen.",
		"event.check_unknown":  "Die Prüfung „{item}“ kam zu keinem Ergebnis.",
		"event.check_stale":    "Während sie lief, hat sich eine Antwort geändert.",
		"event.mapped":         "„{item}“ liest die Spalten von {side} wie gewählt: {columns}.",
		"event.read_otherwise": "„{item}“ liest {side} wie angegeben: Kopfzeile, Blatt oder Kodierung.",
		"event.unmapped":       "„{item}“ liest die Spalten von {side} wieder nach ihren Namen.",
		"event.sent":           "„{item}“ wurde gesendet: „{how}“.",

		"event.ended":       "Der Durchlauf ist beendet: {outcome}.",
		"event.abandoned":   "Der Durchlauf wurde abgebrochen: {outcome}.",
		"event.erased":      "Aus {n} {n:Ereignis|Ereignissen} wurden Daten gelöscht.",
		"event.erased_item": "„{item}“ wurde aus {n} {n:Ereignis|Ereignissen} gelöscht.",
		"event.gone":        "Die Daten eines Ereignisses der Art {kind} wurden gelöscht.",
		"event.unreadable":  "Ein Ereignis der Art {kind}, dessen Daten sich hier nicht lesen lassen.",
	}
}
