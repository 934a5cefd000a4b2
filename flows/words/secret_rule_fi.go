package words

// secretRuleFinnish is secretRuleEnglish in Finnish.
func secretRuleFinnish() table {
	return table{
		"digits_secret":          "Tässä on muutakin kuin numeroita.",
		"pattern_secret":         "Ei odotetussa muodossa.",
		"lint.rule_secret_value": "Säännön {rule} lauseessa on {value}, mutta salaisuus ei esiinny missään lauseessa: jätä se pois.",
	}
}
