package words

// handOverGerman is handOverEnglish in German.
func handOverGerman() table {
	return table{
		// der Schlüssel anderer
		"vault.no_recipient":    "Das ist kein öffentlicher Schlüssel: Er beginnt mit age1, und vielleicht ist ein Zeichen falsch. Kopieren Sie ihn noch einmal.",
		"vault.private_key":     "Das ist ein privater Schlüssel. Er muss bei seinem Besitzer bleiben: Wer ihn hat, liest dessen Secrets. Nötig ist der öffentliche Schlüssel; er beginnt mit age1.",
		"vault.other_recipient": "Ein Secret wird nur für einen öffentlichen Schlüssel der Art X25519 verschlüsselt: Er beginnt mit age1 und hat {n} Zeichen.",
		"vault.no_target":       "Um ein Secret zur Übergabe zu verschlüsseln, braucht es einen öffentlichen Schlüssel oder eine Passphrase.",
		"vault.two_targets":     "Ein Secret wird zur Übergabe für einen öffentlichen Schlüssel oder mit einer Passphrase verschlüsselt, nicht beides.",
		// eine Datei anderer
		"vault.no_hand_over":         "Das ist kein übergebenes Secret: Eine solche Datei beginnt mit einer Zeile BEGIN AGE ENCRYPTED FILE, endet mit einer Zeile END und enthält sonst nichts.",
		"vault.hand_over_large":      "Ein übergebenes Secret hat höchstens {limit} KiB; diese Datei ist größer.",
		"vault.hand_over_changed":    "Das übergebene Secret lässt sich nicht öffnen: Die Datei wurde geändert oder ist unvollständig. Lassen Sie es sich noch einmal geben.",
		"vault.hand_over_others":     "Das übergebene Secret wurde für einen anderen Schlüssel als Ihren verschlüsselt. Lassen Sie es sich noch einmal geben, mit Ihrem öffentlichen Schlüssel.",
		"vault.hand_over_unknown":    "Das übergebene Secret wurde auf eine Art verschlüsselt, die hier nicht bekannt ist: {kinds}. Lassen Sie es sich noch einmal geben, mit Ihrem öffentlichen Schlüssel.",
		"vault.hand_over_passphrase": "Das übergebene Secret ist mit einer Passphrase verschlüsselt, und sie wurde nicht angegeben.",
		"vault.hand_over_wrong":      "Die Passphrase öffnet das übergebene Secret nicht.",
		"vault.hand_over_key":        "Das übergebene Secret ist für einen Schlüssel verschlüsselt, nicht mit einer Passphrase.",
		"vault.hand_over_costly":     "Das übergebene Secret verlangt zum Öffnen mehr Rechenarbeit oder Speicher, als hier erlaubt ist. Lassen Sie es sich noch einmal geben.",
	}
}
