package words

// listEnglish are the words of the list of runs: what matters of one, putting one
// aside, orders, and the runs of a customer.
func listEnglish() table {
	return table{
		"news.failed":          "failed: {item}",
		"list.since":           "since {day}",
		"list.aside":           "Put aside",
		"list.key_aside":       "put aside",
		"list.key_take_up":     "take up",
		"list.is_aside":        "{customer}, {title}: put aside.",
		"list.is_taken_up":     "{customer}, {title}: taken up again.",
		"list.no_aside":        "Only a run that is open or waiting can be put aside.",
		"list.key_customer":    "customer",
		"list.no_customer":     "These are the runs of one customer already: esc shows all.",
		"list.of_customer":     "All of {customer}",
		"list.customer_hidden": "Nothing of another customer is shown while others look on.",
		"list.key_order":       "order",
		"list.order":           "Order: {order}.",
		"list.order_change":    "newest change first",
		"list.order_due":       "by due day",
		"list.order_customer":  "by customer",
		"list.order_procedure": "by procedure",
		"store.no_order":       "A list of runs has no order \"{order}\".",
		"list.line_aside":      "aside NUMBER: puts that run aside, or takes it up again. It is not due meanwhile.",
		"list.line_customer":   "customer NUMBER: shows all runs of that customer. list: shows all.",
		"list.line_order":      "order changed, due, customer or procedure: lists the runs in that order. order alone: in the next one.",
		"cmd.short_aside":      "Puts a run aside: it is not due until it is taken up",
		"cmd.flag_take_up":     "take it up again",
		"cmd.flag_order":       "by changed, due, customer or procedure",
		"cmd.flag_aside":       "only runs that are put aside",
		"cmd.no_order":         "A list of runs has no order \"{order}\": name changed, due, customer or procedure.",
	}
}
