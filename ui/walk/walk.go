// Package walk is the dialogue about one run, decided once for every face: where
// it stands and goes next, what can have the focus, what holds a step, how
// commands are proposed and their consequences confirmed, what becomes of typing,
// of a conflict with another program, and of saving.
//
// It is data in and data out: it imports flows and flows/run, knows no terminal,
// no flag, no store and no vault, and has no clock of its own. An act gives a
// Turn: what is to be told, what the person is asked, and the requests that the
// face carries out. How a request ended the face tells by the method that the
// request names. A fourth face is a folder that calls this one.
package walk

import (
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// Session is what the dialogue needs of a run in memory: nothing here reads or
// writes a store. *run.Session is one.
type Session interface {
	ID() string
	View(now time.Time) *run.View
	BlockedBySkip(step string, now time.Time) []string
	Do(confirmed bool, commands ...run.Command) (run.Outcome, error)
	Resolve(a flows.Address) (*flows.Step, *flows.Item, error)
	Events() []run.Event
	Pending() int
	PendingCommands() []run.Command
	Clashes() []run.Clash
	Taken(u run.Unsaved)
}

// Face is what the dialogue has to know of who holds it.
type Face struct {
	Now func() time.Time
	// Stops reports whether the dialogue stops at items of a kind; the others are
	// only read.
	Stops func(k flows.Kind) bool
	// StopsAtEnd says that the dialogue stops behind the last item of a step, as
	// one that asks one thing at a time does. Else the step is completed there.
	StopsAtEnd bool
	// Holding is how many of the problems that hold a step are told at once; 0 is
	// the first alone.
	Holding int
	// Unread lists the texts of a step that have to be read and were never shown.
	// Nil: what was told was read.
	Unread func(s *run.StepView) []string
}

// sight is what the dialogue sees: the run, and where in it it stands. What only
// tells of that is its own, and changes nothing.
type sight struct {
	s    Session
	face Face
	view *run.View

	at     flows.Address // where it stands: no item at the end of a step, no step at the end of the run
	shared bool          // others look on: internal items are passed over
}

// course is how the dialogue goes through the run: it moves, keeps what is typed,
// and has it saved; it decides nothing of the run.
type course struct {
	sight

	made  map[flows.Address]time.Time // what was changed here, in the step at which it stood
	typed map[flows.Address]Typing
	left  map[flows.Address]bool // items that were left once
	tried map[string]bool        // steps that could not be completed
	given map[flows.Address]bool // shown-once secrets that the person goes without
	save  saving
}

// Walk is the dialogue about one run: what it sees, how it goes through it, and
// the acts that decide. It is for one goroutine.
type Walk struct {
	course

	asked   *proposal     // waits for a yes or a no
	sealing []proposal    // wait for their secrets to be sealed
	keyless *proposal     // waits for the key to seal with
	clash   *Conflict     // waits for a decision
	lost    []run.Command // what a conflict lost when the run was left
	files   int           // on their way into the evidence
	behind  Then          // what goes on when they are there

	doubted doubted // the day that was asked about last
	proving Then    // what goes on when the proof of a task is given
}

// New begins the dialogue about a run, with typing that was kept; it stands at
// the step to go on with.
func New(s Session, f Face, kept []Typing) *Walk {
	w := &Walk{course: course{
		sight: sight{s: s, face: f}, made: map[flows.Address]time.Time{}, typed: map[flows.Address]Typing{},
		left: map[flows.Address]bool{}, tried: map[string]bool{}, given: map[flows.Address]bool{}, save: newSaving(),
	}}
	for _, t := range kept {
		w.typed[t.At] = t
	}
	w.view = s.View(f.Now())
	w.GoTo(w.view.Current)
	return w
}

// Look takes the run as it stands now. Where that at which the dialogue stood is
// gone, it goes on beside it.
func (w *course) Look() { w.look() }

func (w *course) look() (moved bool) {
	was := w.at
	w.view = w.s.View(w.face.Now())
	w.settle()
	return w.at != was
}

// View is the run as it stood at the last look.
func (w *sight) View() *run.View { return w.view }

// At is where the dialogue stands: an item, or a cell of a list; the end of a
// step without an item, the end of the run without a step.
func (w *sight) At() flows.Address { return w.at }

// Step and Item are those at which the dialogue stands; nil for none.
func (w *sight) Step() *run.StepView {
	if w.at.Step == "" {
		return nil
	}
	return w.view.Step(w.at.Step)
}

// Item is the item at which the dialogue stands; nil for none.
func (w *sight) Item() *run.ItemView { return w.ItemAt(w.at) }

// ItemAt is the item of an address; nil for none.
func (w *sight) ItemAt(a flows.Address) *run.ItemView {
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
	return sv.Item(a.Item)
}

// Shared reports whether others look on.
func (w *sight) Shared() bool { return w.shared }

// Share hides, or shows again, what is not for the eyes of others. Where the
// dialogue stands at such a thing it goes on beside it.
func (w *course) Share(on bool) {
	w.shared = on
	switch sv, iv := w.Step(), w.Item(); {
	case sv == nil:
	case w.Veiled(sv), iv == nil:
		w.GoTo(w.at.Step)
	case !w.Stops(iv):
		w.To(w.First(sv))
	}
}

// Veiled reports whether a step is not for the eyes that look on.
func (w *sight) Veiled(sv *run.StepView) bool { return w.shared && sv != nil && sv.Step.Internal }

// Shown reports whether an item stands on the page.
func (w *sight) Shown(iv *run.ItemView) bool {
	return iv.State == run.Applies && !(w.shared && iv.Item.Internal)
}

// Stops reports whether the dialogue stops at an item.
func (w *sight) Stops(iv *run.ItemView) bool { return w.face.Stops(iv.Item.Kind) && w.Shown(iv) }

// Left reports whether an item was left once: then its problems are shown.
func (w *course) Left(a flows.Address) bool { return w.left[a.Whole()] }

// Tried reports whether a step could not be completed once: then all of its
// problems are shown.
func (w *course) Tried(step string) bool { return w.tried[step] }
