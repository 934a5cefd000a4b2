package words

// vaultGerman is vaultEnglish in German.
func vaultGerman() table {
	return table{
		// wonach gefragt wird; sein Zeichen dahinter setzt, wer fragt
		"vault.ask":       "Passphrase für {file}",
		"vault.ask_there": "Passphrase für {file}; die Datei gibt es schon",
		"vault.ask_new":   "Neue Passphrase für Ihre Secrets. {forgotten}",
		"vault.ask_again": "Dieselbe Passphrase noch einmal",
		"vault.forgotten": "Vergessen Sie diese Passphrase, sind die damit verschlüsselten Secrets verloren: Niemand kann sie mehr öffnen.",

		// ein Secret
		"vault.empty":     "Ein leeres Secret lässt sich nicht verschlüsseln; leeren Sie stattdessen das Feld.",
		"vault.too_long":  "Ein Secret hat höchstens {limit} KiB; dieses ist länger.",
		"vault.changed":   "Das Secret {field} des Durchlaufs „{run}“ lässt sich nicht öffnen: Es wurde geändert oder mit einem anderen Schlüssel verschlüsselt.",
		"vault.others":    "{by} hat das Secret {field} des Durchlaufs „{run}“ verschlüsselt, und es lässt sich nur von {can} öffnen. Bitten Sie {by}, Sie hinzuzunehmen, oder geben Sie es neu ein: Dann ist es Ihres.",
		"vault.elsewhere": "Das Secret {field} des Durchlaufs „{run}“ wurde für eine andere Stelle verschlüsselt und wird hier nicht geöffnet.",

		// der Schlüssel
		"vault.exists":            "Für Ihre Secrets gibt es schon einen Schlüssel: {place}. Er wird nur einmal gewählt.",
		"vault.in_keychain":       "im Schlüsselbund",
		"vault.in_file":           "in einer Datei",
		"vault.no_identity":       "Es gibt noch keinen Schlüssel, um Secrets zu verschlüsseln: Kein Schlüsselbund antwortet hier, und es wurde keine Passphrase angegeben, um einen anzulegen.",
		"vault.nothing_sealed":    "Es gibt keinen Schlüssel, um Secrets zu öffnen: Mit dieser Datenbank wurde noch nichts verschlüsselt.",
		"vault.nothing_to_unlock": "Es gibt noch keinen Schlüssel zum Aufschließen.",
		"vault.other_identity":    "Mit diesem Schlüssel verschlüsselt die Datenbank nicht; ihrer ist {recipient}.",
		"vault.key_elsewhere":     "Ihr Schlüssel für diesen Server liegt auf einem anderen Rechner und nicht hier; seine Wörter sind {words}.",
		"vault.other_claim":       "Der Schlüssel hier ist nicht der, den der Server anderen als Ihren zeigt: Die Wörter von diesem sind {words}, die des anderen {claimed}.",
		"vault.own_damaged":       "„{file}“ ist nicht, wie sie geschrieben wurde: Darin stehen Ihr öffentlicher Schlüssel und die, die Sie bestätigt haben. Verschieben Sie die Datei; dann wird der Schlüssel neu übernommen, und die Wörter der anderen werden noch einmal verglichen.",
		"vault.setting_damaged":   "Die Einstellung „{setting}“ der Datenbank ist nicht, was dort geschrieben wurde.",

		// der Schlüssel in einer Datei
		"vault.wrong_passphrase":   "Die Passphrase öffnet den Schlüssel „{file}“ nicht.",
		"vault.passphrases_differ": "Die beiden Passphrasen sind verschieden; nichts wurde angelegt.",
		"vault.not_given":          "Ihre Secrets öffnet der Schlüssel „{file}“, und seine Passphrase wurde nicht angegeben.",
		"vault.no_terminal":        "Ihre Secrets öffnet der Schlüssel „{file}“, und es gibt kein Terminal, um nach seiner Passphrase zu fragen.",
		"vault.not_taken":          "Dort liegt schon ein Schlüssel, „{file}“, und er lässt sich nicht übernehmen. {why} Verschieben Sie ihn, wenn er nicht Ihrer ist.",
		"vault.file_missing":       "Der Schlüssel „{file}“ fehlt: Ohne ihn lässt sich kein Secret öffnen. Legen Sie eine Kopie davon dorthin.",
		"vault.file_damaged":       "„{file}“ enthält keinen Schlüssel, der mit einer Passphrase geschützt ist. Legen Sie eine Kopie des richtigen dorthin.",
		"vault.file_unread":        "Der Schlüssel „{file}“ lässt sich nicht lesen: {why}.",
		"vault.file_unwritten":     "Der Schlüssel „{file}“ lässt sich nicht schreiben: {why}.",

		// der Schlüssel im Schlüsselbund
		"vault.no_keychain":         "Hier antwortet kein Schlüsselbund. {why} Legen Sie den Schlüssel in einer Datei ab.",
		"vault.keychain_closed":     "Der Schlüssel für Ihre Secrets liegt im Schlüsselbund, und der gibt ihn nicht heraus. {why} Schließen Sie den Schlüsselbund auf, und versuchen Sie es noch einmal.",
		"vault.keychain_damaged":    "Was im Schlüsselbund liegt, ist kein Schlüssel.",
		"vault.not_put":             "Der Schlüsselbund hat den Schlüssel nicht angenommen. {why}",
		"vault.keychain_silent":     "Der Schlüsselbund hat innerhalb von {n} {n:Sekunde|Sekunden} nicht geantwortet.",
		"vault.keychain_unreadable": "Der Schlüsselbund hat eine Antwort gegeben, die sich nicht lesen lässt.",
		"vault.keychain_loses":      "Der Schlüsselbund gibt nicht zurück, was hineingelegt wurde.",
		"vault.bus_named":           "{variable} nennt keinen laufenden Session-Bus.",
		"vault.no_bus":              "Es gibt keinen Session-Bus.",
		"vault.no_bus_at":           "Unter „{file}“ gibt es keinen Session-Bus.",
	}
}
