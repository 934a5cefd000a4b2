package walk

import (
	"maps"
	"slices"

	"lotse/flows/run"
)

// The forms that ask for words about a step or an item. With the name of a
// field they make the address of what is typed there (flows.Address.InForm).
const (
	AcceptForm   = "accept" // its field is the problem
	WarningsForm = "warnings"
	SkipForm     = "skip"
	NoteForm     = "note"
	AttachForm   = "attach"
	EvidenceForm = "evidence"
	WaitForm     = "wait"
	GateForm     = "gate"
	SentForm     = "sent"
	GiveUpForm   = "give_up" // a rotation
	FailForm     = "failed"
)

// formsOf are the forms whose words a command takes, by its kind.
var formsOf = map[string]string{
	"run.Accept": AcceptForm, "run.Complete": WarningsForm, "run.Skip": SkipForm, "run.Note": NoteForm, "run.Attach": AttachForm, "run.Tick": EvidenceForm,
	"run.WaitUntil": WaitForm, "run.WaitAnswered": WaitForm, "run.PassGate": GateForm, "run.RecordSent": SentForm,
	"run.GiveUpRotation": GiveUpForm, "run.Fail": FailForm, "run.Resolve": FailForm,
}

// forgetForms drops what is typed in the form that asked for a command.
func (w *navigator) forgetForms(c run.Command) {
	form, asks := formsOf[kindOf(c)]
	if !asks {
		return
	}
	about := About(c).Whole()
	accept, one := c.(run.Accept)
	for _, a := range slices.Collect(maps.Keys(w.typed)) {
		name, of, ok := a.Form()
		if ok && name == form && of == about && (!one || a == about.InForm(form, accept.Problem)) {
			w.Forget(a)
		}
	}
}
