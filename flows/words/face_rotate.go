package words

// Rotate are the words of the rotation of a secret.
type Rotate struct {
	Title                              string // with the secret's name
	Offered, Begun, Sealed             string // how it stands, beside the action
	Confirmed, GivenUp                 string // the same, with a day
	Old, New, UsedBy, Has              string // what lies side by side; who uses it; who has the new one
	Users, UsersHint                   string
	Secret, Next, Seal, Again, GiveUp  string
	Where, Confirm, Why                string
	NoUser, NoneChosen                 string
	Elsewhere                          string // where a rotation is offered
	Key, OpenKey, Nothing              string // what the keys do; that there is nothing to rotate
	AskUsers, AskSecret, AskWhere      string // in line mode
	AskWhy, All, GiveUpWord, AgainWord string
	LeftOpen, Numbered                 string
	WordBegins, WordGoesOn             string // behind how it stands
	WasBegun, WasSealed, WasConfirmed  string // events, in a word or two
	WasGivenUp, WasDestroyed           string
}

func rotateWords() Rotate {
	return Rotate{
		Title:   "Rotate: %s",
		Offered: "not begun", Begun: "begun, the new one is missing", Sealed: "the new one is not confirmed",
		Confirmed: "rotated %s", GivenUp: "given up %s",
		Old: "Old: %s, sealed %s", New: "New: %s, sealed %s", UsedBy: "It is used by: %s.", Has: "%s has the new one",
		Users: "Who uses it?", UsersHint: "Systems and people, your own too, with commas between them.",
		Secret: "New secret", Next: "Then", Seal: "Seal it beside the old one", Again: "Enter another new one", GiveUp: "Give up: the old one stays",
		Where: "It works in", Confirm: "Confirm it there", Why: "Why is it given up?",
		NoUser: "Name at least one.", NoneChosen: "Choose where it works; esc leaves it open.",
		Key: "rotate the secret", OpenKey: "go on rotating", Elsewhere: "A secret is rotated at its action, and on the page after the last step.",
		Nothing:   "This run offers no rotation of a secret now.",
		AskUsers:  "Which systems and people use it? Names with commas between them; Enter leaves it",
		AskSecret: "The new secret; Enter leaves it",
		AskWhere:  "Where does the new one work? Numbers with commas between them, or all; another enters another new one, give up ends it; Enter leaves it open",
		AskWhy:    "Why is it given up", All: "all", GiveUpWord: "give up", AgainWord: "another",
		LeftOpen: "The rotation is left open; the word rotate goes on. To end it, type give up; Enter leaves it open", Numbered: "%d: %s",
		WordBegins: "The word rotate begins it.", WordGoesOn: "The word rotate goes on.",
		WasBegun: "rotation begun", WasSealed: "new secret sealed", WasConfirmed: "new secret confirmed",
		WasGivenUp: "rotation given up", WasDestroyed: "sealed secret destroyed",
	}
}

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
		Key: "Secret erneuern", OpenKey: "weiter erneuern", Elsewhere: "Ein Secret wird an seiner Aktion erneuert und auf der Seite nach dem letzten Schritt.",
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

func finnishRotateWords() Rotate {
	return Rotate{
		Title:   "Vaihto: %s",
		Offered: "ei aloitettu", Begun: "aloitettu, uusi puuttuu", Sealed: "uutta ei ole vahvistettu",
		Confirmed: "vaihdettu: %s", GivenUp: "luovuttu: %s",
		Old: "Vanha: %s, salattu: %s", New: "Uusi: %s, salattu: %s", UsedBy: "Käyttäjät: %s.", Has: "%s: uusi on käytössä",
		Users: "Ketkä käyttävät sitä?", UsersHint: "Järjestelmät ja ihmiset, myös omat, pilkuilla erotettuina.",
		Secret: "Uusi salaisuus", Next: "Sitten", Seal: "Salaa vanhan rinnalle", Again: "Anna toinen uusi", GiveUp: "Luovu: vanha jää",
		Where: "Se toimii täällä", Confirm: "Vahvista", Why: "Miksi luovutaan?",
		NoUser: "Nimeä ainakin yksi.", NoneChosen: "Valitse, missä se toimii; esc jättää kesken.",
		Key: "vaihda salaisuus", OpenKey: "jatka vaihtoa", Elsewhere: "Salaisuus vaihdetaan omassa kohdassaan ja viimeisen vaiheen jälkeisellä sivulla.",
		Nothing:   "Tässä työssä ei nyt voi vaihtaa salaisuutta.",
		AskUsers:  "Mitkä järjestelmät ja ketkä käyttävät sitä? Nimet pilkuilla erotettuina; Enter jättää",
		AskSecret: "Uusi salaisuus; Enter jättää",
		AskWhere:  "Missä uusi toimii? Numerot pilkuilla erotettuina tai kaikki; toinen ottaa toisen uuden, luovu lopettaa vaihdon; Enter jättää kesken",
		AskWhy:    "Miksi vaihdosta luovutaan", All: "kaikki", GiveUpWord: "luovu", AgainWord: "toinen",
		LeftOpen: "Vaihto jää kesken; jatka sanalla rotate. Lopeta kirjoittamalla luovu; Enter jättää kesken", Numbered: "%d: %s",
		WordBegins: "Sana rotate aloittaa.", WordGoesOn: "Sana rotate jatkaa.",
		WasBegun: "vaihto aloitettu", WasSealed: "uusi salaisuus salattu", WasConfirmed: "uusi salaisuus vahvistettu",
		WasGivenUp: "vaihdosta luovuttu", WasDestroyed: "salattu salaisuus hävitetty",
	}
}
