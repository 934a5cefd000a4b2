package words

// valueFinnish says what there is to say of a value that is worked out.
func valueFinnish() table {
	return table{
		"value.follows":      "Lasketaan näistä: {what}",
		"value.none":         "Ei ole laskettavissa näistä vastauksista",
		"kind.value":         "arvo",
		"manual.is":          "lasketaan näin",
		"manual.kind_value":  "arvo",
		"lint.value_none":    "{id} tarvitsee lausekkeen: {id} = LAUSEKE tai avain is.",
		"lint.value_twice":   "Lauseke on jo merkin = perässä: jätä pois joko avain is tai = ja sen jatko.",
		"lint.value_type":    "Lausekkeesta tulee {is}, joten tyyppi {type} ei käy.",
		"refuse.value":       "{item} lasketaan: muuta vastauksia, joista se saadaan ({what}).",
		"refuse.value_alone": "{item} lasketaan, sitä ei anneta.",
	}
}
