package run

import (
	"encoding/hex"
	"time"

	"lotse/flows"
)

// header is the projection of the run as it stands.
func (s *Session) header() Header {
	j := newJudge(s.state.moment(), s.env.Now())
	return newStates(j).header(s.id)
}

// header is what a list of runs shows of this one.
func (s *states) header(id string) Header {
	p := s.plan.proc
	h := Header{
		ID: id, Procedure: p.ID, ProcedureVersion: p.Version, Title: s.title(), Digest: s.started.Digest,
		Customer: s.started.Customer, Mode: s.mode, Lang: s.lang,
		Started: s.begun, Changed: s.changed, Events: s.seq, Head: hex.EncodeToString(s.head),
	}
	h.Progress = s.progress()
	h.Status = s.status(h.Progress)
	h.Due = s.due()
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

func (s *states) progress() Progress {
	var p Progress
	for _, is := range s.is {
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
	for _, n := range s.warned() {
		warnings += n
	}
	p.Warnings = &warnings
	return p
}

func (s *states) status(p Progress) Status {
	switch {
	case s.closed != nil:
		return StatusAbandoned
	case s.reached() != nil:
		return StatusEnded
	case p.Done+p.Skipped+p.NotNeeded == p.All():
		return StatusDone
	case p.Open+p.Stale == 0 && p.Waiting > 0:
		return StatusWaiting
	}
	return StatusOpen
}

// reached is the end that applies in a completed step; nil where there is none.
func (s *states) reached() *flows.Item {
	for _, at := range s.plan.ends {
		if s.at(at) == flows.True && s.is[at.step] == Done {
			return s.shown(at)
		}
	}
	return nil
}

// title is the procedure's. It names nothing, but one that was stored before that
// was proven may.
func (s *states) title() string {
	return flows.Fill(s.plan.proc.Title, func(name string) string {
		if name == flows.CustomerName {
			return flows.Clean(s.started.Customer.Name)
		}
		return ""
	})
}

func (s *states) outcome() string {
	it := s.reached()
	if it.End.Reason != "" {
		return it.End.Reason
	}
	return it.End.Outcome
}

// current is the step to go on with: the first that is open or to be looked at
// again, else one that waits for somebody, else one that is blocked; -1 where
// none is.
func (s *states) current(status Status) int {
	if status == StatusDone || status == StatusEnded || status == StatusAbandoned {
		return -1
	}
	for _, wanted := range []func(i int) bool{
		func(i int) bool { return s.is[i] == Open || s.is[i] == Stale },
		func(i int) bool { return s.is[i] == Waiting && s.wait(i) != nil },
		func(i int) bool { return s.is[i] == Blocked },
	} {
		for i := range s.is {
			if wanted(i) {
				return i
			}
		}
	}
	return -1
}

// due is the earliest time at which a wait that lasts is to be looked at.
func (s *states) due() *time.Time {
	var first *time.Time
	for i := range s.is {
		if t := s.until(i); t != nil && (first == nil || t.Before(*first)) {
			first = t
		}
	}
	return first
}

func (s *states) until(i int) *time.Time {
	if s.is[i] != Waiting && s.is[i] != Open && s.is[i] != Stale {
		return nil
	}
	it := s.wait(i)
	if it == nil {
		return nil
	}
	if m := s.marks[s.plan.proc.Steps[i].ID+"."+it.ID]; m != nil {
		return m.until
	}
	return nil
}

// reason is one line on a step: who is waited for, or what is missing.
func (s *states) reason(i int) string {
	if it := s.wait(i); it != nil && s.is[i] == Waiting {
		return it.Wait.For
	}
	return ""
}
