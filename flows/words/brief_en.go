package words

// briefEnglish says to whoever opens a run again what there is to know of it. Each
// fits in two lines of 80 columns.
func briefEnglish() table {
	return table{
		"brief.failed":      "The check \"{item}\" failed on {day}.",
		"brief.failed_more": "{n} more {n:check has|checks have} failed.",
		"brief.step":        "Step {n} of {m}: {step}",
		"brief.again":       "Step {n} of {m} is to be looked at again: {step}",
		"brief.blocked":     "Step {n} of {m} is blocked: \"{step}\". First comes: {missing}",
		"brief.done":        "Everything is done, {n} of {n} steps.",
		"brief.skipped":     "{done} of {n} steps are done, {skipped} {skipped:was|were} skipped.",
		"brief.ended":       "The run has ended: {why}",
		"brief.abandoned":   "The run was given up: {why}",
		"brief.waits":       "Waiting for: {who}.",
		"brief.waits_since": "Waiting since {since} for: {who}.",
		"brief.until":       "To be looked at again on {until}.",
		"brief.today":       "To be looked at again today.",
		"brief.overdue":     "It was to be looked at again on {until}.",
		"brief.try":         "Try now: {try}",
		"brief.try_next":    "Next try {at}: {try}",
		"brief.waits_more":  "{n} more {n:wait is|waits are} open.",
		"brief.changed":     "Since you were last here, on {day}: {n} {n:change|changes} by {who}",
		"brief.changed_in":  "Since you were last here, on {day}: {n} {n:change|changes} by {who}, in: {steps}",
		"brief.new_to_you":  "You have not worked on this run yet. {who} did, last on {day}.",
		"brief.warnings":    "{n} {n:warning has|warnings have} not been accepted.",
		"brief.say":         "Say next: \"{say}\"",
	}
}
