package words

// cmdPreviewEnglish says what lotse preview does, asks and tells.
func cmdPreviewEnglish() table {
	return table{
		"cmd.short_preview":   "Walks a procedure while you write it, and follows each save",
		"cmd.long_preview":    "Opens the wizard on a rehearsal of the procedure, in a store that is thrown away at the end: checks ask simulated portals, and nothing leaves this machine. Each time one of the files in its folder is saved the run goes on by it, at the same step, with the answers that still have a place; what has none is named and stays in the report. While something is wrong with the files, the run stays as it was, and the first fault stands below it with file, line and column. Where something is wrong at the beginning, all faults are printed, and on a terminal the preview waits until they are mended.",
		"cmd.flag_preview_at": "begin at STEP, or at an item of it, STEP.ITEM",
		"cmd.preview_screen":  "A preview needs somebody to show it to: run it on a terminal, or with --plain. lotse lint {file} proves the procedure, and lotse test {file} plays its stories.",
		"cmd.preview_waits":   "Waiting until {file} is saved without them; ctrl+c ends it.",
	}
}
