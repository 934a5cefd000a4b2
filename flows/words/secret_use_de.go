package words

func secretUseGerman() table {
	return table{
		"event.secret_copied":      "Das Secret für „{item}“ wurde in die Zwischenablage kopiert.",
		"event.secret_revealed":    "Das Secret für „{item}“ wurde angezeigt.",
		"event.secret_handed_over": "Das Secret für „{item}“ wurde zur Übergabe für den Schlüssel „{to}“ verschlüsselt.",
		"event.secret_passphrase":  "Das Secret für „{item}“ wurde zur Übergabe mit einer Passphrase verschlüsselt.",
		"event.secret_checked":     "Das Secret für „{item}“ wurde in einer Prüfung verwendet, gegenüber {to}.",
		"event.secret_shared":      "Das Secret für „{item}“ wurde auch für {to} verschlüsselt.",
		"event.secret_unshared":    "Das Secret für „{item}“ wurde neu verschlüsselt, ohne {to}.",
		"event.secret_used":        "Das Secret für „{item}“ wurde verwendet.",
		"refuse.holds_no_secret":   "{item} enthält kein Secret.",
		"refuse.no_purpose":        "Unbekannter Zweck eines Secrets: {purpose}.",
		"dialogue.other_host":      "{what} ist für {kept} abgelegt. Diese Prüfung würde es an {host} senden, wo es noch nie war. Kam die Adresse von jemand anderem, vergewissern Sie sich zuerst, dass sie stimmt.",
	}
}
