package words

// pageEnglish says what there is to say of the page of a step.
func pageEnglish() table {
	return table{
		"page.value_key":     "whole value",
		"page.value_none":    "There is no value here.",
		"page.value_entered": "Entered {when} by {by}",
		"page.value_groups":  "In groups: {text}",
		"page.branches":      "more on f2",
		"page.more_options":  "{n} more {n:option|options}",
		"page.above":         "{n} {n:line|lines} above: pgup",
	}
}
