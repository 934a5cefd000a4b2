package words

// handOverEnglish says what is wrong with a secret that is sealed for somebody
// else, or with a file that somebody else has sealed.
func handOverEnglish() table {
	return table{
		// the key of somebody else
		"vault.no_recipient":    "That is no public key: it begins with age1, and a letter of it may be wrong. Copy it once more.",
		"vault.private_key":     "That is a private key. It must stay with its owner: who has it reads their secrets. Needed is the public key, which begins with age1.",
		"vault.other_recipient": "A secret is sealed to a public key of the kind X25519 only: it begins with age1 and has {n} characters.",
		"vault.no_target":       "A secret to be handed over needs a public key or a passphrase to be sealed with.",
		"vault.two_targets":     "A secret to be handed over is sealed to a public key or under a passphrase, not both.",
		// a file of somebody else
		"vault.no_hand_over":         "That is no secret handed over: such a file begins with a line BEGIN AGE ENCRYPTED FILE and ends with one END, and nothing else is in it.",
		"vault.hand_over_large":      "A secret handed over has at most {limit} KiB; this file is larger.",
		"vault.hand_over_changed":    "The secret handed over cannot be opened: its file was changed or cut off. Ask for it once more.",
		"vault.hand_over_others":     "The secret handed over was sealed to another key than yours. Ask for it once more, with your public key.",
		"vault.hand_over_unknown":    "The secret handed over was sealed in a way that is not known here: {kinds}. Ask for it once more, with your public key.",
		"vault.hand_over_passphrase": "The secret handed over is sealed under a passphrase, which was not given.",
		"vault.hand_over_wrong":      "The passphrase does not open the secret handed over.",
		"vault.hand_over_key":        "The secret handed over is sealed to a key, not under a passphrase.",
		"vault.hand_over_costly":     "The secret handed over asks for more work or memory to be opened than is allowed here. Ask for it once more.",
	}
}
