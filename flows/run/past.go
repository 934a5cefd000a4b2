package run

import (
	"fmt"
	"slices"

	"lotse/flows"
)

// Past is a run as it stood after one of its events: it moves back and forth
// over the events that the run had when it was made. It has no store, so that
// nothing can be written, and no command may be given to its session.
type Past struct {
	all []Event
	now *Session
}

// Past is the run's past, at its first event. It shares nothing that changes
// with the session.
func (s *Session) Past() (*Past, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := slices.Clone(s.events)
	p := &Past{all: all, now: &Session{env: s.env, proc: s.proc, versions: s.versions, id: s.id, mode: s.mode, customer: s.customer}}
	return p, p.Seek(1)
}

// Session is the run at the present event. It is the same one wherever the past
// moves to.
func (p *Past) Session() *Session { return p.now }

// Len counts the events.
func (p *Past) Len() int { return len(p.all) }

// At is the number of the present event: 1, 2, ..., Len.
func (p *Past) At() int { return len(p.now.events) }

// Event is the event of a number.
func (p *Past) Event(n int) *Event { return &p.all[n-1] }

// Seek moves to an event; a number outside of them to the nearest one. A step
// forward costs the same wherever it is; a step back folds all events before it
// again. The error is flows.ErrDamaged, as of Resume.
func (p *Past) Seek(n int) error {
	n = min(max(n, 1), len(p.all))
	s := p.now
	s.mu.Lock()
	defer s.mu.Unlock()
	from := len(s.events)
	s.events, s.saved = p.all[:n:n], n
	if from == 0 || n < from {
		return s.refold()
	}
	return s.foldOn(from)
}

// foldOn folds the events from an index on.
func (s *Session) foldOn(from int) error {
	s.view = nil
	for i := range s.events[from:] {
		e := &s.events[from+i]
		if err := s.state.fold(e); err != nil {
			return fmt.Errorf("%w: run %s: %w", flows.ErrDamaged, s.id, err)
		}
		if e.Kind == EventLanguage {
			s.translate()
		}
	}
	return nil
}
