package words

// keyEnglish says what is wrong with the key to the secrets, with its recovery
// key, and with who may use the files.
func keyEnglish() table {
	return table{
		"vault.ask_wrong":         "That passphrase is wrong; {n} {n:try|tries} left. Passphrase of {file}",
		"vault.wrong_tries":       "None of the {n} passphrases opens the key \"{file}\".",
		"refuse.passphrase_short": "A passphrase needs at least {n} characters.",
		"vault.file_changed":      "The key \"{file}\" is not the one that this database used last: it was changed, cut off or replaced. Nothing is sealed with it. Put a copy of the right one there.",
		"vault.file_foreign":      "There is a key already, \"{file}\", and it is not that of this database. Move it away first.",
		"vault.keychain_missing":  "The key that opens your secrets is no longer in the keychain.",
		"vault.recovery_exists":   "There is a recovery key already. It was shown when it was made, and is kept nowhere.",
		"vault.no_recovery":       "No recovery key was made for this database: only its own key opens the secrets.",
		"vault.recovery_mistyped": "That is no recovery key: it begins with AGE-SECRET-KEY-1 and has {n} characters.",
		"vault.recovery_other":    "That recovery key is not the one of this database.",

		"store.tightened": "\"{file}\" was open to others; now only you can use it.",
		"store.open":      "\"{file}\" is open to others ({mode}). Close it to them.",
		"store.exposed":   "Others can write to the folder \"{folder}\" ({mode}) and put files of their own in the place of yours. Close it to them.",
	}
}
