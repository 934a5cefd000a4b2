package words

// previewGerman is previewEnglish in German.
func previewGerman() table {
	return table{
		"preview.mark":   "VORSCHAU",
		"preview.begins": "Vorschau: Das ist eine Probe, von der nichts aufgehoben wird.",
		"preview.over":   "Die Vorschau ist beendet; nichts davon wurde aufgehoben.",
		"preview.read":   "Neu gelesen um {at}.",
		"preview.mended": "Kein Fehler mehr, um {at}.",
		"preview.more":   "{n} weitere",
		"preview.faulty": "Die Datei kann nicht gelesen werden",
		"preview.still":  "Bis das behoben ist, geht der Durchlauf weiter wie vorher.",

		"follow.step_gone":  "Den Schritt „{step}“ gibt es nicht mehr.",
		"follow.reopened":   "Der Durchlauf war abgeschlossen und ist wieder offen.",
		"follow.lost":       "Keinen Platz mehr {n:hat|haben}: {what}.",
		"follow.lost_more":  "Ebenso {n} weitere; der Bericht nennt alle.",
		"follow.lost_value": "{what} ({value})",
	}
}
