package words

// cmdHandOverEnglish says what secret recipient does, asks and refuses.
func cmdHandOverEnglish() table {
	return table{
		"cmd.no_public_key":          "There is no key for your secrets yet, so there is none that others could seal to. Make one with lotse secret init.",
		"cmd.short_secret_recipient": "Seals a secret for a colleague; alone it prints your own public key",
		"cmd.long_secret_recipient":  "Without arguments it prints the public key to which others can seal secrets for you, and four words that stand for it. With a run, a secret field and the public key of a colleague it seals the secret to that key, as an armored age file that only they can open, and puts on record that it was handed over. A public key that came by mail may be somebody else's: have your colleague read the four words of theirs on the phone before you confirm. In a team's store the NAME of a member adds them to those who can open the kept secret, and --remove takes them out again; their key is confirmed once.",
		"cmd.flag_words":             "the four words of KEY as its owner said them: confirms without asking",
		"cmd.flag_output_sealed":     "write into a new FILE instead, readable by you alone",
		"cmd.recipient_form":         "secret recipient takes nothing, or RUN FIELD and a KEY or, in a team, the NAME of a member; its flags go with these.",
		"cmd.own_key":                "This is your public key, to which others can seal secrets for you. On the phone, read them the four words.",
		"cmd.ask_words":              "The words of this key are: {words}. Ask its owner on the phone for theirs; if they differ, the key is not theirs.",
		"cmd.words_differ":           "These are not the words of this key: it does not belong to whoever said them. Nothing was sealed.",
		"cmd.words_unsaid":           "The words of this key are: {words}. If its owner says the same on the phone, confirm them with --words. Nothing was sealed.",

		// lotse secret recipient RUN FIELD NAME
		"cmd.flag_member_key":       "the KEY of NAME, where the server knows none of theirs",
		"cmd.flag_remove_recipient": "seal the secret anew without NAME",
		"cmd.recipient_member":      "--key and --remove go with the NAME of a member of the team.",
		"cmd.rotated_stays":         "The new secret is confirmed everywhere. The old one was sealed by somebody else and is still kept: it goes when they, or a lead, next save something in this run.",
		"team.key_differs":          "The server shows colleagues another key as yours, to which they would seal. lotse secret recipient puts that right.",
		"team.sealed_without":       "The new secret does not open for {members}: their key is not confirmed here, or they no longer work in the team. lotse secret recipient adds somebody.",
		"team.key_restored":         "The server showed colleagues another key as yours, with the words {words}. It shows yours again; ask whoever runs it how that came about.",
		"team.key_changed":          "The key of {member} is not the one that you confirmed: its words are now {words}. If {member} says on the phone that they made a new key, and the same words, confirm them with --words. Nothing was sealed.",
		"team.may_have_kept":        "What {member} has opened they may have kept: replace the secret with lotse secret rotate.",
		"team.no_key":               "{member} has no key for secrets yet. They make one with lotse secret init; or name theirs with --key.",
		"team.no_recipient":         "{item} is not sealed to {member}.",
		"team.own_secret":           "The secret is sealed to you already. Name a colleague.",
		"team.reads_only":           "{member} is {role} and writes nothing: not even that they opened a secret could be put on record. Nothing was sealed.",
		"team.rehearsal_secret":     "The secrets of a rehearsal open only where they were entered. Your colleague enters one of their own.",
		"team.secret_shared":        "{item} opens for {member} as well.",
		"team.secret_unshared":      "{item} does not open for {member} any more.",
		"team.unconfirmed":          "The secret is sealed to {member} as well, and you have confirmed no key of theirs. Remove {member} first with --remove. Nothing was sealed.",
		"cmd.way_add_me":            "{by} adds you with: lotse secret recipient {run} {field} \"{me}\"",

		// lotse check --to-host
		"cmd.flag_to_host": "let the check send its secret to HOST, though it was kept for another; once is enough",
		"cmd.way_to_host":  "If {host} is right, allow it with --to-host {host}.",
		"cmd.host_none":    "No check here sends a secret to {host}, or to any other host.",
		"cmd.host_unused":  "No check here sends a secret to {host}; they would go to {hosts}.",
	}
}
