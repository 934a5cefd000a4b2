package run

import (
	"maps"
	"time"

	"lotse/flows"
)

func (s *state) foldDone(e *Event, d *StepChanged) {
	i, ok := s.plan.steps[e.Step]
	if !ok {
		return
	}
	m := &s.steps[i]
	m.done, m.stale, m.skipped, m.completed, m.why = true, false, false, e.Seq, ""
	for _, id := range d.Left {
		s.left[problemKey{e.Step, id}] = true
	}
	s.clearLookAgain(i)
	s.settleFailures(e.Step)
}

// clearLookAgain removes the "look at again" marks of a step that was
// completed again. A stale check result stays stale: completing the step does
// not run the check.
func (s *state) clearLookAgain(i int) {
	for _, at := range s.placesOf(i) {
		switch {
		case !s.hasAnswer(at):
		case s.plan.item(at).Kind == flows.KindCheck:
			s.mark(s.plan.name(at)).again = false
		default:
			s.lookAgain(at, false)
		}
	}
}

func (s *state) foldSkipped(e *Event, d *StepChanged) {
	i, ok := s.plan.steps[e.Step]
	if !ok {
		return
	}
	old := s.steps[i]
	s.steps[i].skipped, s.steps[i].why = true, d.Why
	s.undos = append(s.undos, inverse{seq: e.Seq, at: place{step: i, item: -1}, revert: func(s *state) {
		s.steps[i].skipped, s.steps[i].why = old.skipped, old.why
	}})
}

func (s *state) foldReopened(e *Event, d *StepChanged) {
	s.closed, s.ended = nil, nil
	i, ok := s.plan.steps[e.Step]
	if !ok {
		return
	}
	m := &s.steps[i]
	m.done, m.stale, m.skipped, m.why = false, false, false, d.Why
}

func (s *state) foldWaiting(e *Event, d *Waited) {
	m := s.mark(d.Item)
	m.until, m.why = d.Until, d.Why
	if m.since.IsZero() {
		m.since = e.At
	}
}

func (s *state) foldWaitAnswered(e *Event, d *Waited) {
	at, ok := s.plan.at(d.Item)
	if !ok {
		return
	}
	m := s.mark(d.Item)
	m.done, m.until, m.since, m.why = true, nil, time.Time{}, d.Why
	s.noteChange(e, at)
	s.dropAcceptance(at)
	s.dropReaders(s.plan.refsOf(at, ""), "")
	if len(d.Rounds) > 0 && s.plan.item(at).Wait.Then != e.Step {
		s.steps[at.step].kept = true
	}
	s.apply(d.Effects)
	s.clearTarget(at)
}

// clearTarget clears the step that the answer of a wait leads back to: its
// questions are asked again, with the answers of the round before shown beside
// them. Answers that are to be kept stay.
func (s *state) clearTarget(at place) {
	i, ok := s.plan.steps[s.plan.item(at).Wait.Then]
	if !ok {
		return
	}
	for j := range s.plan.proc.Steps[i].Items {
		it := &s.plan.proc.Steps[i].Items[j]
		if a := s.answers[it.ID]; it.Field != nil && !kept(it) && a.given() && a.secret.Secret == "" {
			s.answers[it.ID] = &answer{previous: a.value}
		}
	}
}

func (s *state) foldGate(_ *Event, d *GatePassed) {
	m := s.mark(d.Item)
	m.done, m.note, m.why = true, d.By, d.Why
	s.apply(d.Effects)
}

func (s *state) foldChecked(e *Event, d *Checked) {
	at, ok := s.plan.at(d.Item)
	if !ok {
		return
	}
	r := d.Result
	old := s.marks[d.Item]
	s.marks[d.Item] = &mark{result: &r, stale: d.Stale, again: d.Stale}
	unchecked := problemKey{s.plan.step(at).ID, s.plan.id(at) + "." + statusUnknown}
	why, accepted := s.accepted[unchecked]
	left := s.left[unchecked]
	s.noteChange(e, at)
	s.dropAcceptance(at)
	s.dropReaders(s.plan.refsOf(at, ""), "")
	switch same := r.Status == statusUnknown && old.unknownOf(&r); { // what was taken, that it is not checked, is still so
	case same && accepted:
		s.accepted[unchecked] = why
	case same && left:
		s.left[unchecked] = true
	case !s.requiredByPassedGate(at):
		s.markStaleAfterCheck(at.step, r)
	}
	s.apply(d.Effects)
}

// unknownOf reports whether a result has the same cause as the one before it.
// The first versions could accept a check that had no result yet; what they
// accepted stays accepted.
func (m *mark) unknownOf(r *CheckResult) bool {
	return m == nil || !m.result.ran() || maps.Equal(m.result.Inputs, r.Inputs)
}

// ran reports whether the check was run, and its inputs were given.
func (r *CheckResult) ran() bool {
	return r != nil && !(r.Status == statusUnknown && r.Finding == FindingMissing)
}

// statusUnknown is the status of a check that came to no result, and the code
// of its problem.
const statusUnknown = "unknown"

// FindingMissing is the finding of a check that was not run because a required
// input is missing.
const FindingMissing = "missing"

// markStaleAfterCheck marks a completed step as stale when a check in it did
// not pass.
func (s *state) markStaleAfterCheck(step int, r CheckResult) {
	if r.Status == "failed" || r.Status == statusUnknown {
		s.markStale(step)
	}
}

func (s *state) foldSent(_ *Event, d *Sent) {
	s.marks[d.Item] = &mark{done: true, note: d.How, draftReads: d.Read}
}
