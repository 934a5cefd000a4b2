package words

// dialogueEnglish is what the dialogue about a run tells, whichever face holds
// it.
func dialogueEnglish() table {
	return table{
		"dialogue.first_step":     "This is the first step.",
		"dialogue.last_step":      "This is the last step.",
		"dialogue.first_item":     "This is the first item.",
		"dialogue.last_item":      "This is the last item of the step.",
		"dialogue.no_step":        "No step is open here: go to one first.",
		"dialogue.veiled":         "Hidden in the shared view.",
		"dialogue.blocked":        "This step comes later. Missing: {missing}",
		"dialogue.held":           "Still open: {what}: {text}",
		"dialogue.held_more":      "And {n} more.",
		"dialogue.step_done":      "Done: {title}",
		"dialogue.skipped":        "Skipped.",
		"dialogue.not_skipped":    "This step is done; there is nothing to skip.",
		"dialogue.why_missing":    "Give a reason: it goes on record.",
		"dialogue.undone":         "Undone.",
		"dialogue.wait_past":      "That day is over: choose a later one.",
		"dialogue.meanwhile":      "Meanwhile the next step can be done.",
		"dialogue.proof_missing":  "This task asks for a proof.",
		"dialogue.key_made":       "The key was made.",
		"dialogue.not_saved":      "Not saved: {why} What you typed is kept here; the next key tries again.",
		"dialogue.cancelled":      "It was cancelled.",
		"dialogue.reloaded":       "Another program changed this run; both are here now.",
		"dialogue.theirs_hold":    "What was changed elsewhere holds.",
		"dialogue.yours_hold":     "{n:Your value holds|Your {n} values hold}.",
		"dialogue.set_aside":      "Yours stands in its field, typed and not taken.",
		"dialogue.not_kept":       "Not kept, since nobody decided: {what}",
		"dialogue.secret_decides": "A secret cannot be kept as typed: choose which of both is to hold.",

		"dialogue.no_item": "{name} names no item here.",
		"dialogue.no_list": "That is no list of rows.",
		"dialogue.no_row":  "There is no row {row}: {n:it has one row|it has {n} rows}.",

		"dialogue.do_answer":   "{what}",
		"dialogue.do_rows":     "{what}: rows added",
		"dialogue.do_remove":   "{what}: row removed",
		"dialogue.do_tick":     "{what}: ticked off",
		"dialogue.do_untick":   "{what}: tick taken back",
		"dialogue.do_accept":   "{what}: accepted with a reason",
		"dialogue.do_note":     "{what}: note",
		"dialogue.do_complete": "{what}: completed",
		"dialogue.do_skip":     "{what}: skipped",
		"dialogue.do_reopen":   "{what}: opened again",
		"dialogue.do_wait":     "{what}: waiting",
		"dialogue.do_gate":     "{what}: point of no return passed",
		"dialogue.do_undo":     "undo",
		"dialogue.do_other":    "another change",
	}
}
