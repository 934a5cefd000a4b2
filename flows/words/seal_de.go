package words

// sealGerman is sealEnglish in German.
func sealGerman() table {
	return table{
		// was keine solche Datei ist
		"seal.none":  "Diese Datei hat keine Signatur von Lotse: Entweder hatte sie nie eine, so wie CSV und reiner Text, oder sie wurde abgeschnitten oder herausgenommen. Über die Datei lässt sich nichts nachweisen.",
		"seal.large": "Eine signierte Datei hat höchstens {limit} MiB; diese ist größer.",
		"seal.newer": "Diese Datei hat ein neueres Lotse signiert, in der Form {version}. Prüfen Sie sie mit einem neueren Programm.",

		// was verändert wurde
		"seal.seal_changed":  "Die Signatur selbst wurde verändert, in Zeile {line}.",
		"seal.body_changed":  "Das ist nicht, was signiert wurde. An welcher Stelle es verändert wurde, lässt sich nicht sagen.",
		"seal.line_changed":  "Zeile {line} ist die erste, die verändert wurde. {reads}",
		"seal.line_moved":    "Ab Zeile {line} stehen {n} Zeilen in anderer Reihenfolge. {reads}",
		"seal.lines_added":   "Bei Zeile {line} {n:wurde|wurden} {n} {n:Zeile|Zeilen} hinzugefügt. {reads}",
		"seal.lines_gone":    "Vor Zeile {line} {n:fehlt|fehlen} {n} {n:Zeile|Zeilen}.",
		"seal.reads":         "Jetzt steht dort: „{text}“.",
		"seal.reads_nothing": "Sie ist jetzt leer.",
		"seal.line_ends":     "Die Zeilenenden wurden verändert, wie es ein Mailprogramm oder ein Editor tut. Davon abgesehen ist es, was signiert wurde.",
		"seal.mark":          "Vor das erste Zeichen wurde eine Byte Order Mark gesetzt, wie es ein Editor tut. Davon abgesehen ist es, was signiert wurde.",
		"seal.mark_and_ends": "Die Zeilenenden wurden verändert, und vor das erste Zeichen wurde eine Byte Order Mark gesetzt, wie es ein Editor tut. Davon abgesehen ist es, was signiert wurde.",
		"seal.cut":           "Das Ende der Datei fehlt.",
		"seal.behind":        "Ab Zeile {line} folgt etwas hinter der Signatur, wo nichts hingehört.",
		"seal.two":           "Es gibt eine zweite Signatur, in Zeile {line}.",
		"seal.head":          "Die Kette der Ereignisse führt nicht zu dem head, der signiert wurde.",

		// der Schlüssel, der signiert
		"signing.damaged":   "„{file}“ enthält den Schlüssel zum Signieren nicht so, wie er geschrieben wurde. Legen Sie eine Kopie des richtigen dorthin, oder verschieben Sie die Datei: Dann legt die nächste Signatur einen neuen Schlüssel an.",
		"signing.open":      "Den Schlüssel zum Signieren, „{file}“, können auch andere benutzen. Mit ihm wird nichts signiert, bis die Datei allen außer Ihnen verschlossen ist.",
		"signing.unread":    "Der Schlüssel zum Signieren, „{file}“, lässt sich nicht lesen: {why}.",
		"signing.unwritten": "Der Schlüssel zum Signieren, „{file}“, lässt sich nicht schreiben: {why}.",
		"signing.missing":   "Der Schlüssel, mit dem bisher signiert wurde, „{file}“, fehlt. Legen Sie eine Kopie davon dorthin, wenn Sie eine haben; sonst legt die nächste Signatur einen neuen an.",
		"signing.other":     "Der Schlüssel zum Signieren, „{file}“, ist ein anderer als bisher. Was von nun an signiert wird, hat andere Wörter.",
	}
}
