package words

// unitEnglish says what there is to say of what a number counts.
func unitEnglish() table {
	return table{
		"form.number_unit":      "a number ({unit})",
		"manual.unit":           "Unit",
		"lint.only_number_unit": "Only a number has a unit.",
	}
}
