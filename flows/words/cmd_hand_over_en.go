package words

// cmdHandOverEnglish says what secret recipient does, asks and refuses.
func cmdHandOverEnglish() table {
	return table{
		"cmd.no_public_key":          "There is no key for your secrets yet, so there is none that others could seal to. Make one with lotse secret init.",
		"cmd.short_secret_recipient": "Seals a secret for a colleague; alone it prints your own public key",
		"cmd.long_secret_recipient":  "Without arguments it prints the public key to which others can seal secrets for you, and four words that stand for it. With a run, a secret field and the public key of a colleague it seals the secret to that key, as an armored age file that only they can open, and puts on record that it was handed over. A public key that came by mail may be somebody else's: have your colleague read the four words of theirs on the phone before you confirm.",
		"cmd.flag_words":             "the four words of KEY as its owner said them: confirms without asking",
		"cmd.flag_output_sealed":     "write into a new FILE instead, readable by you alone",
		"cmd.recipient_form":         "secret recipient takes nothing, or RUN FIELD KEY; --words and --output go with a KEY.",
		"cmd.own_key":                "This is your public key, to which others can seal secrets for you. On the phone, read them the four words.",
		"cmd.ask_words":              "The words of this key are: {words}. Ask its owner on the phone for theirs; if they differ, the key is not theirs.",
		"cmd.words_differ":           "These are not the words of this key: it does not belong to whoever said them. Nothing was sealed.",
		"cmd.words_unsaid":           "The words of this key are: {words}. If its owner says the same on the phone, confirm them with --words. Nothing was sealed.",

		// lotse check --to-host
		"cmd.flag_to_host": "let the check send its secret to HOST, though it was kept for another; once is enough",
		"cmd.way_to_host":  "If {host} is right, allow it with --to-host {host}.",
		"cmd.host_none":    "No check here sends a secret to {host}, or to any other host.",
		"cmd.host_unused":  "No check here sends a secret to {host}; they would go to {hosts}.",
	}
}
