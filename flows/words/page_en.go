package words

// pageEnglish says what there is to say of the page of a step.
func pageEnglish() table {
	return table{
		"page.branches":     "more on f2",
		"page.more_options": "{n} more {n:option|options}",
		"page.above":        "{n} {n:line|lines} above: pgup",
	}
}
