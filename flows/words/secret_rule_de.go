package words

// secretRuleGerman is secretRuleEnglish in German.
func secretRuleGerman() table {
	return table{
		"digits_secret":          "Nicht nur Ziffern.",
		"pattern_secret":         "Nicht in der erwarteten Form.",
		"lint.rule_secret_value": "Der Satz der Regel {rule} enthält {value}, aber ein Secret steht in keinem Satz: weglassen.",
	}
}
