package run

import (
	"encoding/hex"
	"time"

	"lotse/flows"
)

// header is the header of the run as it is now.
func (s *Session) header() Header {
	f := newProblemFinder(s.state.evaluateOn(s.env.Now()), s.env.Now())
	return newStepStates(f).header(s.id)
}

// header is what a list of runs shows of this run.
func (s *stepStates) header(id string) Header {
	p := s.plan.proc
	h := Header{
		ID: id, Procedure: p.ID, ProcedureVersion: p.Version, Title: s.title(), Digest: p.Digest,
		Customer: s.started.Customer, Mode: s.mode, Lang: s.lang,
		Started: s.begun, Changed: s.changed, Events: s.seq, Head: hex.EncodeToString(s.head),
	}
	h.Progress = s.progress()
	h.Status = s.status(h.Progress)
	h.Due = s.due()
	if h.Status == StatusOpen || h.Status == StatusWaiting {
		h.WaitsFor, h.WaitsSince = s.waitsFor()
		h.News = s.news()
	}
	if i := s.current(h.Status); i >= 0 {
		h.Current, h.CurrentTitle = p.Steps[i].ID, s.shownStep(i).Title
		h.Why = s.reason(i)
	}
	switch h.Status {
	case StatusAbandoned:
		h.Why = s.closed.Why
	case StatusEnded:
		h.Why = s.outcome()
	}
	return h
}

func (s *stepStates) progress() Progress {
	var p Progress
	for _, is := range s.states {
		switch is {
		case Done:
			p.Done++
		case Open:
			p.Open++
		case Waiting:
			p.Waiting++
		case Blocked:
			p.Blocked++
		case Stale:
			p.Stale++
		case Skipped:
			p.Skipped++
		case NotNeeded:
			p.NotNeeded++
		}
	}
	warnings := 0
	for _, n := range s.countWarnings() {
		warnings += n
	}
	p.Warnings = &warnings
	return p
}

func (s *stepStates) status(p Progress) Status {
	switch {
	case s.closed != nil:
		return StatusAbandoned
	case s.reachedEnd() != nil:
		return StatusEnded
	case p.Done+p.Skipped+p.NotNeeded == p.All():
		return StatusDone
	case p.Open+p.Stale == 0 && p.Waiting > 0:
		return StatusWaiting
	}
	return StatusOpen
}

// reachedEnd is the end that applies in a completed step; nil if there is
// none.
func (s *stepStates) reachedEnd() *flows.Item {
	for _, at := range s.plan.ends {
		if s.truth(at) == flows.True && s.states[at.step] == Done {
			return s.shown(at)
		}
	}
	return nil
}

// title is the procedure's title. A title names no answers, except in
// procedures that were stored before that was checked.
func (s *state) title() string {
	return flows.Fill(s.plan.proc.Title, func(name string) string {
		if name == flows.CustomerName {
			return flows.Clean(s.started.Customer.Name)
		}
		return ""
	})
}

func (s *stepStates) outcome() string {
	it := s.reachedEnd()
	if it.End.Reason != "" {
		return it.End.Reason
	}
	return it.End.Outcome
}

// current is the step to continue with: the first that is open or has to be
// looked at again, else one that waits for somebody, else one that is blocked;
// -1 if there is none.
func (s *stepStates) current(status Status) int {
	if status == StatusDone || status == StatusEnded || status == StatusAbandoned {
		return -1
	}
	for _, wanted := range []func(i int) bool{
		func(i int) bool { return s.states[i] == Open || s.states[i] == Stale },
		func(i int) bool { return s.states[i] == Waiting && s.openWait(i) != nil },
		func(i int) bool { return s.states[i] == Blocked },
	} {
		for i := range s.states {
			if wanted(i) {
				return i
			}
		}
	}
	return -1
}

// due is the earliest time at which to look at an open wait again.
func (s *stepStates) due() *time.Time {
	var first *time.Time
	for i := range s.states {
		first = earlier(first, s.dueOf(i))
	}
	return first
}

// dueOf is the earliest time at which to look at an open wait of a step again.
func (s *stepStates) dueOf(i int) *time.Time {
	var first *time.Time
	for k := range s.plan.proc.Steps[i].Items {
		if w := s.waitView(place{step: i, item: k}); w != nil {
			first = earlier(first, w.Due)
		}
	}
	return first
}

// earlier is the earlier of two times, of which nil is none.
func earlier(a, b *time.Time) *time.Time {
	if a == nil || b != nil && b.Before(*a) {
		return b
	}
	return a
}

// reason is one line about a step: who is waited for, or what is missing.
func (s *stepStates) reason(i int) string {
	if it := s.openWait(i); it != nil && s.states[i] == Waiting {
		return it.Wait.For
	}
	return ""
}
