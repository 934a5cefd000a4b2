package words

// Events say what became of what they name, in a word or two. None of them names
// a value.
type Events struct {
	Last, Who                             string // the heading; who, before what happened
	Started, Answered, Cleared, Sealed    string
	RowAdded, RowRemoved, Changed, Rows   string
	Ticked, Unticked, Accepted, Noted     string
	Undone, Done, Skipped, Reopened       string
	Waiting, WaitAnswered, Passed, Result string
	Sent, Ended, Abandoned, Language      string
	Erased, Mapped, Forked                string
	Copied, Shown, HandedOver, Used       string // a secret
}

func englishEvents() Events {
	return Events{
		Last: "Last", Who: "%s: ",
		Started: "run started", Answered: "answered", Cleared: "cleared", Sealed: "sealed",
		RowAdded: "row added", RowRemoved: "row removed", Changed: "changed", Rows: "%d rows",
		Ticked: "ticked", Unticked: "tick taken back", Accepted: "accepted with a reason", Noted: "note",
		Undone: "undone", Done: "step done", Skipped: "skipped", Reopened: "open again",
		Waiting: "look again %s", WaitAnswered: "answered", Passed: "passed", Result: "%s",
		Sent: "sent", Ended: "the run ended", Abandoned: "the run was given up", Language: "language changed",
		Erased: "data erased", Mapped: "columns chosen", Forked: "another copy came",
		Copied: "copied", Shown: "shown", HandedOver: "sealed for another", Used: "used in a check",
	}
}
