package words

// resumeEnglish says where a run goes on, and what was half done when it was left.
func resumeEnglish() table {
	return table{
		"dialogue.half_typed": "Half done: what was typed for \"{what}\" is kept and not taken yet.",
		"dialogue.half_form":  "Half done: what was typed in a form about \"{what}\" is kept for when it is opened again.",
		"dialogue.half_more":  "{n} more {n:text was|texts were} typed and not taken.",

		"cmd.flag_resume_at": "open the run at STEP, or at an item of it, STEP.ITEM",
	}
}
