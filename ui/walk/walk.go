// Package walk is the dialogue about one run, once for all faces: its position and
// where it goes next, what can have the focus, what holds a step open, how commands
// are proposed and their consequences confirmed, and what happens to unsubmitted
// input, to a conflict with another program, and to unsaved changes.
//
// It is pure: it imports flows and flows/run, knows no terminal, no flag, no store
// and no vault, and has no clock of its own. An act returns a Turn: what to tell,
// what to ask, and the requests that the face carries out. The face reports the
// result of a request by the method that the request names. Another face needs only
// a package that calls this one.
package walk

import (
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// Session is what the dialogue needs of a run in memory: it reads and writes
// no store. *run.Session is one.
type Session interface {
	ID() string
	By() string
	Procedure() *flows.Procedure
	Moving(to *flows.Procedure) (*run.Moving, error)
	View(now time.Time) *run.View
	BlockedBySkip(step string, now time.Time) []string
	Do(confirmed bool, commands ...run.Command) (run.Outcome, error)
	Resolve(a flows.Address) (*flows.Step, *flows.Item, error)
	Events() []run.Event
	Pending() int
	Saved() int
	PendingCommands() []run.Command
	Clashes() []run.Clash
	ClashesSince(head string, commands []run.Command) (clashes []run.Clash, current bool)
	Taken(u run.Unsaved)
}

// Face is what the dialogue has to know of its face.
type Face struct {
	Now func() time.Time
	// Stops reports whether the dialogue stops at items of a kind; the others are
	// only read.
	Stops func(k flows.Kind) bool
	// StopsAtEnd says that the dialogue stops behind the last item of a step, as
	// one that asks one thing at a time does. Else the step is completed there.
	StopsAtEnd bool
	// MaxMustMessages is how many of the problems that hold a step are told at once; 0 is
	// the first alone.
	MaxMustMessages int
	// Unread lists the texts of a step that have to be read and were never shown.
	// Nil: what was told was read.
	Unread func(s *run.StepView) []string
}

// position is the run as the dialogue sees it, and the dialogue's position in
// it. Methods that only read these are its own.
type position struct {
	s    Session
	face Face
	view *run.View
	proc *flows.Procedure // of the view

	at     flows.Address // no item at the end of a step, no step at the end of the run
	shared bool          // others look on: internal items are hidden

	pages map[string]string // where the customer's own systems are, by name

	learned run.Experience // how long its procedure has taken here
}

// navigator moves the dialogue through the run, keeps unsubmitted input, and
// saves; it decides no commands.
type navigator struct {
	position

	ownChanges map[flows.Address]time.Time // changes made in this dialogue, in the step where it was
	typed      map[flows.Address]Typing
	left       map[flows.Address]bool // items that were visited and left
	tried      map[string]bool        // steps that could not be completed
	forgone    map[flows.Address]bool // shown-once secrets that the person goes without
	displaced  bool                   // see Displaced
	save       saving
	overtaken  map[flows.Address]run.Clash // where others have answered what is being typed
}

// Walk is the dialogue about one run: its position, its movement, and the acts
// that decide commands. It is for one goroutine.
type Walk struct {
	navigator

	awaitsConfirm *proposal     // waits for Confirmed
	sealing       []proposal    // wait for Sealed
	awaitsKey     *proposal     // waits for KeyMade
	openConflict  *Conflict     // waits for Decide or SetAside
	lost          []run.Command // commands that a conflict lost when the run was left
	files         int           // number of files being kept as evidence
	afterFiles    Then          // where to go when they are kept

	earlier  []run.Earlier          // what the customer's other runs answered
	tookOver map[flows.Address]bool // fields that such an answer was taken over for, in this dialogue

	rowsToCheck []flows.Address // the other rows of the check that runs

	toCheck flows.Address // the check that waits for what is on its way to the store

	knew   known  // of the store, when it was last asked for what others had written
	theirs string // who has written since the last change made here; "" for nobody

	questioned questionedDay // the day that the person was warned about last
	afterProof Then          // where to go when the evidence of a task is given
}

// New starts the dialogue about a run, with unsubmitted input that was kept,
// at the step to continue with.
func New(s Session, f Face, kept []Typing) *Walk {
	w := &Walk{tookOver: map[flows.Address]bool{}, navigator: navigator{
		position: position{s: s, face: f}, ownChanges: map[flows.Address]time.Time{}, typed: map[flows.Address]Typing{},
		left: map[flows.Address]bool{}, tried: map[string]bool{}, forgone: map[flows.Address]bool{}, save: newSaving(),
		overtaken: map[flows.Address]run.Clash{},
	}}
	for _, t := range kept {
		w.typed[t.At] = t
	}
	w.view, w.proc = s.View(f.Now()), s.Procedure()
	w.GoTo(w.view.Current)
	return w
}

// Refresh reads the run's present state. If the dialogue's position no longer
// exists, it moves on to the next one. With a run that was moved to another version it
// goes along, see follow.
func (w *navigator) Refresh() { w.refresh() }

func (w *navigator) refresh() (moved bool) {
	was, before := w.at, w.proc
	w.view, w.proc = w.s.View(w.face.Now()), w.s.Procedure()
	if before.Digest != w.proc.Digest {
		w.follow(flows.Compare(before, w.proc))
	}
	w.moveOn()
	return w.at != was
}

// View is the run at the last Refresh.
func (w *position) View() *run.View { return w.view }

// At is the dialogue's position: an item, or a cell of a list; the end of a
// step without an item, the end of the run without a step.
func (w *position) At() flows.Address { return w.at }

// Step is the present step; nil for none.
func (w *position) Step() *run.StepView {
	if w.at.Step == "" {
		return nil
	}
	return w.view.Step(w.at.Step)
}

// Item is the present item; nil for none.
func (w *position) Item() *run.ItemView { return w.ItemAt(w.at) }

// ItemAt is the item at an address; nil for none.
func (w *position) ItemAt(a flows.Address) *run.ItemView {
	if a.Item == "" {
		return nil
	}
	if a.Step == "" {
		step, _, err := w.s.Resolve(a)
		if err != nil {
			return nil
		}
		a.Step = step.ID
	}
	sv := w.view.Step(a.Step)
	if sv == nil {
		return nil
	}
	if iv := sv.Item(a.Item); iv != nil {
		return iv
	}
	return sv.Item(a.AsItem().Item)
}

// Shared reports whether others look on.
func (w *position) Shared() bool { return w.shared }

// Share hides, or shows again, what others must not see. If the dialogue is at
// such an item it moves on.
func (w *navigator) Share(on bool) {
	w.shared = on
	switch sv, iv := w.Step(), w.Item(); {
	case sv == nil:
	case w.IsHidden(sv), iv == nil:
		w.GoTo(w.at.Step)
	case !w.Stops(iv):
		w.To(w.First(sv))
	}
}

// IsHidden reports whether a step must not be seen by those who look on now.
func (w *position) IsHidden(sv *run.StepView) bool { return w.shared && sv != nil && sv.Step.Internal }

// IsShown reports whether an item is on the page.
func (w *position) IsShown(iv *run.ItemView) bool {
	return iv.State == run.Applies && !(w.shared && iv.Item.Internal)
}

// Stops reports whether the dialogue stops at an item.
func (w *position) Stops(iv *run.ItemView) bool { return w.face.Stops(iv.Item.Kind) && w.IsShown(iv) }

// WasLeft reports whether an item was left once: then its problems are shown.
func (w *navigator) WasLeft(a flows.Address) bool { return w.left[a.Whole()] }

// WasTried reports whether completing a step has failed once: then all its
// problems are shown.
func (w *navigator) WasTried(step string) bool { return w.tried[step] }
