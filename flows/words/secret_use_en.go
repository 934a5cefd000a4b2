package words

// secretUseEnglish says what a kept secret was used for, and why it was not.
func secretUseEnglish() table {
	return table{
		"event.secret_copied":      "The secret of \"{item}\" was copied to the clipboard.",
		"event.secret_revealed":    "The secret of \"{item}\" was shown.",
		"event.secret_handed_over": "The secret of \"{item}\" was sealed for the key \"{to}\", to be handed over.",
		"event.secret_passphrase":  "The secret of \"{item}\" was sealed under a passphrase, to be handed over.",
		"event.secret_checked":     "The secret of \"{item}\" was used in a check, with {to}.",
		"event.secret_shared":      "The secret of \"{item}\" was sealed to {to} as well.",
		"event.secret_unshared":    "The secret of \"{item}\" was sealed anew, without {to}.",
		"event.secret_used":        "The secret of \"{item}\" was used.",
		"refuse.holds_no_secret":   "{item} holds no secret.",
		"refuse.no_purpose":        "Unknown purpose of a secret: {purpose}.",
		"dialogue.other_host":      "{what} was kept for {kept}. This check would send it to {host}, which has not had it yet. If the address came from somebody else, make sure first that it is right.",
	}
}
