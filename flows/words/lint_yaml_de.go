package words

// lintYAMLGerman is in German what lintEnglish says of how a document is written.
func lintYAMLGerman() table {
	return table{
		"lint.yaml_tab":         "Diese Zeile ist mit einem Tabulator eingerückt, oder mit einem anderen Zeichen, das kein gewöhnliches Leerzeichen ist: Leerzeichen benutzen, zwei je Ebene.",
		"lint.yaml_indent":      "Diese Zeile ist nicht so eingerückt wie die, zu denen sie gehört: in Spalte {column} beginnen, wie Zeile {line}.",
		"lint.yaml_left":        "Diese Zeile des Textes beginnt vor seiner ersten: in Spalte {column} beginnen.",
		"lint.yaml_stray":       "Diese Zeile ist kein Eintrag der Liste, die in Zeile {line} beginnt: vor einen Eintrag gehören - und ein Leerzeichen. Setzt sie den Text darüber fort, kommt der in eine Zeile, in Anführungszeichen.",
		"lint.yaml_dash":        "Hinter dem Strich fehlt ein Leerzeichen: {text} schreiben.",
		"lint.yaml_dash_key":    "Ein Eintrag einer Liste kann nicht zwischen Schlüsseln stehen: unter den Schlüssel setzen, zu dem er gehört, oder den Strich weglassen.",
		"lint.yaml_behind":      "Das Dokument ist oben zu Ende: Dahinter kann nichts mehr stehen.",
		"lint.yaml_no_key":      "Hinter dem Schlüssel fehlt der Doppelpunkt: {text} schreiben.",
		"lint.yaml_goes_on":     "Hier steht kein Schlüssel mit Doppelpunkt. Setzt die Zeile den Text darüber fort, kommt der in eine Zeile, in Anführungszeichen; sonst KEY: VALUE schreiben.",
		"lint.yaml_below":       "Unter diesem Zeichen steht kein Text: seine Zeilen in Spalte {column} beginnen.",
		"lint.yaml_colon":       "Hinter den Schlüssel gehören ein Doppelpunkt und ein Leerzeichen: {text} schreiben.",
		"lint.yaml_colon_text":  "In diesem Text steht ein Doppelpunkt mit einem Leerzeichen dahinter: den Text in Anführungszeichen setzen: {text}.",
		"lint.yaml_begins":      "Mit diesem Zeichen kann ein Text nicht beginnen: ihn in Anführungszeichen setzen: {text}.",
		"lint.yaml_signs":       "In diesem Text stehen Klammern: ihn in Anführungszeichen setzen: {text}.",
		"lint.yaml_quotes":      "Die Anführungszeichen enden vor dem Text: {text} schreiben.",
		"lint.yaml_escape":      "Ein \\ schreibt man in doppelten Anführungszeichen \\\\; oder den Text in einfache setzen, wo es für sich selbst steht.",
		"lint.no_end":           "Was hier mit {open} beginnt, hat kein Ende: {close} hinter das Letzte schreiben, was dazugehört.",
		"lint.no_begin":         "Hier ist nichts offen, was {close} beenden könnte: weglassen.",
		"lint.yaml_merged":      "Diese Zeile ist beim Zusammenführen zweier Fassungen stehen geblieben: eine davon wählen und solche Zeilen löschen.",
		"lint.yaml_close":       "Das {open} aus Zeile {line} endet mit {close}: das hier schreiben.",
		"lint.yaml_comma":       "Vor dem, was hier kommt, fehlt ein Komma. Ist alles ein Text, gehört er in Anführungszeichen.",
		"lint.yaml_comma_alone": "Vor diesem Komma steht nichts: weglassen.",
		"lint.yaml_comma_text":  "In diesem Text steht ein Komma: ihn in Anführungszeichen setzen: {text}.",
		"lint.yaml_plain":       "Programme, die YAML lesen, verstehen das so: {is}. Den Text in Anführungszeichen setzen: {text}.",
		"lint.yaml_cut":         "Was hinter # steht, ist ein Kommentar und gehört nicht zum Text: den Text in Anführungszeichen setzen: {text}. Ein Kommentar kommt in eine eigene Zeile.",
		"lint.yaml_comment":     "Was hinter # steht, ist ein Kommentar, also steht hier nichts: den Text in Anführungszeichen setzen: {text}. In einem Kommentar steht hinter # ein Leerzeichen.",
		"lint.yaml_folded":      "Dieser Text geht in der nächsten Zeile weiter, und YAML macht eine Zeile daraus: ihn in eine Zeile schreiben, oder | und den Text darunter.",
		"lint.yaml_trailing":    "Die Leerzeichen am Ende dieses Textes fallen weg: löschen, oder den Text in Anführungszeichen setzen.",
		"lint.yaml_keep":        "Die leeren Zeilen am Ende dieses Textes fallen weg: | ohne + schreiben.",
		"thing.number":          "eine Zahl",
		"thing.truth":           "true oder false",
		"thing.date":            "ein Datum",
	}
}
