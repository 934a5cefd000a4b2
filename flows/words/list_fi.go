package words

// listFinnish is listEnglish in Finnish.
func listFinnish() table {
	return table{
		"news.failed":          "epäonnistui: {item}",
		"list.since":           "alkoi {day}",
		"list.aside":           "Syrjässä",
		"list.key_aside":       "siirrä syrjään",
		"list.key_take_up":     "ota takaisin",
		"list.is_aside":        "{customer}, {title}: siirretty syrjään.",
		"list.is_taken_up":     "{customer}, {title}: otettu takaisin.",
		"list.no_aside":        "Vain avoimen tai odottavan työn voi siirtää syrjään.",
		"list.key_customer":    "asiakas",
		"list.no_customer":     "Nämä ovat jo yhden asiakkaan työt: esc näyttää kaikki.",
		"list.of_customer":     "Kaikki työt: {customer}",
		"list.customer_hidden": "Muista asiakkaista ei näytetä mitään, kun muut katsovat.",
		"list.key_order":       "järjestys",
		"list.order":           "Järjestys: {order}.",
		"list.order_change":    "uusin muutos ensin",
		"list.order_due":       "määräpäivän mukaan",
		"list.order_customer":  "asiakkaan mukaan",
		"list.order_procedure": "menettelyn mukaan",
		"store.no_order":       "Töiden luettelossa ei ole järjestystä ”{order}”.",
		"list.line_aside":      "aside NUMERO: siirtää työn syrjään tai ottaa sen takaisin. Sen vuoro ei tule sillä välin.",
		"list.line_customer":   "customer NUMERO: näyttää kaikki saman asiakkaan työt. list: näyttää kaikki työt.",
		"list.line_order":      "order changed, due, customer tai procedure: näyttää työt siinä järjestyksessä. pelkkä order: seuraavassa.",
		"cmd.short_aside":      "Siirtää työn syrjään: sen vuoro tulee vasta, kun se otetaan takaisin",
		"cmd.flag_take_up":     "ota takaisin",
		"cmd.flag_order":       "järjestys: changed, due, customer tai procedure",
		"cmd.flag_aside":       "vain syrjään siirretyt työt",
		"cmd.no_order":         "Töiden luettelossa ei ole järjestystä ”{order}”: järjestykset ovat changed, due, customer ja procedure.",
	}
}
