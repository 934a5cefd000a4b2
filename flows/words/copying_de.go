package words

func copyingGerman() table {
	return table{
		"copying.title":     "Werte übertragen: {done} von {n} eingefügt",
		"copying.none":      "Auf dieser Seite gibt es nichts, was anderswo einzugeben wäre.",
		"copying.key":       "Werte übertragen",
		"copying.key_copy":  "kopieren, weiter",
		"copying.key_end":   "fertig, weiter",
		"copying.key_alone": "nur der Wert",
		"copying.key_all":   "alle Werte",
		"copying.held":      "kopiert",
		"copying.pasted":    "eingefügt",
		"copying.end":       "Das war der letzte Wert: weiter mit der Seite.",
		"copying.secret":    "Ein Secret wird hier nicht angezeigt.",
		"copying.unknown":   "Ob der Wert in einer Zwischenablage ankam, ist nicht sicher: Ein Programm dafür gibt es hier nicht, und das Terminal sagt nicht, dass es Kopiertes annimmt.",
		"copying.select":    "Markieren Sie ihn mit der Maus.",

		// in line mode
		"copying.line_how":    "copy mit einer Nummer kopiert einen davon, copy {next} einen nach dem anderen.",
		"copying.line_copied": "{what}: an {program} übergeben, für die Zwischenablage.",
		"copying.line_end":    "Das war der letzte.",
		"copying.line_number": "Geben Sie eine Nummer von 1 bis {n} an.",
	}
}
