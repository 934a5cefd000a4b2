package words

// eachGerman says what is wrong with an item that is there for every row.
func eachGerman() table {
	return table{
		"manual.each":       "für jede Zeile von",
		"lint.each_kind":    "Den Schlüssel each gibt es nur bei dem, was kopiert wird; hier steht: {is}.",
		"lint.each_outside": "Als .{column} lässt sich eine Spalte nur in einem Item mit each: LISTE lesen.",
		"lint.each_task":    "{column} wird abgehakt und hat keine Antwort: Kein Text kann das nennen.",
	}
}
