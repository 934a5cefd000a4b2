package words

// cmdWriteEnglish is what the commands say that help to write procedures.
func cmdWriteEnglish() table {
	return table{
		"cmd.short_schema": "Prints a JSON Schema of procedure files, for editors",
		"cmd.long_schema":  "Prints a JSON Schema (draft 7) of what Lotse reads: procedure (the default), steps (shared steps) or translation. An editor that knows yaml-language-server completes and explains the keys with it: keep it in a file, and write # yaml-language-server: $schema=FILE into the first line of the procedure.",
		"cmd.schema_kind":  "There is no schema of {kind}. There are: {kinds}.",

		"cmd.flag_watch":          "prove again each time that a file is saved, until interrupted",
		"cmd.watched":             "{at} · {n:fault|faults}: {n}",
		"cmd.short_new_procedure": "Writes the first form of a procedure, to go on from in an editor",
		"cmd.long_new_procedure":  "Asks what the procedure sets up and which steps it has, and writes NAME.yaml: it lints clean, with comments that say what else can stand where. The schema for the editor is written beside it. With --title nothing is asked. A file that exists is left alone.",
		"cmd.flag_new_title":      "what the procedure sets up, in a few words",
		"cmd.flag_new_summary":    "one sentence for whoever chooses among procedures",
		"cmd.flag_new_system":     "a system that it touches; as often as needed",
		"cmd.flag_new_step":       "the title of a step; as often as needed",
		"cmd.flag_new_document":   "the name of the document that it follows",
		"cmd.flag_new_folder":     "where the file is written",
		"cmd.new_title":           "Say what the procedure sets up: --title, and --step for each step. On a terminal you are asked for it.",
		"cmd.new_id":              "{id} cannot be the name of a procedure: use small letters a to z, digits and hyphens.",
		"cmd.procedure_written":   "{file} is written, and its schema for the editor: {schema}",
		"author.needed":           "This is needed.",
		"author.title":            "What does the procedure set up?",
		"author.title_why":        "A few words, as in a list of procedures.",
		"author.id":               "Its name",
		"author.id_why":           "Small letters, digits and hyphens. Empty: made from the title.",
		"author.summary":          "One sentence for whoever chooses among procedures",
		"author.systems":          "Which systems does it touch?",
		"author.systems_why":      "With commas between them.",
		"author.document":         "Which document does it follow?",
		"author.steps":            "Its steps",
		"author.step":             "A step (an empty line when there are no more)",
		"author.next":             "next",
		"author.back":             "back",
		"author.submit":           "done",
		"author.line":             "new line",
		"author.steps_why":        "A title in each line.",
		"cmd.new_head":            "Written by lotse new-procedure. lotse preview {file} walks it while you write, lotse lint {file} proves it, and lotse describe {file} shows all of it. Raise version with every change of meaning.",
	}
}
