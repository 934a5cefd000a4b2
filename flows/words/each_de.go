package words

// eachGerman says what is wrong with an item that is there for every row.
func eachGerman() table {
	return table{
		"manual.each":       "für jede Zeile von",
		"lint.each_kind":    "Den Schlüssel each gibt es nur bei {kinds}; hier steht: {is}.",
		"lint.each_column":  "Eine Spalte gibt es ohnehin in jeder Zeile: each ist für die Items eines Schritts.",
		"refuse.each_row":   "{item} gibt es für jede Zeile von {list}. Nennen Sie eine: {item}[ZEILE], mit einer Zeile aus {known}.",
		"each.on_check":     "Eine Prüfung je Zeile",
		"each.check_rows":   "alle Zeilen prüfen",
		"each.check_row":    "diese Zeile",
		"dialogue.each_row": "{item} gibt es für jede Zeile. Nennen Sie eine, zum Beispiel {example}.",
		"refuse.each_none":  "{item} gibt es für jede Zeile von {list}; dort steht noch keine.",
		"lint.each_outside": "Als .{column} lässt sich eine Spalte nur in einem Item mit each: LISTE lesen.",
		"lint.each_task":    "{column} wird abgehakt und hat keine Antwort: Kein Text kann das nennen.",
	}
}
