package words

// failedEnglish says what there is to say of what did not work.
func failedEnglish() table {
	return table{
		"brief.not_worked":      "On {day} \"{item}\" did not work: {why}",
		"brief.not_worked_more": "(and {n} more)",

		"event.not_worked": "\"{item}\" did not work.",
		"event.resolved":   "\"{item}\" works now.",

		"not_worked": "{by}: it did not work. {why}",

		"refuse.not_worked_why":  "Say what was to be seen. It is put on record.",
		"refuse.not_worked_item": "{item} is only read: name a task, a check, or what else is done there.",
		"refuse.not_worked_step": "In the step {step} nothing is to be done now. Name one of its items.",
		"refuse.not_worked_none": "Nobody said that {what} did not work, or it was resolved.",

		"dialogue.do_fail": "\"{what}\": whether it worked",

		"failed.key":       "did not work",
		"failed.key_works": "works now",
		"failed.title":     "\"{what}\" did not work",
		"failed.holds":     "The step stays open until it works, or somebody accepts it with a reason.",
		"failed.why":       "What was to be seen?",
		"failed.works":     "Does \"{what}\" work now?",
		"failed.was":       "{by} said: {why}",
		"failed.how":       "What helped? Empty: nothing more to say",
		"failed.said":      "It is on record that it did not work.",
		"failed.resolved":  "It is on record that it works now.",
		"failed.help":      "failed WHY: what you are asked for did not work. resolved: it works now.",

		"cmd.short_failed":    "Says that a step or an item did not work, or works now",
		"cmd.long_failed":     "Puts on record that an item did not work, with what was to be seen; of a step its first item that can be done. It is a warning that holds the step until it is resolved or accepted with a reason, and the first that the run's brief says. Completing the step settles it.",
		"cmd.flag_failed_why": "what was to be seen, or what helped, in a SENTENCE",
		"cmd.flag_resolved":   "it works now",
	}
}
