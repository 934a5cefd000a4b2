package words

// cmdPackUpdateEnglish says what an update of a pack changes, and asks.
func cmdPackUpdateEnglish() table {
	return table{
		"cmd.short_pack_update": "Replaces a pack by another version, and shows first what changes",
		"cmd.long_pack_update":  "Shows what another version of an installed pack changes, by procedure and step, and puts it in the place of the one that is installed once you have confirmed. Runs keep the version that they were begun with.",
		"cmd.ask_pack_update":   "Put it in the place of the one that is installed?",
		"cmd.pack_update_yes":   "Confirm with --yes. Nothing was changed.",
		"cmd.pack_updated":      "The pack {pack} is at {version} now. Runs keep the version that they were begun with.",
		"cmd.pack_from":         "From {from} to {version}:",
		"cmd.pack_older":        "From {from} BACK to {version}, which is older:",
		"cmd.pack_same":         "Nothing changes: {version} is installed, with the same digest.",
		"cmd.pack_from_damaged": "The one that is installed is broken: what changes cannot be said.",
		"cmd.pack_procedure":    "{procedure}, version {from} to {to}:",
		"cmd.pack_files_differ": "Files:",
		"cmd.pack_whole":        "The procedure as a whole",
		"cmd.pack_was":          "was called {step}",
		"cmd.pack_new":          "new",
		"cmd.pack_gone":         "gone",
		"cmd.pack_changed":      "changed",
		"cmd.aspect_place":      "moved",
		"cmd.aspect_text":       "texts",
		"cmd.aspect_question":   "question",
		"cmd.aspect_type":       "type of the answer",
		"cmd.aspect_options":    "options",
		"cmd.aspect_rules":      "rules",
		"cmd.aspect_condition":  "condition",
		"cmd.aspect_check":      "check",
		"cmd.aspect_columns":    "columns",
	}
}
