package words

func cmdSecretGerman() table {
	return table{
		"cmd.short_secret_copy":   "Kopiert ein Secret in die Zwischenablage und leert sie nach 45 Sekunden",
		"cmd.short_secret_reveal": "Zeigt ein Secret 10 Sekunden lang oder schreibt es in eine Pipe",
		"cmd.secret_waits":        "Es wird in {n} {n:Sekunde|Sekunden} gelöscht; mit ctrl+c sofort.",
		"cmd.secret_say_yes":      "Hier lässt sich niemand fragen: --yes kopiert oder zeigt es trotzdem.",
	}
}
