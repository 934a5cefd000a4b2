package words

// valueEnglish says what there is to say of a value that is worked out.
func valueEnglish() table {
	return table{
		"value.follows":      "Follows from {what}",
		"value.none":         "Cannot be worked out from these answers",
		"kind.value":         "a value",
		"manual.is":          "worked out as",
		"manual.kind_value":  "value",
		"lint.value_none":    "{id} needs an expression: {id} = EXPRESSION, or the key is.",
		"lint.value_twice":   "The expression stands behind the = already: leave out the key is, or the = and what follows it.",
		"lint.value_type":    "The expression gives {is}, which cannot be of the type {type}.",
		"refuse.value":       "{item} is worked out: change what it follows from ({what}).",
		"refuse.value_alone": "{item} is worked out and cannot be entered.",
	}
}
