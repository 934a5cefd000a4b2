package words

// Help are the words for what keys do, as they stand in the help line, and for
// what has the focus.
type Help struct {
	Next, Back, Choose, Tick, Untick, Move, NewLine                            string
	Done, Outline, Undo, Help, Say, Share, Unshare, Accept, PrevStep, NextStep string
	Copy, Open, Note, Skip, Mouse, Quit, Leave, Desk, Filter, New, Wait, Close string
	Edit, EditCell, NextCell, Rows, AddRow, RemoveRow, Submit, Jump, Demo      string
	Select, Scroll, Pass, Clear, Leaves, OpenRun, TickNext, Preview            string
	Check, Again, Look, Findings, File, NextProblem, AllOptions                string

	GroupHere, GroupStep, GroupRun, GroupAny string

	OnDesk, OnDeskFilter, OnDeskAny                                            string
	OnRead, OnLast, OnVeiled, OnNothing, OnPage, OnFilter, OnChoices, OnChoice string
	OnArea, OnText, OnTask, OnTicked, OnCopy, OnDraft, OnCheck, OnFound        string
	OnPassed, OnWait, OnGate, OnRotation, OnAction, OnOther, OnItem            string
	OnTickedCell, OnTaskCell, OnNewRow, OnChoiceCell, OnEditedCell, OnCell     string
}

func englishHelp() Help {
	return Help{
		Next: "next", Back: "back", Choose: "choose", Tick: "tick", Untick: "untick", Move: "move", NewLine: "new line",
		Done: "step done", Outline: "outline", Undo: "undo", Help: "keys", Say: "say", Share: "share-safe", Unshare: "show all",
		Accept: "accept", PrevStep: "previous step", NextStep: "next step",
		Copy: "copy", Open: "address", Note: "note", Skip: "skip step", Mouse: "mouse", Quit: "quit", Leave: "leave field",
		Desk: "desk", Filter: "filter", New: "new", Wait: "wait", Close: "close",
		Edit: "edit", EditCell: "edit cell", NextCell: "next cell", Rows: "rows", AddRow: "add row", RemoveRow: "remove row",
		Submit: "confirm", Jump: "go there", Demo: "demo", Select: "select", Scroll: "scroll", Pass: "pass", Clear: "all runs",
		Leaves: "leave the list", OpenRun: "open", TickNext: "tick, next", Preview: "read it",
		Check: "check", Again: "check again", Look: "what was found", Findings: "findings", File: "from file",
		NextProblem: "next problem", AllOptions: "all options",

		GroupHere: "Here", GroupStep: "This step", GroupRun: "This run", GroupAny: "Anywhere",

		OnDesk: "The desk", OnDeskFilter: "The desk's filter", OnDeskAny: "Anywhere on the desk",
		OnRead: "A step that holds something to be read first", OnLast: "The page after the last step", OnVeiled: "An internal step in the shared view", OnNothing: "A step without an item",
		OnPage: "The page, its fields left", OnFilter: "A choice's filter", OnChoices: "Choices", OnChoice: "A choice",
		OnArea: "A text of several lines", OnText: "A field", OnTask: "A task", OnTicked: "A task that is done", OnCopy: "A text to copy",
		OnDraft: "A letter", OnCheck: "A check", OnFound: "A check that found something", OnPassed: "A check that passed or was accepted",
		OnWait: "A wait", OnGate: "A point of no return", OnRotation: "The rotation of a secret", OnAction: "An action", OnOther: "What is done", OnItem: "Any item",
		OnTickedCell: "A task's cell that is ticked", OnTaskCell: "A task's cell", OnNewRow: "A new row", OnChoiceCell: "A choice's cell",
		OnEditedCell: "A cell that is edited", OnCell: "A cell",
	}
}
