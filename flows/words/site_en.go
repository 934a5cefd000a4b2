package words

// siteEnglish says where a step happens on the web.
func siteEnglish() table {
	return table{
		"refuse.page_https":     "The address of a page begins with https://. Paste it as the browser shows it.",
		"refuse.page_address":   "This is no address of a page. Paste it as the browser shows it: https:// and a host.",
		"refuse.page_user":      "The address holds a user name. Paste it without what stands before the @.",
		"refuse.page_long":      "An address has {limit} characters at most. Paste the one of the page, without what comes after the question mark.",
		"refuse.page_no_system": "The step \"{step}\" names no system, so that no address can be kept for it.",

		"lint.page":          "The address of the page cannot be used. {why}",
		"lint.page_source":   "Say where the address of the page stands: page: {address, from, source}, or a source of the step {step}.",
		"lint.no_system":     "The procedure has no system {system}{hint}",
		"manual.system":      "System",
		"manual.page":        "Page",
		"manual.page_source": "Where the page is named",
		"thing.page":         "a page",

		"page.title":     "Where is {system} of this customer?",
		"page.why":       "No document says it. The address is kept for this customer, and used by all of their runs.",
		"page.empty":     "Empty: the address is forgotten.",
		"page.address":   "Address",
		"page.key":       "open page",
		"page.key_other": "other address",
		"page.unsaid":    "Where {system} of this customer is, nobody has said yet.",
		"cmd.page_both":  "Name an address, or have the kept one forgotten, not both.",
		"page.none":      "This step names neither a page nor a system.",
		"page.fixed":     "The address of this page stands in the procedure: {address}",
		"page.other":     "open page: opens the page of the step. open page ADDRESS keeps another address of the customer's system, open page none forgets it.",
		"page.question":  "Where is {system} of this customer? Its https address, or Enter for later",

		"dialogue.page_kept":      "Kept for this customer: {system} is at {address}",
		"dialogue.page_forgotten": "The address of {system} is forgotten.",

		"cmd.short_page":       "Says on which page a step happens, or keeps the address of a customer's own system",
		"cmd.long_page":        "Says on which page of the web a step happens: the one that the procedure names, else that of the customer's own system. With ADDRESS the address of this system is kept for the customer, and used by all of their runs. It begins with https:// and goes when the customer is deleted.",
		"cmd.flag_forget_page": "forget the kept address",
	}
}
