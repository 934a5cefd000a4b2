package words

// keyGerman is keyEnglish in German.
func keyGerman() table {
	return table{
		"vault.ask_wrong":         "Diese Passphrase ist falsch; noch {n} {n:Versuch|Versuche}. Passphrase für {file}",
		"vault.wrong_tries":       "Keine der {n} Passphrasen öffnet den Schlüssel „{file}“.",
		"refuse.passphrase_short": "Eine Passphrase braucht mindestens {n} Zeichen.",
		"vault.file_changed":      "Der Schlüssel „{file}“ ist nicht der, den diese Datenbank zuletzt benutzt hat: Er wurde geändert, abgeschnitten oder ersetzt. Mit ihm wird nichts verschlüsselt. Legen Sie eine Kopie des richtigen dorthin.",
		"vault.file_foreign":      "Dort liegt schon ein Schlüssel, „{file}“, und er gehört nicht zu dieser Datenbank. Verschieben Sie ihn zuerst.",
		"vault.keychain_missing":  "Der Schlüssel für Ihre Secrets liegt nicht mehr im Schlüsselbund.",
		"vault.recovery_exists":   "Es gibt schon einen Wiederherstellungsschlüssel. Er wurde beim Anlegen angezeigt und ist nirgends gespeichert.",
		"vault.no_recovery":       "Für diese Datenbank wurde kein Wiederherstellungsschlüssel angelegt: Die Secrets öffnet nur ihr eigener Schlüssel.",
		"vault.recovery_mistyped": "Das ist kein Wiederherstellungsschlüssel: Er beginnt mit AGE-SECRET-KEY-1 und hat {n} Zeichen.",
		"vault.recovery_other":    "Dieser Wiederherstellungsschlüssel gehört nicht zu dieser Datenbank.",

		"store.tightened": "„{file}“ war für andere offen; jetzt haben nur Sie Zugriff.",
		"store.open":      "„{file}“ ist für andere offen ({mode}). Nehmen Sie ihnen den Zugriff.",
		"store.exposed":   "In den Ordner „{folder}“ können andere schreiben ({mode}) und dort eigene Dateien an die Stelle Ihrer Dateien setzen. Nehmen Sie ihnen den Zugriff.",
	}
}
