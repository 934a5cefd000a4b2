package words

// listGerman is listEnglish in German.
func listGerman() table {
	return table{
		"news.failed":          "fehlgeschlagen: {item}",
		"list.since":           "seit {day}",
		"list.aside":           "Zurückgelegt",
		"list.key_aside":       "zurücklegen",
		"list.key_take_up":     "aufnehmen",
		"list.is_aside":        "{customer}, {title}: zurückgelegt.",
		"list.is_taken_up":     "{customer}, {title}: wieder aufgenommen.",
		"list.no_aside":        "Nur ein Durchlauf, der offen ist oder wartet, kann zurückgelegt werden.",
		"list.key_customer":    "Kunde",
		"list.no_customer":     "Das sind schon die Durchläufe eines Kunden: esc zeigt alle.",
		"list.of_customer":     "Alles von {customer}",
		"list.customer_hidden": "Von anderen Kunden wird nichts gezeigt, solange andere zusehen.",
		"list.key_order":       "Reihenfolge",
		"list.order":           "Reihenfolge: {order}.",
		"list.order_change":    "neueste Änderung zuerst",
		"list.order_due":       "nach Fälligkeit",
		"list.order_customer":  "nach Kunde",
		"list.order_procedure": "nach Verfahren",
		"store.no_order":       "Eine Liste von Durchläufen hat keine Reihenfolge „{order}“.",
		"list.line_aside":      "aside NUMMER: legt diesen Durchlauf zurück oder nimmt ihn wieder auf. Fällig ist er so lange nicht.",
		"list.line_customer":   "customer NUMMER: zeigt alle Durchläufe dieses Kunden. list: zeigt alle.",
		"list.line_order":      "order changed, due, customer oder procedure: zeigt die Durchläufe in dieser Reihenfolge. order allein: in der nächsten.",
		"cmd.short_aside":      "Legt einen Durchlauf zurück: Fällig ist er erst wieder, wenn er aufgenommen ist",
		"cmd.flag_take_up":     "wieder aufnehmen",
		"cmd.flag_order":       "nach changed, due, customer oder procedure",
		"cmd.flag_aside":       "nur zurückgelegte Durchläufe",
		"cmd.no_order":         "Eine Liste von Durchläufen hat keine Reihenfolge „{order}“: Es gibt changed, due, customer und procedure.",
	}
}
