package run

import (
	"errors"
	"io"
	"slices"
	"sync"
	"time"

	"lotse/flows"
)

// Env is what a run needs from outside.
type Env struct {
	Now    func() time.Time
	Random io.Reader // salts and ids
	By     string    // the person's name
	// LooksOn says that the person may read and not write, as a reader of a team: every
	// command is refused with LookingOn, before anything is asked for or typed.
	LooksOn bool
	Team    Team // nil where the store is one person's own
	// Show is an answer in a text of a language, as a person reads it. Nil: as
	// flows.Field.Show has it, in no language.
	Show Show
}

// Show gives an answer as a person reads it in a language.
type Show func(lang string, f *flows.Field, v flows.Value) string

// Start describes a new run.
type Start struct {
	Procedure *flows.Procedure
	Customer  Customer
	Mode      Mode
	Lang      string
}

// Session is one run in memory. Commands are decided and folded at once; Flush
// writes their events to the store. It is safe for concurrent use; at most one
// Flush should run at a time.
type Session struct {
	mu    sync.Mutex
	env   Env
	store Store
	proc  *flows.Procedure // with which the run began, in its own language
	// versions are all that the events name, by digest.
	versions map[string]*flows.Procedure
	load     Load // nil: nothing but what is here can be opened
	id       string
	mode     Mode
	// customer is the run's as the store has it: of the name with which the run began,
	// with another id where it came from elsewhere. Zero: as the run began.
	customer Customer

	state   *state
	events  []Event // what is pending included
	saved   int     // how many of them are acknowledged
	queue   []queued
	sealed  []Sealed
	taken   []Unsaved
	keepers map[string]Keepers // by the id of a secret

	spared []string // secrets that others have sealed, and that are theirs to destroy

	clashes []Clash // of the last Reload

	view   *View
	viewed day // on which it was made
}

// queued is a decided command whose events are not acknowledged yet.
type queued struct {
	command Command
	first   int // index of its first event
}

// Outcome is the result of commands.
type Outcome struct {
	Events []Event       // appended in memory, not yet acknowledged
	Ripple []Consequence // of the change, "keep" included
	Must   []ProblemView // must problems of the items that the commands answered
	// Warnings are, of a Complete that was refused with ErrWarnings, those that are
	// neither accepted nor left.
	Warnings []ProblemView
}

// Create begins a new run: its started event is pending until Flush.
func Create(env Env, store Store, st Start) (*Session, error) {
	if env.LooksOn {
		return nil, LookingOn()
	}
	if !slices.Contains(st.Procedure.Languages, st.Lang) {
		st.Lang = st.Procedure.Lang
	}
	id, err := newID(env.Random)
	if err != nil {
		return nil, err
	}
	s := &Session{env: env, store: store, proc: st.Procedure, versions: only(st.Procedure), load: flows.Decode, id: id, mode: st.Mode}
	s.state = newState(newPlan(st.Procedure.In(st.Lang), env.Show))
	s.state.versions = s.versions
	d := decision{kind: EventStarted, data: &Started{
		Procedure: st.Procedure.ID, Version: st.Procedure.Version, Digest: st.Procedure.Digest,
		Customer: st.Customer, Lang: st.Lang, Provenance: st.Procedure.Provenance,
	}}
	if _, err := s.append(d, true); err != nil {
		return nil, err
	}
	return s, nil
}

// ID is the run's id.
func (s *Session) ID() string { return s.id }

// Procedure is the run's procedure in the run's language.
func (s *Session) Procedure() *flows.Procedure {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state.plan.proc
}

// Do decides commands in order, all or none. If they change something that
// others depend on (an answer that is read, a completed step) and confirmed is
// false, nothing is done: the error is a *flows.Refusal of the kind ErrRipple,
// and the Outcome has the Ripple. confirmed never covers warnings: a Complete
// that neither accepts nor leaves a warning is refused with ErrWarnings, and
// the Outcome has the warnings.
func (s *Session) Do(confirmed bool, commands ...Command) (Outcome, error) {
	if s.env.LooksOn {
		return Outcome{}, LookingOn()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	n, queue, sealed := len(s.events), len(s.queue), len(s.sealed)
	out, err := s.do(confirmed, commands)
	if err != nil {
		s.queue, s.sealed = s.queue[:queue], s.sealed[:sealed]
		var refused *flows.Refusal
		if len(s.events) > n || out.Ripple != nil || !errors.As(err, &refused) {
			s.events = s.events[:n]
			if foldErr := s.refold(); foldErr != nil {
				return Outcome{}, foldErr
			}
		}
		return out, err
	}
	out.Events = slices.Clone(s.events[n:])
	return out, nil
}

func (s *Session) do(confirmed bool, commands []Command) (Outcome, error) {
	var out Outcome
	now := s.env.Now()
	s.state.setDay(now)
	var touched []changedItem
	for _, c := range commands {
		first := len(s.events)
		t, err := s.decideOne(confirmed, c, now, &out)
		if err != nil {
			var open undecidedWarnings
			errors.As(err, &open)
			out.Warnings = open
			return out, err
		}
		touched = append(touched, t...)
		if len(s.events) > first {
			s.queue = append(s.queue, queued{c, first})
		}
	}
	out.Must = s.state.newMustProblems(touched, now)
	return out, nil
}

// decideOne decides one command and what follows from it.
func (s *Session) decideOne(confirmed bool, c Command, now time.Time, out *Outcome) ([]changedItem, error) {
	decisions, err := s.state.decide(c, now)
	if err != nil {
		return nil, err
	}
	touched := itemsAnswered(s.state.plan, c)
	for _, d := range decisions {
		if added, ok := d.data.(*RowsReplaced); ok && added.Append {
			touched[0].first = added.First
		}
		r, err := s.append(d, confirmed)
		if r != nil {
			out.Ripple = append(out.Ripple, r.list...)
		}
		if err != nil {
			return nil, err
		}
		for _, next := range s.state.expand(c, d) {
			t, err := s.decideOne(confirmed, next, now, out)
			if err != nil {
				return nil, err
			}
			touched = append(touched, t...)
		}
	}
	return touched, nil
}

// By is who makes the session's events.
func (s *Session) By() string { return s.env.By }

// append makes an event of a decision, folds it, and finds its effects.
func (s *Session) append(d decision, confirmed bool) (*ripple, error) {
	if d.to != nil {
		s.learn(d.to)
	}
	spreads := d.effects != nil && s.state.isRead(d.refs)
	var before *evaluation
	if spreads {
		before = s.state.evaluate()
		before.computeAll()
	}
	e := Event{Run: s.id, Seq: s.state.seq + 1, At: instant(s.env.Now()), By: s.env.By, Mode: s.mode, Kind: d.kind, Step: d.step, Content: d.content}
	prev := s.state.head
	if err := e.seal(prev, d.data, s.env.Random); err != nil {
		return nil, err
	}
	s.view = nil
	if err := s.state.fold(&e); err != nil {
		return nil, err
	}
	var r *ripple
	if spreads {
		r = newRipple(before, s.state.evaluate(), d)
		if r.needsConfirm && !confirmed && !d.agreed {
			return r, flows.Refuse(flows.ErrRipple, flows.AtStep(d.step), "refuse.ripple")
		}
		if err := s.seal(&e, d, r, prev); err != nil {
			return nil, err
		}
	}
	s.events = append(s.events, e)
	if d.sealed != nil {
		s.sealed = append(s.sealed, *d.sealed)
	}
	if d.kind == EventLanguage {
		s.translate()
	}
	return r, nil
}

// seal seals an event again with the effects that the change turned out to
// have.
func (s *Session) seal(e *Event, d decision, r *ripple, prev []byte) error {
	if r.empty() {
		return nil
	}
	*d.effects = r.Effects
	if err := e.seal(prev, d.data, s.env.Random); err != nil {
		return err
	}
	s.state.apply(r.Effects)
	s.state.advance(e)
	return nil
}

// Pending counts what Flush has to do: the events that are not acknowledged yet,
// and the sealed values that it is to destroy.
func (s *Session) Pending() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := len(s.events) - s.saved
	for i := range s.state.condemned {
		if !slices.Contains(s.spared, s.state.condemned[i].Secret) {
			n++
		}
	}
	return n
}

// Events are all events, pending ones included.
func (s *Session) Events() []Event {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.events)
}
