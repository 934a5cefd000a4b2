package walk

import (
	"errors"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// Turn is the result of an act of the dialogue: what the face tells, asks and
// carries out.
type Turn struct {
	Done bool            // something was done: the view has changed
	Tell []flows.Message // what the person is told, in order
	Bad  bool            // Tell says what did not work
	Ask  Question        // what the person is asked before anything goes on; nil: nothing
	Do   []Request       // what the face carries out, in order
	// Heard are the events that others have written meanwhile, the oldest first: the
	// face says who did what.
	Heard []run.Event
}

// merge adds the result of a further act.
func (t Turn) merge(more Turn) Turn {
	t.Done = t.Done || more.Done
	t.Tell = append(t.Tell, more.Tell...)
	t.Bad = t.Bad || more.Bad
	if more.Ask != nil {
		t.Ask = more.Ask
	}
	t.Do = append(t.Do, more.Do...)
	t.Heard = append(t.Heard, more.Heard...)
	return t
}

// tell is a turn that only tells something.
func tell(code string, args ...any) Turn {
	return Turn{Tell: []flows.Message{flows.Msg(code, args...)}}
}

// warn is a turn that tells what did not work.
func warn(m flows.Message) Turn { return Turn{Tell: []flows.Message{m}, Bad: true} }

// failed tells of an error, with the label of the item that a refusal is
// about; of an error that is no refusal it tells the text.
func (w *position) failed(err error) Turn {
	m := flows.Reason(err)
	var r *flows.Refusal
	if !errors.As(err, &r) {
		return warn(m)
	}
	at, _ := r.At.(flows.Address)
	if iv := itemIn(w.view, at); iv != nil {
		m = m.Map(func(s string) string { return strings.ReplaceAll(s, at.ItemName(), iv.Label()) })
	}
	return warn(m)
}

// Question is what a person is asked before the dialogue goes on: one of the
// types below. Each names the method that takes its answer.
type Question interface{ question() }

type (
	// Confirm asks whether a change is to be made that changes what stands
	// already: first what is void by it, then what is to be looked at again, then
	// what stays; Walk.Confirmed.
	Confirm struct{ List []run.Consequence }
	// Proof asks for the evidence of a task; Walk.Proved.
	Proof struct {
		At   flows.Address
		Kind flows.Evidence
	}
	// Once asks whether the person goes without a secret that is shown only once;
	// Walk.Forgo. It goes on to the step To then, where there is one.
	Once struct {
		At   flows.Address
		Then Then
		To   string
	}
	// Read says that texts have to be read before the step is completed; it is
	// answered by completing again.
	Read struct{ Items []string }
	// OtherHost asks whether a secret may be sent to a host that it was not kept
	// for, which the check at At would do; Walk.SendTo.
	OtherHost struct {
		At flows.Address
		To run.SecretTo
	}
	// Passphrase asks for the one under which the key to the secrets is kept;
	// Walk.MakeKey.
	Passphrase struct{}
)

// Changes counts the consequences that are not "keep".
func (q Confirm) Changes() int {
	n := 0
	for _, c := range q.List {
		if c.Effect != run.Keep {
			n += max(len(c.Items), 1)
		}
	}
	return n
}

// byEffect orders consequences, the most serious first.
func byEffect(list []run.Consequence) []run.Consequence {
	order := []run.Effect{run.Void, run.LookAgain, run.Keep}
	return slices.SortedStableFunc(slices.Values(list), func(a, b run.Consequence) int {
		return slices.Index(order, a.Effect) - slices.Index(order, b.Effect)
	})
}

func (Confirm) question()    {}
func (Proof) question()      {}
func (Once) question()       {}
func (Read) question()       {}
func (OtherHost) question()  {}
func (Passphrase) question() {}
func (*Conflict) question()  {}

// Request is an effect that the face carries out: one of the types below. Each
// names the method that takes its result.
type Request interface{ request() }

type (
	// Save keeps typing, then writes what is pending, in this order and as one
	// write; Walk.Saved. At most one is under way, but for the last one.
	Save struct {
		Typing []Typing
		Then   []Typing // kept behind it all
	}
	// Reload takes what another program has written, and decides what is pending
	// again on top of it; Walk.Reloaded.
	Reload struct{}
	// CatchUp takes what others have written, with nothing of one's own under way;
	// Walk.CaughtUp.
	CatchUp struct{}
	// Seal seals a secret for a field; Walk.Sealed.
	Seal struct {
		At     flows.Address
		Secret run.Secret
	}
	// NewKey makes the key to the secrets; Walk.KeyMade.
	NewKey struct{ Passphrase run.Secret }
	// KeepFile keeps the file at a path as evidence; Walk.FileKept.
	KeepFile struct {
		At    flows.Address
		Path  string
		Most  int64 // bytes
		Proof bool  // of a task: it is ticked off by it
		// Attach: it is attached, with a note.
		Attach bool
		Note   string
	}
	// RunCheck runs a check; Walk.Checked.
	RunCheck struct{ At flows.Address }
	// Decide decides a command, unconfirmed, that takes its time, and asks the
	// run nothing else meanwhile; Walk.Decided.
	Decide struct{ Command run.Command }
)

func (Save) request()     {}
func (Reload) request()   {}
func (CatchUp) request()  {}
func (Seal) request()     {}
func (NewKey) request()   {}
func (KeepFile) request() {}
func (RunCheck) request() {}
func (Decide) request()   {}

// Then is where the dialogue goes after something was done.
type Then int

// The ways on.
const (
	Stay      Then = iota
	Next           // the next item; behind the last one the step is completed, or its end is next
	Forward        // the next item; the last one stays
	Back           // the item before
	Finish         // the step is completed
	Pause          // what can be done while somebody is waited for
	Meanwhile      // as Pause, and told; from a wait to the next item where there is nothing
	Leave          // the list of runs: the face goes there
	Skipping       // the step is skipped: the face asks why
)
