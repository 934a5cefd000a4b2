package words

// Check are the words around a check and its result.
type Check struct {
	Passed, Warned, Failed, Unknown, Stale, NotYet string
	Run, Again, Look, Jump                         string
	Phases, Causes, Repeat                         string
	Cancel, Cancelled, Taking                      string
}

func englishCheck() Check {
	return Check{
		Passed: "passed", Warned: "a doubt", Failed: "failed", Unknown: "not checked", Stale: "look again: an answer has changed since", NotYet: "not checked yet",
		Run: "check", Again: "check again", Look: "what was found", Jump: "go there",
		Phases: "What was looked at", Causes: "Where to look", Repeat: "Check again",
		Cancel: "cancel", Cancelled: "Cancelled; nothing is on record.", Taking: "%d s",
	}
}
