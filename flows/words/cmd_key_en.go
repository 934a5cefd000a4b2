package words

// cmdKeyEnglish says what the commands about the key to the secrets say.
func cmdKeyEnglish() table {
	return table{
		"cmd.short_secret_recover": "Makes the key anew from the recovery key",
		"cmd.short_secret_check":   "Opens the key once, to see that it opens",
		"cmd.flag_new_key":         "make another key, though you have one for this server on another machine",
		"cmd.flag_recovery":        "make a recovery key too, and show it once",
		"cmd.flag_recovery_out":    "write the recovery key to FILE, which must be new",
		"cmd.flag_recovery_to":     "write the recovery key to file descriptor N",
		"cmd.flag_recovery_from":   "read the recovery key from file descriptor N",

		"cmd.keep_key_file":     "No backup has this key. Keep a copy of {file} somewhere else, or print a recovery key: lotse secret init --recovery.",
		"cmd.keep_key_keychain": "No backup has this key: it is in the keychain of this machine and nowhere else. Print a recovery key: lotse secret init --recovery.",
		"cmd.backup_key":        "The key to the secrets is not in the backup. {key}",
		"cmd.backup_recovery":   "With the recovery key its secrets open on any machine: lotse secret recover.",

		"cmd.recovery_key":   "Your recovery key. It is shown once and kept nowhere: print it or write it down, and keep it away from this machine. Whoever has it and the database, or a backup, can open your secrets.",
		"cmd.recovery_use":   "If the passphrase is forgotten or the key is lost: lotse secret recover.",
		"cmd.recovery_file":  "The recovery key is in {file}. Keep it away from this machine: whoever has it and the database, or a backup, can open your secrets.",
		"cmd.recovery_where": "A recovery key is shown on a terminal, without --json; elsewhere it goes to a new file with --recovery-out FILE, or to --recovery-fd N.",
		"cmd.ask_recovery":   "Recovery key (AGE-SECRET-KEY-1…)",
		"cmd.the_recovery":   "the recovery key",
		"cmd.recover_how":    "The recovery key is asked for on a terminal, or read with --recovery-fd N.",
		"cmd.recovered":      "The key was made anew; all secrets open again.",
		"cmd.recovered_kept": "The file that was there before is kept: {file}.",
		"cmd.key_opens":      "The key opens.",

		"cmd.way_recover":   "With a recovery key, lotse secret recover makes it anew.",
		"cmd.way_bring_key": "Copy identity.age from there to {folder}, or with a recovery key: lotse secret recover. If it is lost, lotse secret init --new makes another; what was sealed for the old one stays shut.",
		"cmd.way_other_key": "If those are the words on your other machine, bring that key here. If you do not know them, tell whoever runs the server; lotse secret init --new keeps to the key here.",
		"cmd.way_check":     "If it is yours all the same, lotse secret check opens it once; with a recovery key, lotse secret recover makes it anew.",
		"cmd.way_forgot":    "If the passphrase is forgotten: lotse secret recover sets a new one, with the recovery key.",

		"cmd.doctor_key_file":    "Written {at}, permissions {mode}.",
		"cmd.doctor_key_open":    "Others can read {file}: chmod 600 takes that from them.",
		"cmd.doctor_recovery":    "A recovery key opens it.",
		"cmd.doctor_no_recovery": "There is no recovery key.",
	}
}
