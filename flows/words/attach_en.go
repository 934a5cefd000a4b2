package words

// attachEnglish says what there is to say of attached files.
func attachEnglish() table {
	return table{
		"event.attached":      "The file {file} was attached to \"{item}\".",
		"event.attached_step": "The file {file} was attached to the step \"{step}\".",
		"event.attached_note": "The note on it: \"{text}\".",

		"refuse.attach_large": "{file} is larger than {limit} MiB. Attach a smaller file, or the part of it that matters.",
	}
}
