package run

import (
	"time"

	"lotse/flows"
)

// Status is the overall state of a run.
type Status string

// The statuses of a run.
const (
	StatusOpen      Status = "open"
	StatusWaiting   Status = "waiting"   // nothing is open, something is waited for
	StatusDone      Status = "done"      // every step is done, skipped or not needed
	StatusEnded     Status = "ended"     // an end was reached: the procedure did not apply
	StatusAbandoned Status = "abandoned" // given up, with a reason
)

// Statuses are all statuses.
var Statuses = []Status{StatusOpen, StatusWaiting, StatusDone, StatusEnded, StatusAbandoned}

// StepState is the state of a step.
type StepState string

// The states of a step.
const (
	Done      StepState = "done"
	Open      StepState = "open"
	Waiting   StepState = "waiting"
	Blocked   StepState = "blocked"
	Stale     StepState = "stale" // to be looked at again
	Skipped   StepState = "skipped"
	NotNeeded StepState = "not_needed"
)

// ItemState says whether an item applies.
type ItemState string

// The states of an item.
const (
	Applies       ItemState = "applies"
	Hidden        ItemState = "hidden"
	UndecidedItem ItemState = "undecided"
)

// Header is what a list of runs shows of one run. It is stored beside the
// events as a projection that can be rebuilt.
type Header struct {
	ID               string
	Procedure        string
	ProcedureVersion int
	Title            string // the procedure's, in the run's language
	Digest           string // of the procedure
	Customer         Customer
	Mode             Mode
	Status           Status
	Lang             string
	Started          time.Time
	Changed          time.Time // At of the newest event
	Events           int64     // Seq of the newest event
	Head             string    // hex Hash of the newest event
	Due              *time.Time
	Progress         Progress
	Current          string // id of the step to go on with; "" when none
	CurrentTitle     string
	Why              string // one line on the current step: what is missing, waited for, or why it ended
	// WaitsFor is who is waited for, in the run's language: of several waits the one
	// that is due first. WaitsSince is since when; nil: not known. "" and nil also in
	// a run that was stored before this was kept, until it changes.
	WaitsFor   string
	WaitsSince *time.Time
	// News is what went wrong and nobody has accepted; zero: nothing.
	News  flows.Message
	Aside bool // put aside on this installation (AsideSetting); only a store knows it
}

// Customer is the customer of a run.
type Customer struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Progress counts the steps by state, and the warnings in them.
type Progress struct {
	Done, Open, Waiting, Blocked, Stale, Skipped, NotNeeded int
	// Warnings counts the problems of the level warn that are not accepted, left
	// ones included, of what applies in steps that are completed, or open and
	// entered; a check that was not run yet only once a step was completed over it.
	// Nil: stored by a version that did not count them.
	Warnings *int
}

// All counts all steps.
func (p Progress) All() int {
	return p.Done + p.Open + p.Waiting + p.Blocked + p.Stale + p.Skipped + p.NotNeeded
}

// Needed counts the steps that are needed.
func (p Progress) Needed() int { return p.All() - p.NotNeeded }

// Percent is 100 x done / needed, rounded down; 100 where nothing is needed.
func (p Progress) Percent() int {
	if p.Needed() == 0 {
		return 100
	}
	return 100 * p.Done / p.Needed()
}

// View is a run as a person sees it at one point in time. It is a pure
// function of the events, the procedure and the time. Do not change it.
type View struct {
	Header
	Steps  []StepView
	Called time.Duration // the length of all calls on record
	Spent  time.Duration // the time that was really spent in all steps, without pauses and waits
	// Placeless is what was entered in another version of the procedure and has no place
	// in the present one, the oldest first.
	Placeless  []Placeless
	Provenance flows.Provenance // where the procedure was taken from; zero: it came with the program

	moves []versionMove
}

// Step finds a step by its id; nil where there is none.
func (v *View) Step(id string) *StepView {
	for i := range v.Steps {
		if v.Steps[i].Step.ID == id {
			return &v.Steps[i]
		}
	}
	return nil
}

// StepView is a step at one point in time.
type StepView struct {
	Step      *flows.Step // in the run's language, texts with answers filled in
	State     StepState
	Round     int        // 1, 2, ...
	BlockedBy []string   // ids of steps, or "step.item", that are missing
	Items     []ItemView // every item, whatever its state
	Why       string     // of a skip, a re-opening or a wait
	Notes     []NoteView
	// Attachments are the files that were attached to the step as a whole, in
	// order.
	Attachments []Attachment
	Due         *time.Time // of its wait
	Since       []Change   // of one that is stale: what it rests on and has changed since it was completed
	Warned      int        // how many of Progress.Warnings stand in it

	Spent time.Duration // the time that was really spent in it, in all rounds, without pauses and waits
}

// Problems are all problems of the step, in the order of its items and rows.
func (s *StepView) Problems() []ProblemView {
	var all []ProblemView
	for i := range s.Items {
		all = append(all, s.Items[i].Problems...)
		for j := range s.Items[i].Rows {
			all = append(all, s.Items[i].Rows[j].Problems...)
		}
	}
	return all
}

// Item finds an item of the step by its id; nil where there is none.
func (s *StepView) Item(id string) *ItemView {
	for i := range s.Items {
		if s.Items[i].Item.ID == id {
			return &s.Items[i]
		}
	}
	return nil
}

// Done reports whether an item of the step applies and is done; one that repeats, in
// every row in which it applies, and in at least one.
func (s *StepView) Done(id string) bool {
	done := false
	for i := range s.Items {
		switch iv := &s.Items[i]; {
		case iv.Item.ID != id && iv.Of != id, iv.State == Hidden:
		case iv.State != Applies || !iv.Done:
			return false
		default:
			done = true
		}
	}
	return done
}

// NoteView is a recorded remark.
type NoteView struct {
	At   time.Time
	By   string
	Text string
}

// ItemView is an item at one point in time.
type ItemView struct {
	Item         *flows.Item // in the run's language, texts with answers filled in; its id is ITEM[ROW] in a row of one that repeats
	Of           string      // of an item that repeats: its id in the procedure
	Row          string      // of an item that repeats: the row for which this is; "" where there are none
	State        ItemState
	Value        flows.Value   // a field's, as typed where it is invalid; what a value comes to
	Default      bool          // Value is the field's default: nobody has given it
	ReadBack     *ReadBackView // who heard the answer read back, as it stands; nil: nobody
	Previous     flows.Value   // the answer of the round before, where this round has none
	Lacks        []string      // of a value that is not decided: "step.item" of the answers that it still needs
	Pending      flows.Message // of such a value: that it follows, and from what
	Chosen       []flows.Truth // of a value: how the conditions stand between which it chooses
	Set          bool          // a secret is there
	Fingerprint  string        // of the secret
	SecretID     string        // in the vault
	Keepers      Keepers       // who can open the secret
	Done         bool          // a task is ticked, a wait answered, a gate passed, a draft sent
	Status       string        // of a check (passed, warned, failed, unknown, stale), a wait (waiting, answered), a gate (closed, passed), a draft (unknown, sent, stale), an action (unknown, or the state of its rotation)
	Evidence     []File        // of a task: that with which it was ticked
	Attachments  []Attachment
	Note         string
	Until        *time.Time    // of a wait
	Why          string        // of a wait: what was said with its date
	Wait         *WaitView     // of a wait that is open
	Met          []bool        // of a gate: which of its preconditions are true now
	Each         []EachView    // of an item that goes through a list: one for every row in which it applies
	From         []string      // of a copy: ids of the fields that it is made of
	MissingField string        // of a copy: id of the field without whose answer there is nothing to copy; "" where none is missing
	Result       *CheckResult  // the last finished one
	Rotation     *RotationView // of a secret, or of the action that replaces it: the last one; nil where there was none
	Rows         []RowView
	LookAgain    bool       // it was hidden, or what it rests on has changed
	NotWorked    *NotWorked // a person said so; nil: nobody, or it was resolved
	Problems     []ProblemView
}

// RowView is a row of a list.
type RowView struct {
	Row       string                  // stable id: r1, r2, ...
	Values    map[string]flows.Value  // by column; a task's is a bool; defaults filled in
	Hidden    map[string]bool         // columns whose when is not true in this row
	Proofs    map[string]Proof        // of the tasks that were ticked with one, by column
	ReadBacks map[string]ReadBackView // by column; as ItemView.ReadBack
	Problems  []ProblemView
}

// Proof is what a task of a row was ticked with.
type Proof struct {
	File *File // nil: none
	Note string
}

// ProblemView is a problem together with its place in the run.
type ProblemView struct {
	ID           string // ITEM.CODE, or LIST[ROW].FIELD.CODE
	Item         string
	Row          string // "" outside lists
	Column       string // "" outside lists
	Level        flows.Level
	Code         string
	Message      flows.Message
	Accepted     *string // why it was accepted
	Left         bool    // a warning over which its step was completed as it is
	Acceptable   bool    // it can be accepted with a reason
	MustAccept   bool    // a warning that has to be accepted: its step is not completed over it
	flows.Origin         // of the rule that is broken
}

// Holds reports whether the problem holds its step open.
func (p ProblemView) Holds() bool {
	return p.Accepted == nil && (p.Level == flows.Must || p.MustAccept)
}

// Open reports whether the problem is a warning that is neither accepted nor
// left.
func (p ProblemView) Open() bool { return p.Level == flows.Warn && p.Accepted == nil && !p.Left }

// Effect is the effect of a change on something that is there already.
type Effect string

// The effects of a change.
const (
	Keep      Effect = "keep"
	LookAgain Effect = "look_again"
	Void      Effect = "void" // no longer read; nothing is deleted
)

// Consequence is the effect of a change on the items of one step.
type Consequence struct {
	Step   string
	Title  string
	Effect Effect
	Items  []string // ids; empty for the step as a whole
}
