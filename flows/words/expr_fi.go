package words

// exprFinnish says what is wrong with an expression.
func exprFinnish() table {
	return table{
		"operand.date":         "päivä",
		"operand.span":         "päivien määrä",
		"lint.expr_span":       "Pelkkä päivien määrä ei ole arvo: lisää se päivään, esimerkiksi start + days(14).",
		"lint.expr_no_value":   "Tästä ei tule arvoa: {what}. Arvo on teksti, luku tai päivä.",
		"lint.expr_deep":       "Lausekkeessa on yli {limit} tasoa: tee sen osista omia arvoja.",
		"lint.expr_heavy":      "Lausekkeen laskeminen kestäisi liian kauan: se käy luetteloja läpi liian monta kertaa. Tee sen osista omia arvoja tai kysy riveiltä vähemmän.",
		"lint.expr_sum":        "Funktio sum tarvitsee luettelon ja luvun joka riviltä, esimerkiksi sum(list, .column).",
		"lint.expr_call":       "Kirjoita näin: {call}.",
		"lint.expr_choice":     "Merkin : kummallakin puolella pitää olla samanlaista; nyt vasemmalla on {left}, oikealla {right}.",
		"lint.expr_arithmetic": "Näitä ei voi laskea operaattorilla {operator}: {left}, {right}.",
		"lint.expr_days":       "Päivään lisätään ja siitä vähennetään päiviä näin: days(14) tai weeks(2).",
		"lint.expr_no_name":    "Nimeä {name} ei voi lukea tässä.",
	}
}
