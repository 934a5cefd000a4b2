package words

// optionFinnish is optionEnglish in Finnish.
func optionFinnish() table {
	return table{
		"not_offered":         "{value} ei ole nyt vaihtoehto: valitse muu.",
		"none_offered":        "Vaihtoehtoja ei vielä ole. Ne riippuvat näistä: {on}.",
		"lint.default_column": "Sarakkeen oletuksessa ei voi olla vastauksia: jätä {{ }} pois.",
		"lint.option_column":  "Sarakkeen vaihtoehto on aina valittavissa: jätä when pois.",
	}
}
