package words

// attachEnglish says what there is to say of attached files, and of opening them.
func attachEnglish() table {
	return table{
		"event.attached":      "The file {file} was attached to \"{item}\".",
		"event.attached_step": "The file {file} was attached to the step \"{step}\".",
		"event.attached_note": "The note on it: \"{text}\".",

		"refuse.attach_large": "{file} is larger than {limit} MiB. Attach a smaller file, or the part of it that matters.",

		"attach.file":      "{file} ({size})",
		"attach.file_note": "{file} ({size}): {note}",
		"attach.bytes":     "{n} {n:byte|bytes}",
		"attach.kib":       "{n} KiB",
		"attach.mib":       "{n} MiB",

		"attach.attached":  "Attached: {what}",
		"attach.help_line": "attach ITEM FILE: attaches a file to an item or a step. open ITEM: opens a file that is kept there.",
		"attach.note":      "What is to be seen in it? Enter for nothing",
		"attach.title":     "Attach a file to {what}",
		"attach.path":      "File",
		"attach.note_row":  "Note",
		"attach.key":       "attach file",
		"attach.none":      "No file is kept here.",
		"attach.key_open":  "open file",
		"attach.event":     "file attached",

		"dialogue.attached":        "Attached to \"{what}\": {file}",
		"dialogue.attached_before": "Attached to \"{what}\" already: {file}",
		"dialogue.attach_missing":  "Name the file.",
		"dialogue.do_attach":       "attach a file to \"{what}\"",

		"open.not_shown": "A copy was made, but not opened: a file of this kind could run something, or is not what its name says. The copy: {file}",

		"cmd.short_attach":     "Attaches a file to a step or an item, with a note",
		"cmd.long_attach":      "Attaches a file of any kind, of up to 20 MiB, to a step or to any item of it, also where that is done, skipped or does not apply. The same file at the same place is one; another note replaces the one before. Undo takes it back; redact erases what is attached.",
		"cmd.flag_attach_note": "what is to be seen in it, in a SENTENCE",
		"cmd.short_open":       "Opens a file that a run keeps, or copies it",
		"cmd.long_open":        "Opens a file that was attached, that proves a task, that is an answer or that comes with the procedure, in the program of this system for its kind. It is copied into a folder that only you can read; a later open removes copies that are older than a day, and redact and delete remove all of them. Pictures, PDF, office documents without macros, videos and plain text are opened, anything else is only copied: it could run something. NAME is its name, or the beginning of its SHA-256, where there are several.",
		"cmd.flag_open_output": "copy it into a new FILE instead",
		"cmd.no_row":           "{word} is a row. Name the list: {item}.",
		"open.no_files":        "No file is kept at {what}.",
		"open.no_such_file":    "At {what} no file {file} is kept. There is: {files}.",
		"open.several_files":   "At {what} there are several files. Name the one that you mean, or the beginning of its SHA-256: {files}.",
	}
}
