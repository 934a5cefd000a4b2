package words

// cmdCopyEnglish says what lotse copy does, did and left.
func cmdCopyEnglish() table {
	return table{
		"cmd.short_copy":     "Copies all runs from one place to another: from a file to a team's server, and back",
		"cmd.long_copy":      "Copies customers with the addresses of their systems, runs with their procedures, events and files, and secrets as they are sealed. A place is a database file, which is made if it is not there yet, or the postgres:// address of a team; the one that is left out is your own store. What is there already stays: a run that went on at the source is brought up to date; one that went on at the target is left and named; so is one that went on at both, for you to settle with lotse handover and lotse receive. Every run is read back and its chain verified. A run is there whole or not at all: if the copying is cut off, the same command goes on. Settings and input that was not submitted are not copied.",
		"cmd.flag_copy_from": "the PLACE to copy from: a database FILE, or a postgres:// address",
		"cmd.flag_copy_to":   "the PLACE to copy to: a database FILE, or a postgres:// address",
		"cmd.flag_dry_copy":  "look at everything, say what would be copied, and write nothing",

		"cmd.copy_places":   "Say with --from and --to where to copy from and to: a database FILE, or a postgres:// address. The one that is left out is your own store.",
		"cmd.copy_no_store": "There is no database to copy from: {place}",
		"cmd.copy_same":     "Both are the same place: {place}",
		"cmd.copying":       "Copying: run {n} of {all}, {customer}",
		"cmd.copy_stopped":  "{n} {n:run was|runs were} copied before that; the same command goes on from there.",

		"cmd.copied_all":          "Copied from {from} to {to}.",
		"cmd.copy_would":          "Nothing was written. This would be copied from {from} to {to}.",
		"cmd.copied_runs":         "{all} {all:run|runs}: {new} new, {ahead} brought up to date, {same} the same already.",
		"cmd.copied_customers":    "{all} {all:customer|customers}: {new} new.",
		"cmd.copied_files":        "{n} {n:file|files}, {size}.",
		"cmd.copied_missing":      "{n} {n:file that events name was|files that events name were} not to be had at the source.",
		"cmd.copied_secrets":      "{n} {n:secret|secrets}, as sealed: only the key that sealed {n:it|them} opens {n:it|them}.",
		"cmd.copied_secrets_open": "{n} {n:secret|secrets}, as sealed: your key opens {n:it|them} there, too.",
		"cmd.copied_secrets_key":  "{n} {n:secret|secrets}, as sealed: only the key of {key} opens {n:it|them}.",
		"cmd.copied_secrets_of":   "{n} {n:secret|secrets}, as sealed by {by}, whose key alone opens {n:it|them}.",
		"cmd.copied_rehearsed":    "{n} {n:secret|secrets} of rehearsals or demos: {n:it opens|they open} at the source alone.",
		"cmd.copied_withheld":     "{n} {n:secret was|secrets were} not copied: your role may not read them.",
		"cmd.copied_stayed":       "Left as {n:it is|they are}:",
		"cmd.copied_stayed_more":  "and {n} more (--json has all)",
		"cmd.copied_not":          "Not copied: settings, which runs are put aside, and input that was not submitted.",
		"transfer.behind":         "It went on there: {n} {n:event|events} more.",
		"transfer.diverged":       "Both went on after event {since}: {ours} {ours:event|events} here, {theirs} there. Compare them with lotse handover here and lotse receive at the other place.",
		"transfer.taken":          "Somebody is working with it there right now, or its id belongs to a run there that you may not see. The same command tries it again.",
		"transfer.broken":         "It is not as it was written. Event {seq}: {what}",
		"transfer.other_events":   "Its events are others.",
		"transfer.not_as_written": "The run {run} does not come back from {place} as it was written. {why} Nothing more was copied: have the place looked at with lotse doctor.",
		"transfer.file_changed":   "The file {file} came out other than it is called. Have the source looked at with lotse doctor.",
		"transfer.other_address":  "The address of {system} is another one there and stays: {address}",
		"transfer.role":           "Nothing was copied: at {place} {member} has the role {role}, which only reads. A lead can change that with lotse team add.",
	}
}
