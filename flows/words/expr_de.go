package words

// exprGerman says what is wrong with an expression.
func exprGerman() table {
	return table{
		"operand.date":         "ein Datum",
		"operand.span":         "eine Zahl von Tagen",
		"lint.expr_span":       "Eine Zahl von Tagen allein ist kein Wert: zu einem Datum zählen, wie in start + days(14).",
		"lint.expr_no_value":   "{what} kann kein Wert sein: Ein Wert ist ein Text, eine Zahl oder ein Datum.",
		"lint.expr_deep":       "Der Ausdruck ist tiefer als {limit} Ebenen verschachtelt: aus seinen Teilen eigene Werte machen.",
		"lint.expr_heavy":      "Der Ausdruck würde zu lange rechnen: Er geht zu oft durch Listen. Aus seinen Teilen eigene Werte machen oder je Zeile weniger fragen.",
		"lint.expr_sum":        "Die Funktion sum braucht eine Liste und eine Zahl je Zeile, wie in sum(list, .column).",
		"lint.expr_call":       "So schreiben: {call}.",
		"lint.expr_choice":     "Auf beiden Seiten von : muss das Gleiche stehen; links steht {left}, rechts {right}.",
		"lint.expr_arithmetic": "Mit {operator} lässt sich das nicht rechnen: Links steht {left}, rechts {right}.",
		"lint.expr_days":       "Zu einem Datum zählt man Tage als days(14) oder weeks(2), und ebenso zieht man sie ab.",
		"lint.expr_no_name":    "Etwas mit dem Namen {name} lässt sich hier nicht lesen.",
	}
}
