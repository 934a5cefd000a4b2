package words

// secretRuleEnglish says what is wrong with the form of a secret, which no sentence
// shows.
func secretRuleEnglish() table {
	return table{
		"digits_secret":          "Not only digits.",
		"pattern_secret":         "Not in the expected form.",
		"lint.rule_secret_value": "The sentence of the rule {rule} has {value} in it, but a secret stands in no sentence: leave it out.",
	}
}
