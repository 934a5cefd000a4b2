package words

// previewEnglish says what there is to say of a procedure that is tried out while it
// is written.
func previewEnglish() table {
	return table{
		"preview.mark":   "PREVIEW",
		"preview.begins": "Preview: this is a rehearsal, and nothing of it is kept.",
		"preview.over":   "The preview is over; nothing of it was kept.",
		"preview.read":   "Read again at {at}.",
		"preview.mended": "Nothing is wrong any more, at {at}.",
		"preview.more":   "{n} more",
		"preview.faulty": "The file cannot be read",
		"preview.still":  "The run goes on as it was before, until that is mended.",

		"follow.step_gone":  "The step \"{step}\" is gone.",
		"follow.reopened":   "The run was finished and is open again.",
		"follow.lost":       "{n:This has|These have} no place any more: {what}.",
		"follow.lost_more":  "So have {n} more; the report lists all.",
		"follow.lost_value": "{what} ({value})",
	}
}
