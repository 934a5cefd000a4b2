package words

// pageFinnish is pageEnglish in Finnish.
func pageFinnish() table {
	return table{
		"page.value_key":     "koko arvo",
		"page.value_none":    "Tässä ei ole arvoa.",
		"page.value_entered": "Syötetty: {when}, {by}",
		"page.value_groups":  "Ryhmiteltynä: {text}",
		"page.branches":      "lisää: f2",
		"page.more_options":  "vielä {n} {n:vaihtoehto|vaihtoehtoa}",
		"page.above":         "{n} {n:rivi|riviä} ylempänä: pgup",
	}
}
