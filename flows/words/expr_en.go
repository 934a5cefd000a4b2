package words

// exprEnglish says what is wrong with an expression.
func exprEnglish() table {
	return table{
		"operand.date":         "a date",
		"operand.span":         "a number of days",
		"lint.expr_span":       "A number of days alone is not a value: add it to a date, as in start + days(14).",
		"lint.expr_no_value":   "{what} cannot be a value: a value is a text, a number or a date.",
		"lint.expr_deep":       "The expression nests more than {limit} deep: make values of its parts.",
		"lint.expr_heavy":      "The expression would run too long: it goes through lists too often. Make values of its parts, or ask for less of each row.",
		"lint.expr_sum":        "The function sum needs a list and a number of each row, as in sum(list, .column).",
		"lint.expr_call":       "Write it as {call}.",
		"lint.expr_choice":     "Both sides of : have to be of the same kind, and they are {left} and {right}.",
		"lint.expr_arithmetic": "{left} and {right} cannot be worked out with {operator}.",
		"lint.expr_days":       "Days are added to a date, and taken from one, as days(14) or weeks(2).",
		"lint.expr_no_name":    "Nothing called {name} can be read here.",
	}
}
