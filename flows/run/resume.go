package run

import (
	"context"
	"fmt"

	"lotse/flows"
)

// Load decodes a stored procedure.
type Load func(document []byte) (*flows.Procedure, error)

// Resume loads a run by its id.
func Resume(ctx context.Context, env Env, store Store, id string, load Load) (*Session, error) {
	h, err := store.Header(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("find run %s: %w", flows.Clean(id), err)
	}
	loaded := make(chan *flows.Bug, 1) // decoding takes as long as reading: side by side
	var l loading
	go func() { loaded <- flows.Try(func() { l = loadProcedure(ctx, store, h, load) }) }()
	events, err := store.Events(ctx, h.ID, 0)
	flows.Throw(<-loaded)
	if err != nil {
		return nil, fmt.Errorf("read events of run %s: %w", h.ID, err)
	}
	if l.err != nil {
		return nil, l.err
	}
	s := &Session{env: env, store: store, versions: only(l.proc), load: load, id: h.ID, mode: h.Mode, customer: h.Customer, events: events, saved: len(events)}
	if err := s.fetch(ctx, events); err != nil {
		return nil, err
	}
	s.proc = provenanced(s.beginning(l.proc), events)
	if err := s.refold(); err != nil {
		return nil, err
	}
	return s, s.readKeepers(ctx)
}

// loading is a procedure, or why it could not be loaded.
type loading struct {
	proc *flows.Procedure
	err  error
}

func loadProcedure(ctx context.Context, store Store, h Header, load Load) loading {
	proc, err := Procedure(ctx, store, h, load)
	return loading{proc, err}
}

// provenanced is the procedure of a run with where it was taken from, which only the
// run's first event knows.
func provenanced(proc *flows.Procedure, events []Event) *flows.Procedure {
	if len(events) == 0 {
		return proc
	}
	payload, err := events[0].Payload()
	if started, ok := payload.(*Started); ok && err == nil {
		return proc.From(started.Provenance)
	}
	return proc // refold tells what is wrong
}

// Procedure loads the procedure of a run.
func Procedure(ctx context.Context, store Store, h Header, load Load) (*flows.Procedure, error) {
	doc, err := Document(ctx, store, h)
	if err != nil {
		return nil, err
	}
	proc, err := load(doc)
	if err != nil {
		return nil, fmt.Errorf("decode procedure of run %s: %w", h.ID, err)
	}
	return proc, nil
}

// Document is the stored procedure of a run. If its bytes do not fit the
// digest with which the run began, it is refused as damaged.
func Document(ctx context.Context, store Store, h Header) ([]byte, error) {
	doc, err := store.Document(ctx, h.Digest)
	if err != nil {
		return nil, fmt.Errorf("read procedure of run %s: %w", h.ID, err)
	}
	if !flows.Fits(doc, h.Digest) {
		return nil, flows.Refuse(flows.ErrDamaged, nil, "refuse.procedure_changed", "run", h.ID)
	}
	return doc, nil
}

// refold builds the state again from the events.
func (s *Session) refold() error {
	s.view = nil
	s.state = newState(newPlan(s.proc, s.env.Show))
	s.state.versions = s.versions
	if s.env.Now != nil { // a copy is looked at on the day that a view is asked for
		s.state.setDay(s.env.Now())
	}
	for i := range s.events {
		if err := s.state.fold(&s.events[i]); err != nil {
			return fmt.Errorf("%w: run %s: %w", flows.ErrDamaged, s.id, err)
		}
	}
	if s.customer.Name == s.state.started.Customer.Name {
		s.state.started.Customer = s.customer
	}
	s.translate()
	return nil
}

// translate puts the procedure's texts into the run's language.
func (s *Session) translate() {
	if p := s.state.plan.proc.In(s.state.lang); p != s.state.plan.proc {
		s.state.plan, s.state.evaluated = newPlan(p, s.env.Show), nil
	}
}
