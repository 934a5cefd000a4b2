package words

// Warnings are the words of what becomes of the warnings of a step.
type Warnings struct {
	Title, TitleOne                string
	First, FirstOne                string
	Accept, AcceptOne, AcceptWhy   string
	Leave, LeaveOne                string
	NotAccepted                    string // a check that was not run, beside what is accepted
	Ask, AskAccept, AskLeave       string // in line mode: all three ways; without going on; without accepting
	AcceptWord, LeaveWord, Unknown string // of line mode
}

func warnings() Warnings {
	return Warnings{
		Title: "%d warnings are open", TitleOne: "One warning is open",
		First: "Go to the first", FirstOne: "Go to it",
		Accept: "Accept them, with one reason", AcceptOne: "Accept it, with a reason", AcceptWhy: "Why",
		Leave: "Go on; they stay recorded", LeaveOne: "Go on; it stays recorded",
		NotAccepted: "What was not run cannot be accepted: it is recorded as it is.",
		Ask:         "Type accept and why, or leave to go on; Enter goes to the first",
		AskAccept:   "Type accept and why; Enter goes to the first", AskLeave: "Type leave to go on; Enter goes to the first",
		AcceptWord: "accept", LeaveWord: "leave", Unknown: "That is not understood here.",
	}
}
