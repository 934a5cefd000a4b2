package run

import (
	"context"
	"io"
	"time"

	"lotse/flows"
)

// Env is what a run needs from outside.
type Env struct {
	Now    func() time.Time
	Random io.Reader // salts and ids
	By     string    // the person's name
}

// Start says what a new run is.
type Start struct {
	Procedure *flows.Procedure
	Customer  Customer
	Mode      Mode
	Lang      string
}

// Session is one run in memory: commands are decided and folded at once, and
// flushed to the store when its owner says so. It is safe for several
// goroutines; at most one Flush should be in flight.
type Session struct{}

// Outcome is what a decided command did.
type Outcome struct {
	Events []Event       // appended in memory, not yet acknowledged
	Ripple []Consequence // of the change, "keep" included
	Must   []ProblemView // must problems on what the commands touched
}

// Create begins a new run: its started event is pending until Flush.
func Create(env Env, store Store, s Start) (*Session, error) { panic("contract") }

// Load decodes a stored procedure.
type Load func(document []byte) (*flows.Procedure, error)

// Resume loads a run by its id.
func Resume(ctx context.Context, env Env, store Store, id string, load Load) (*Session, error) {
	panic("contract")
}

// ID is the run's id.
func (s *Session) ID() string { panic("contract") }

// Procedure is the run's procedure in the run's language.
func (s *Session) Procedure() *flows.Procedure { panic("contract") }

// View is the run as it stands, what is not flushed included. The same *View is
// given until something changes.
func (s *Session) View(now time.Time) *View { panic("contract") }

// Do decides commands in order, all or none. Where they change something that
// stands already (an answer that is read, a completed step) and confirmed is
// false, nothing is done: the error is a *Refusal with RefusedRipple and the
// Outcome carries the Ripple.
func (s *Session) Do(confirmed bool, commands ...Command) (Outcome, error) { panic("contract") }

// Pending counts the events that are not acknowledged yet.
func (s *Session) Pending() int { panic("contract") }

// Flush appends what is pending in one transaction. When it fails the session
// goes back to the last saved seq and decides the pending commands again, so
// that they can be flushed later; on ErrConflict call Reload.
func (s *Session) Flush(ctx context.Context) error { panic("contract") }

// Reload reads what another program has written since and decides what is
// pending again on top of it; what can no longer be decided is given back.
func (s *Session) Reload(ctx context.Context) (lost []Command, err error) { panic("contract") }

// Events are all events, what is pending included.
func (s *Session) Events() []Event { panic("contract") }

// Resolve finds the item that a target names, in a step.
func (s *Session) Resolve(t Target) (*flows.Step, *flows.Item, error) { panic("contract") }

// Taken tells Flush to remove unsaved input in the same transaction.
func (s *Session) Taken(u Unsaved) { panic("contract") }
