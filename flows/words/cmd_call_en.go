package words

// cmdCallEnglish says what the command line says of a call, whatever the command:
// how it was written, what ended it early, and the way out of what the engine and
// the store refuse, who know no flags.
func cmdCallEnglish() table {
	return table{
		"cmd.write":           "Write: lotse {use}",
		"cmd.no_command":      "There is no command \"{word}\"; lotse --help lists what there is.",
		"cmd.no_command_near": "There is no command \"{word}\"; did you mean {near}? lotse --help lists them.",
		"cmd.or":              "{a} or {b}",
		"cmd.no_help":         "There is no help on \"{word}\"; lotse --help lists the commands, lotse help json the JSON.",
		"cmd.without_desk": `The desk needs a terminal on both ends. What works without one:
  lotse --plain                           the desk in plain lines of text
  lotse procedures                        the procedures that there are
  lotse start PROCEDURE --customer NAME   starts a run
  lotse list                              the runs that there are
  lotse show RUN                          how a run stands
  lotse --help                            all commands`,

		"cmd.failed":        "This failed: {why}.",
		"cmd.interrupted":   "Interrupted; what was acknowledged is saved.",
		"cmd.backup_failed": "The backup of the day was not made: {why}",
		"cmd.nothing":       "nothing",

		"cmd.no_run":            "There is no run \"{run}\"; lotse list shows what there is.",
		"cmd.several_runs":      "Several runs begin with {prefix}: {runs}.",
		"cmd.several_runs_more": "Several runs begin with {prefix}: {runs}; and more.",
		"cmd.no_procedure":      "There is no procedure \"{procedure}\"; there are: {procedures}.",
		"cmd.not_written":       "{what} is not available in \"{lang}\"; it is available in: {langs}.",
		"cmd.no_file":           "There is no file {file}.",

		"cmd.type_word":      "Type {word} to go on:",
		"cmd.not_confirmed":  "Not confirmed: nothing was changed.",
		"cmd.stands_already": "This changes what has already been entered:",
		"cmd.say_yes":        "Nothing was changed: this has consequences. Confirm them with --yes.",
		"cmd.other_head":     "Nothing was changed: another program has written to the run; its head is {head} now.",

		"cmd.the_passphrase": "the passphrase",
		"cmd.the_secret":     "the secret",
		"cmd.the_key":        "the key",
		"cmd.empty_stdin":    "Stdin gave nothing for {what}.",
		"cmd.line_end":       "The line break after {what} was removed.",
		"cmd.secret_long":    "A secret has at most 16 KiB.",
		"cmd.no_descriptor":  "There is no file descriptor {fd}.",

		// of an error that has a kind and no sentence of its own
		"cmd.is_not_found":   "Not found: {why}. lotse list shows the runs in {path}.",
		"cmd.is_ambiguous":   "Several match: {why}. Give more of the id.",
		"cmd.is_conflict":    "Another program has written to this run in {path}: look with lotse show, then try again.",
		"cmd.is_locked":      "Another program holds {path}: close it, or try again in a moment.",
		"cmd.is_full":        "The disk that holds {path} is full: free some space and try again; nothing that was saved is lost.",
		"cmd.is_read_only":   "{path} cannot be written: make it and its folder writable, or name another file with --db.",
		"cmd.is_damaged":     "What is stored is damaged: {why}. Look at {path} with lotse doctor; lotse restore puts a backup in its place.",
		"cmd.is_newer":       "{path} was written by a newer Lotse: update Lotse, or name another file with --db.",
		"cmd.is_no_identity": "There is no key to seal secrets with yet, and none can be made here without a keychain or a terminal. Make one with: lotse secret init (its passphrase from a terminal, or --passphrase-fd N). Nothing was saved.",
		"cmd.is_sealed":      "The key that opens your secrets is closed here. Unlock the keychain, or run this on a terminal to give the passphrase.",

		// the way out, behind the sentence of a refusal
		"cmd.way_why":            "Give it with --why.",
		"cmd.way_outcome":        "Give it with --outcome.",
		"cmd.way_by":             "Give the name with --by.",
		"cmd.way_word":           "Give it with --word.",
		"cmd.unchanged_warnings": "Nothing was changed. These warnings are neither accepted nor left:",
		"cmd.why_of_accept":      "--why says why warnings are accepted: write done RUN STEP --accept --why REASON.",
		"cmd.way_warnings":       "Accept them with --accept --why REASON, or go on in spite of them with --leave-warnings; they are counted then.",
		"cmd.way_warnings_run":   "Go on in spite of them with --leave-warnings; add --accept --why REASON to accept those that can be accepted. A check that was not run can only be left, or run. Whatever is left is counted.",
		"cmd.way_accept":         "Accept it with --accept --why REASON.",
		"cmd.way_run":            "Run it with lotse check RUN {step}, or leave it with --leave-warnings; it is counted then.",
		"cmd.way_yes":            "Confirm it with --yes.",
		"cmd.way_secret":         "It comes from a pipe or a terminal: lotse set RUN --secret-stdin {item}.",
		"cmd.way_runs":           "lotse list shows the runs in {path}.",
		"cmd.way_secrets":        "lotse secret list shows the secrets that there are.",
		"cmd.way_backups":        "lotse backup --list shows the backups that there are.",
		"cmd.way_db":             "Name another file with --db.",
		"cmd.way_or_db":          "Another file can be named with --db.",
		"cmd.way_restore":        "Put a backup in its place with lotse restore {backup}.",
		"cmd.way_right_file":     "Name the right file with --db; if this is it, put a backup in its place with lotse restore {backup}.",
		"cmd.way_doctor":         "Look at {path} with lotse doctor; lotse restore puts a backup in its place.",
		"cmd.way_saved":          "Nothing that was saved is lost.",
		"cmd.way_look":           "Look with lotse show, then try again.",
		"cmd.way_init":           "Make a key with: lotse secret init (its passphrase from a terminal, or --passphrase-fd N). Nothing was saved.",
		"cmd.way_key_file":       "Do that with: lotse secret init --file.",
		"cmd.way_terminal":       "Run this on a terminal to give it.",
		"cmd.way_unlock":         "Unlock the keychain, or run this on a terminal to give the passphrase.",
	}
}
