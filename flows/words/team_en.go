package words

// teamEnglish says what others in a team's store do meanwhile.
func teamEnglish() table {
	return table{
		"team.gone":        "This run has been deleted, or is no longer yours to see. What is shown is how it was.",
		"team.undo":        "{by} has changed this run since, so the last change may be theirs. Undo again to take it back.",
		"team.more":        "{what}, and {n} more",
		"team.with":        "with {names}",
		"team.run_changed": "{by} changed {title} of {customer}",
		"team.line_heard":  "{by}, {at}: {what}",
		"team.line_more":   "{n} more {n:change|changes} by others.",
		"team.line_with":   "Also in this run: {names}.",
		"team.line_alone":  "Nobody else is in this run now.",

		"team.opens_alone":   "only {by} can open it",
		"team.opens_among":   "sealed by {by}; opens for you, and for {others}",
		"team.opens_besides": "opens for {others} as well",
		"team.opens_with":    "sealed by {by}; opens for you as well",
		"team.opens_without": "sealed by {by}; only {others} can open it",
	}
}
