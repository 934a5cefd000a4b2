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
	Key, Nothing                       string // what the keys do; that there is nothing to rotate
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
		Key:       "rotate the secret",
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
