package words

// Check are the words around a check and its result.
type Check struct {
	Passed, Warned, Failed, Unknown, Stale, NotYet string
	Jump                                           string
	Phases, Behind, Causes, Repeat                 string
	Cancel, Cancelled, Taking                      string
	Columns, TakeColumns, ColumnsBefore            string
	ColumnsForget, ReadingColumns, Chosen          string
}

func englishCheck() Check {
	return Check{
		Passed: "passed", Warned: "warning", Failed: "failed", Unknown: "not checked", Stale: "look again: an answer has changed since", NotYet: "not checked yet",
		Jump:   "go there",
		Phases: "What was looked at", Behind: "Possible causes", Causes: "Where to look", Repeat: "Check again",
		Cancel: "cancel", Cancelled: "Cancelled; nothing was recorded.", Taking: "%d s",
		Columns: "columns", TakeColumns: "take and check", ColumnsBefore: "as before", ColumnsForget: "by their names",
		ReadingColumns: "Looking at the files", Chosen: "chosen",
	}
}
