package words

// cmdHelpEnglish says what each command does, as its help has it.
func cmdHelpEnglish() table {
	return table{
		"cmd.short": "Takes you through a documented onboarding procedure, step by step",
		"cmd.long": "Lotse takes you through a documented onboarding procedure, step by step, and loses nothing.\n\n" +
			"Without a command it opens the desk: all runs, and what to go on with.",
		"cmd.group_run":    "runs",
		"cmd.group_answer": "in a run",
		"cmd.group_read":   "procedures",
		"cmd.group_data":   "data",

		"cmd.short_start":         "Starts a run for a customer",
		"cmd.short_resume":        "Continues a run; by default the one last changed",
		"cmd.short_list":          "Lists runs, the last changed first",
		"cmd.short_show":          "Shows a run: every step and item, with what is missing",
		"cmd.short_log":           "Shows the events of a run, as they happened",
		"cmd.short_end":           "Gives up a run, with a reason",
		"cmd.short_demo":          "Opens a demo: sample customers in a store of its own",
		"cmd.short_set":           "Sets answers: all of them or, if one is refused, none",
		"cmd.short_tick":          "Ticks off tasks; in a row: STEP.LIST[ROW].TASK",
		"cmd.short_untick":        "Takes ticks back",
		"cmd.short_accept":        "Accepts a problem; PROBLEM is its id in show",
		"cmd.short_note":          "Records a note",
		"cmd.short_undo":          "Takes back the last answer, tick or skip of an open step",
		"cmd.short_done":          "Completes a step",
		"cmd.short_skip":          "Leaves a step undone, with a reason",
		"cmd.short_reopen":        "Reopens a step, and with it a run that was given up",
		"cmd.short_wait":          "Says when to look again, or that the answer has come",
		"cmd.short_gate":          "Passes a point of no return",
		"cmd.short_check":         "Runs the checks of a run, of a step, or one",
		"cmd.short_draft":         "Writes a letter or a sheet from the answers",
		"cmd.short_sent":          "Records that a letter was sent, as it reads now",
		"cmd.short_lang":          "Changes the language of a run",
		"cmd.short_procedures":    "Lists the procedures",
		"cmd.short_describe":      "Describes a procedure: its steps, items, rules and facts",
		"cmd.short_lint":          "Checks procedure files: every fault with its file, line and column",
		"cmd.short_probe":         "Runs one check without a run",
		"cmd.short_compare":       "Compares the same register in two systems",
		"cmd.short_rehearse":      "Chooses what goes wrong in a rehearsal or a demo",
		"cmd.short_secret":        "Manages secrets and the key that seals them",
		"cmd.short_secret_init":   "Makes the key that seals secrets, once",
		"cmd.short_secret_list":   "Lists the secrets that are kept, without their values",
		"cmd.short_secret_show":   "Shows a secret, on a terminal only",
		"cmd.short_secret_forget": "Removes a secret; the log still says that it was there",
		"cmd.short_verify":        "Verifies that a run, or a file that was signed, is unchanged",
		"cmd.short_redact":        "Erases an answer, or what is attached, from the log and the backups, for good",
		"cmd.short_delete":        "Deletes a run, or a customer with all runs, for good",
		"cmd.short_backup":        "Makes a verified copy of the database",
		"cmd.short_restore":       "Puts a backup in the database's place; what is there is kept",
		"cmd.short_config":        "Shows or changes a setting; an empty VALUE removes it",
		"cmd.short_doctor":        "Looks thoroughly whether everything is in order",
		"cmd.short_help":          "Help on a command or a topic: keys, rules, checks, faults, registers, JSON",

		"cmd.long_check": "Runs checks and records their results. Without a place it runs every check that applies now. " +
			"The exit code is 1 when a check failed or could not be run.",
		"cmd.long_compare": "Reads the same register of two systems, from CSV or XLSX, and finds what has to be fixed before one card overwrites another. " +
			"The exit code is 1 when something has to be fixed, otherwise 0.",
		"cmd.long_demo": "Opens a store of its own, with sample customers at different points of every procedure; it is made the first time. " +
			"Every run in it is a demo and says so wherever it is seen; its checks ask portals that Lotse simulates on this machine. It needs no network, and your own runs are neither read nor touched.\n\n" +
			"With a PROCEDURE it opens a run that is at its beginning, and starts one if there is none: good for opening a talk. Runs that are under way are on the desk.\n\n" +
			"Lists with faults in them are in the folder files beside the store; wherever a file is asked for, its name alone will do. " +
			"Other commands reach the demo with --db; what it says at the end shows how. --reset deletes it and makes it again; your own files in its folder are kept.",
		"cmd.long_draft": "Writes a letter or a sheet from a run's answers, as plain text to stdout, into a new file, or as a mail that a mail program opens for sending. " +
			"It is written in the recipient's language; --lang asks for another one. It never contains a secret. Nothing is sent: lotse sent records that you sent it.",
		"cmd.long_probe": "{title}.\nAn argument without a flag is taken as --{flag}.",
		"cmd.long_rehearse": "In a rehearsal and in a demo, checks ask simulated portals on this machine. This command chooses what goes wrong there, check by check. " +
			"With a run alone it shows what was chosen. A fault of an answer goes away with that answer: enter another one and check again. In the full screen, w at a check does the same.",
	}
}
