package words

// unitGerman is unitEnglish in German.
func unitGerman() table {
	return table{
		"form.number_unit":      "eine Zahl ({unit})",
		"manual.unit":           "Einheit",
		"lint.only_number_unit": "Nur eine Zahl hat eine Einheit (unit).",
	}
}
