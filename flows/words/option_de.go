package words

// optionGerman is optionEnglish in German.
func optionGerman() table {
	return table{
		"not_offered":         "{value} gehört jetzt nicht zu den Möglichkeiten: eine andere wählen.",
		"none_offered":        "Noch gibt es keine Möglichkeit; es hängt ab von: {on}.",
		"lint.default_column": "Der Vorgabewert einer Spalte nennt keine Antworten: {{ }} weglassen.",
		"lint.option_column":  "Die Möglichkeit einer Spalte gibt es immer: when weglassen.",
	}
}
