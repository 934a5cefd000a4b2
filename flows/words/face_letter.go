package words

// Letter are the words around a letter or a sheet that is written from the
// answers.
type Letter struct {
	To, Subject, Blank, Missing             string
	Unsent, Sent, SentHow, Stale            string
	How, HowStart, HowTitle, HowMissing     string
	Save, SaveTitle, SaveTo, Saved, Unnamed string
	Language, Mark, Again, OnlyOne, Program string
}

func englishLetter() Letter {
	return Letter{
		To: "To", Subject: "Subject", Blank: "no address yet",
		Missing: "Not answered yet, and left blank: %s",
		Unsent:  "not sent yet", Sent: "sent", SentHow: "sent: %s", Stale: "look again: an answer in it has changed since it was sent",
		How: "How", HowStart: "by e-mail", HowTitle: "It was sent", HowMissing: "Say how it was sent: it is recorded.",
		Save: "to a file", SaveTitle: "Write it to a file", SaveTo: "File (.txt or .eml)", Saved: "Written to %s.", Unnamed: "Name the file.",
		Language: "language", Mark: "it was sent", Again: "sent again", Program: "mail program", OnlyOne: "It is written in this language only.",
	}
}
