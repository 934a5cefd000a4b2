package words

// rotateGerman is rotateEnglish in German.
func rotateGerman() table {
	return table{
		"event.rotation_begun":     "Die Erneuerung des Secrets für „{item}“ wurde begonnen. Es nutzen: {users}.",
		"event.rotation_sealed":    "Das neue Secret für „{item}“ wurde verschlüsselt neben dem alten abgelegt ({fingerprint}).",
		"event.rotation_confirmed": "Das neue Secret für „{item}“ wurde bestätigt, und zwar für: {users}.",
		"event.rotation_given_up":  "Die Erneuerung des Secrets für „{item}“ wurde aufgegeben: Das alte bleibt.",
		"event.secret_destroyed":   "Ein verschlüsseltes Secret für „{item}“, das nicht mehr gebraucht wird, wurde vernichtet ({fingerprint}).",

		"rotation_begun":  "Das Secret „{item}“ wird erneuert: Das neue ist noch nicht eingegeben.",
		"rotation_sealed": "Das Secret „{item}“ wird erneuert: Das neue ist noch nicht bestätigt für: {users}.",

		"refuse.rotation_not_offered": "{item}: Dieses Verfahren bietet dafür keine Erneuerung an.",
		"refuse.rotation_no_secret":   "{item} enthält hier kein Secret: Es gibt nichts zu erneuern.",
		"refuse.rotation_users":       "Sagen Sie zuerst, welche Systeme und Personen {item} nutzen: mindestens eines oder eine.",
		"refuse.rotation_many":        "Das sind {n} Systeme und Personen; eine Erneuerung hat höchstens {limit}.",
		"refuse.rotation_not_begun":   "Für {item} läuft keine Erneuerung.",
		"refuse.rotation_no_new":      "Das neue Secret für {item} ist noch nicht eingegeben.",
		"refuse.rotation_same":        "{item}: Das ist das alte Secret, das ersetzt werden soll.",
		"refuse.rotation_user":        "„{user}“ gehört nicht zu denen, die {item} nutzen: {users}.",
		"refuse.rotation_other_new":   "Das neue Secret für {item} wurde inzwischen durch ein anderes ersetzt: Bestätigen Sie dieses.",
		"refuse.rotation_open":        "{item} wird gerade erneuert. Bestätigen Sie das neue Secret oder geben Sie die Erneuerung auf, bevor Sie es anders ändern.",

		"dialogue.rotation_sealed":    "Das neue Secret ist verschlüsselt. Das alte bleibt, bis das neue in jedem System bestätigt ist.",
		"dialogue.rotation_confirmed": "Das neue Secret ist überall bestätigt. Das alte wird vernichtet.",
		"dialogue.rotation_left":      "Noch nicht bestätigt für: {users}.",
		"dialogue.rotation_given_up":  "Die Erneuerung ist aufgegeben. Das alte Secret bleibt.",
		"dialogue.rotation_doubt":     "Das neue Secret: {text}",
		"dialogue.rotation_test":      "Prüfen Sie das neue Secret ({checks}).",
		"dialogue.rotation_nothing":   "Dieser Durchlauf bietet jetzt keine Erneuerung eines Secrets an.",
		"dialogue.do_rotate":          "das Secret „{what}“ erneuern",
	}
}
