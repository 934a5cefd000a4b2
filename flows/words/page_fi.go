package words

// pageFinnish is pageEnglish in Finnish.
func pageFinnish() table {
	return table{
		"page.branches":     "lisää: f2",
		"page.more_options": "vielä {n} {n:vaihtoehto|vaihtoehtoa}",
		"page.above":        "{n} {n:rivi|riviä} ylempänä: pgup",
	}
}
