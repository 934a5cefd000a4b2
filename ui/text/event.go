package text

// Events say what happened in a run, each in a few words about what it happened
// to. None of them names a value.
type Events struct {
	Last, Line                            string // the heading; when, who and what
	Started, Answered, Cleared, Sealed    string
	RowAdded, RowRemoved, Changed, Rows   string
	Ticked, Unticked, Accepted, Noted     string
	Undone, Done, Skipped, Reopened       string
	Waiting, WaitAnswered, Passed, Result string
	Sent, Ended, Abandoned, Language      string
	Erased                                string
}

func englishEvents() Events {
	return Events{
		Last: "Last", Line: "%s: %s",
		Started: "run started", Answered: "%s answered", Cleared: "%s cleared", Sealed: "%s sealed",
		RowAdded: "%s: row added", RowRemoved: "%s: row removed", Changed: "%s changed", Rows: "%s: %d rows",
		Ticked: "%s ticked", Unticked: "%s unticked", Accepted: "accepted with a reason: %s", Noted: "note on %s",
		Undone: "undone: %s", Done: "done: %s", Skipped: "skipped: %s", Reopened: "open again: %s",
		Waiting: "%s: look again %s", WaitAnswered: "%s: answered", Passed: "%s: passed", Result: "%s: %s",
		Sent: "%s: sent", Ended: "the run ended", Abandoned: "the run was given up", Language: "language changed",
		Erased: "data erased",
	}
}
