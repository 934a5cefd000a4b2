package words

// vaultEnglish says what is wrong with secrets and the key that seals them, and
// what is asked for it.
func vaultEnglish() table {
	return table{
		// what is asked; the face puts its own sign behind it
		"vault.ask":       "Passphrase of {file}",
		"vault.ask_there": "Passphrase of {file}, which exists already",
		"vault.ask_new":   "New passphrase for your secrets. {forgotten}",
		"vault.ask_again": "The same passphrase again",
		"vault.forgotten": "If you forget this passphrase, the secrets sealed with it are gone: nobody can open them again.",

		// a secret
		"vault.empty":     "An empty secret cannot be sealed; clear the field instead.",
		"vault.too_long":  "A secret has at most {limit} KiB; this one is longer.",
		"vault.changed":   "The secret {field} of run \"{run}\" cannot be opened: it was changed, or sealed with another key.",
		"vault.others":    "{by} sealed the secret {field} of run \"{run}\", and it opens for {can} alone. Ask {by} to add you, or enter it anew: then it is yours.",
		"vault.elsewhere": "The secret {field} of run \"{run}\" was sealed for another place and is not opened here.",

		// the key
		"vault.exists":            "There is already a key for your secrets, in {place}. It is chosen only once.",
		"vault.in_keychain":       "the keychain",
		"vault.in_file":           "a file",
		"vault.no_identity":       "There is no key to seal secrets with yet: no keychain answers here, and no passphrase was given to make one with.",
		"vault.nothing_sealed":    "There is no key to open secrets with: nothing was sealed with this database yet.",
		"vault.nothing_to_unlock": "There is no key to unlock yet.",
		"vault.other_identity":    "The key is not the one that this database seals with ({recipient}).",
		"vault.key_elsewhere":     "Your key for this server is on another machine and not here; its words are {words}.",
		"vault.other_claim":       "The key here is not the one that the server shows others as yours: the words of this one are {words}, of the server's {claimed}.",
		"vault.own_damaged":       "\"{file}\" is not as it was written: it holds your public key and those that you have confirmed. Move it away; then the key is taken over anew, and the words of colleagues are compared once more.",
		"vault.setting_damaged":   "The setting \"{setting}\" of the database is not what was stored there.",

		// the key in a file
		"vault.wrong_passphrase":   "The passphrase does not open the key \"{file}\".",
		"vault.passphrases_differ": "The two passphrases differ; nothing was made.",
		"vault.not_given":          "The key that opens your secrets is \"{file}\", and its passphrase was not given.",
		"vault.no_terminal":        "The key that opens your secrets is \"{file}\", and there is no terminal to ask for its passphrase.",
		"vault.not_taken":          "There is a key already, \"{file}\", and it cannot be taken over. {why} Move it away if it is not yours.",
		"vault.file_missing":       "The key \"{file}\" is missing: without it no secret can be opened. Put a copy of it there.",
		"vault.file_damaged":       "\"{file}\" does not hold a key protected by a passphrase. Put a copy of the right one there.",
		"vault.file_unread":        "The key \"{file}\" cannot be read: {why}.",
		"vault.file_unwritten":     "The key \"{file}\" cannot be written: {why}.",

		// the key in the keychain
		"vault.no_keychain":         "No keychain answers here. {why} Keep the key in a file.",
		"vault.keychain_closed":     "The key that opens your secrets is in the keychain, which does not give it out. {why} Unlock the keychain and try again.",
		"vault.keychain_damaged":    "What is in the keychain is not a key.",
		"vault.not_put":             "The keychain did not take the key. {why}",
		"vault.keychain_silent":     "The keychain did not answer within {n} {n:second|seconds}.",
		"vault.keychain_unreadable": "The keychain gave an answer that cannot be read.",
		"vault.keychain_loses":      "The keychain does not give back what was put into it.",
		"vault.bus_named":           "{variable} names no running session bus.",
		"vault.no_bus":              "There is no session bus.",
		"vault.no_bus_at":           "There is no session bus at \"{file}\".",
	}
}
