package words

// unitFinnish is unitEnglish in Finnish.
func unitFinnish() table {
	return table{
		"form.number_unit":      "luku ({unit})",
		"manual.unit":           "Yksikkö",
		"lint.only_number_unit": "Vain luvulla on yksikkö (unit).",
	}
}
