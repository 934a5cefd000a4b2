package words

// lintLetterGerman says it in German.
func lintLetterGerman() table {
	return table{
		"thing.letter":             "das Schreiben",
		"lint.letter_size":         "Das Schreiben hat {size} Byte; es darf höchstens {limit} haben.",
		"lint.letter_subject":      "Ein Schreiben beginnt mit einer Zeile „{subject} …“ und einer leeren Zeile; dann kommt der Text.",
		"lint.letter_syntax":       "Das lässt sich nicht lesen: {part}",
		"lint.letter_end":          "Ein if, with oder range ist nicht geschlossen, oder eine Klammer: {part}",
		"lint.letter_part":         "Das gehört nicht zur Sprache der Schreiben: {part}",
		"lint.letter_range":        "Ein range geht durch die Zeilen einer Liste, wie in range rows \"liste\", und steht in keinem anderen range.",
		"lint.letter_name":         "Ein Feld oder eine Funktion {name} gibt es nicht{hint}",
		"lint.letter_secret":       "Das Schreiben nennt das Secret {name}: Ein Secret steht in keinem Schreiben. Ob es da ist, lässt sich mit has \"{name}\" fragen.",
		"lint.letter_bare":         "Hier braucht {name} eine Funktion: answer \"{name}\" für die Antwort, has \"{name}\" dafür, ob es eine gibt.",
		"lint.letter_arguments":    "Die Funktion {name} nimmt eine andere Zahl von Argumenten: mindestens {takes}.",
		"lint.letter_pairs":        "Die Funktion {name} nimmt Paare: eine Möglichkeit und den Text dafür.",
		"lint.letter_quotes":       "Das muss ein Text in Anführungszeichen sein, nicht {part}.",
		"lint.letter_cell":         "Die Spalte {name} lässt sich nur in einem range lesen, und nicht in einem with.",
		"lint.letter_dot":          "Ein Punkt allein ist der Wert eines with: Hier gibt es keins.",
		"lint.letter_option":       "„{value}“ ist keine Möglichkeit von {name}{hint}",
		"lint.letter_called":       "In einem Schreiben ist {{ {name} }} eine Funktion, obwohl es auch ein Feld {name} gibt: Für das Feld answer \"{name}\" schreiben.",
		"lint.letter_shadows":      "Das Schreiben {template} tritt an die Stelle eines mitgelieferten: anders nennen, falls das nicht gemeint ist.",
		"lint.letter_untranslated": "Vom Schreiben {template} fehlt die Datei {file}: Es geht stattdessen in der Sprache {lang} hinaus.",
	}
}
