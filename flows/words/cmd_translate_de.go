package words

// cmdTranslateGerman is cmdTranslateEnglish in German.
func cmdTranslateGerman() table {
	return table{
		"cmd.short_translate":      "Schreibt die Übersetzung eines Verfahrens: was da ist, sich geändert hat, fehlt",
		"cmd.long_translate":       "Schreibt die Datei, die ein Verfahren übersetzt, in der Reihenfolge des Verfahrens. Was übersetzt ist, bleibt, wie es ist, samt Ihren Kommentaren. Wo sich ein Text seither geändert hat, stehen der alte und der neue darüber; was fehlt, ist zum Ausfüllen vorbereitet; was das Verfahren nicht mehr hat, bleibt am Ende in einem Kommentar. Bei einem Ordner oder Paket geschieht das für jedes Verfahren darin. Ausgegeben wird nach stdout, wenn Sie nichts anderes sagen.",
		"cmd.flag_translate_write": "neben das Verfahren schreiben, über das, was da ist",
		"cmd.translate_both":       "--write nennt die Datei schon: -o weglassen.",
		"cmd.translate_several":    "In {folder} sind {n} Verfahren, und jedes hat seine eigene Datei: --write ergänzen oder eine ihrer Dateien nennen.",
		"cmd.translated":           "Übersetzt: {fresh}; seither geändert: {stale}; fehlt: {missing}; nicht mehr im Verfahren: {gone}.",
		"translate.language":       "{procedure} lässt sich nicht in {lang} übersetzen: eine andere Sprache als die eigene nennen, etwa de.",
		"translate.form":           "{file}, Zeile {line}: In dieser Zeile steht mehr als eine Übersetzung. Jede in eine eigene Zeile schreiben.",
	}
}
