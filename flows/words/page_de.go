package words

// pageGerman is pageEnglish in German.
func pageGerman() table {
	return table{
		"page.value_key":     "ganzer Wert",
		"page.value_none":    "Hier steht kein Wert.",
		"page.value_entered": "Eingetragen: {when}, {by}",
		"page.value_groups":  "In Gruppen: {text}",
		"page.branches":      "mehr mit f2",
		"page.more_options":  "{n} weitere {n:Möglichkeit|Möglichkeiten}",
		"page.above":         "{n} {n:Zeile|Zeilen} darüber: pgup",
	}
}
