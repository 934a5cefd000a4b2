package words

// phoneGerman is phoneEnglish in German.
func phoneGerman() table {
	return table{
		"phone.call":          "Gespräch {length}",
		"phone.on":            "Am Telefon",
		"phone.key":           "Telefon",
		"phone.key_branch":    "sonst",
		"phone.key_yes":       "ja",
		"phone.key_no":        "nein",
		"phone.key_back":      "zurück",
		"phone.letter_yes":    "j",
		"phone.letter_no":     "n",
		"phone.key_leave":     "zurück zur Seite",
		"phone.event":         "Gespräch beendet",
		"phone.key_hang_up":   "auflegen",
		"phone.copied":        "Die Notiz für das Ticket ist kopiert. Sie steht auch unter r, Zusammenfassung.",
		"report.call":         "In diesem Gespräch ({n} {n:Minute|Minuten})",
		"report.call_more":    "und {n} {n:weitere Änderung|weitere Änderungen}",
		"report.call_nothing": "Nichts wurde geändert.",
	}
}
