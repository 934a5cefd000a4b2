package words

func germanRotateWords() Rotate {
	return Rotate{
		Title:   "Erneuern: %s",
		Offered: "nicht begonnen", Begun: "begonnen, das neue fehlt", Sealed: "das neue ist nicht bestätigt",
		Confirmed: "erneuert: %s", GivenUp: "aufgegeben: %s",
		Old: "Alt: %s, verschlüsselt: %s", New: "Neu: %s, verschlüsselt: %s", UsedBy: "Es nutzen: %s.", Has: "%s: hat das neue",
		Users: "Wer nutzt es?", UsersHint: "Systeme und Personen, auch die eigenen, mit Kommas dazwischen.",
		Secret: "Neues Secret", Next: "Dann", Seal: "Neben dem alten verschlüsseln", Again: "Ein anderes neues eingeben", GiveUp: "Aufgeben: Das alte bleibt",
		Where: "Es funktioniert in", Confirm: "Dort bestätigen", Why: "Warum wird aufgegeben?",
		NoUser: "Nennen Sie mindestens einen Namen.", NoneChosen: "Wählen Sie, wo es funktioniert; esc lässt es offen.",
		Key:       "Secret erneuern",
		Nothing:   "Dieser Durchlauf bietet jetzt keine Erneuerung eines Secrets an.",
		AskUsers:  "Welche Systeme und Personen nutzen es? Namen mit Kommas dazwischen; Enter lässt es",
		AskSecret: "Das neue Secret; Enter lässt es",
		AskWhere:  "Wo funktioniert das neue? Nummern mit Kommas dazwischen, oder alle; anderes gibt ein anderes neues ein, aufgeben beendet es; Enter lässt es offen",
		AskWhy:    "Warum wird aufgegeben", All: "alle", GiveUpWord: "aufgeben", AgainWord: "anderes",
		LeftOpen: "Die Erneuerung bleibt offen; mit dem Wort rotate geht es weiter. Zum Beenden aufgeben eingeben; Enter lässt sie offen", Numbered: "%d: %s",
		WordBegins: "Das Wort rotate beginnt sie.", WordGoesOn: "Mit dem Wort rotate geht es weiter.",
		WasBegun: "Erneuerung begonnen", WasSealed: "neues Secret verschlüsselt", WasConfirmed: "neues Secret bestätigt",
		WasGivenUp: "Erneuerung aufgegeben", WasDestroyed: "verschlüsseltes Secret vernichtet",
	}
}
