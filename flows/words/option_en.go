package words

// optionEnglish says what there is to say of options that are not always offered, and
// of defaults that follow other answers.
func optionEnglish() table {
	return table{
		"not_offered":         "{value} is not offered now: choose another option.",
		"none_offered":        "Nothing can be chosen yet: that depends on {on}.",
		"lint.default_column": "The default of a column names no answers: leave {{ }} out.",
		"lint.option_column":  "An option of a column is always offered: leave out when.",
	}
}
