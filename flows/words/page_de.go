package words

// pageGerman is pageEnglish in German.
func pageGerman() table {
	return table{
		"page.branches":     "mehr mit f2",
		"page.more_options": "{n} weitere {n:Möglichkeit|Möglichkeiten}",
		"page.above":        "{n} {n:Zeile|Zeilen} darüber: pgup",
	}
}
