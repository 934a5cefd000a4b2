package run

import (
	"strconv"
	"strings"

	"lotse/flows"
)

// foldFuncs are the functions that apply each kind of event to a state. An
// event whose data was erased changes only the seq and the head.
var foldFuncs = map[EventKind]func(*state, *Event, any){
	EventStarted:      with((*state).foldStarted),
	EventAnswered:     with((*state).foldAnswered),
	EventSecretSet:    with((*state).foldSecret),
	EventSecretUsed:   with((*state).foldUsed),
	EventRowAdded:     with((*state).foldRowAdded),
	EventRowRemoved:   with((*state).foldRowRemoved),
	EventCell:         with((*state).foldCell),
	EventRowsReplaced: with((*state).foldRows),
	EventTicked:       with((*state).foldTicked),
	EventUnticked:     with((*state).foldUnticked),
	EventAccepted:     with((*state).foldAccepted),
	EventNoted:        with((*state).foldNoted),
	EventNotWorked:    with((*state).foldNotWorked),
	EventResolved:     with((*state).foldResolved),
	EventAttached:     with((*state).foldAttached),
	EventUndone:       with((*state).foldUndone),
	EventDone:         with((*state).foldDone),
	EventSkipped:      with((*state).foldSkipped),
	EventReopened:     with((*state).foldReopened),
	EventWaiting:      with((*state).foldWaiting),
	EventWaitAnswered: with((*state).foldWaitAnswered),
	EventGatePassed:   with((*state).foldGate),
	EventChecked:      with((*state).foldChecked),
	EventMapped:       with((*state).foldMapped),
	EventSent:         with((*state).foldSent),
	EventEnded:        with((*state).foldEnded),
	EventAbandoned:    with((*state).foldAbandoned),
	EventLanguage:     with((*state).foldLanguage),
	EventErased:       with((*state).foldErased),
	EventReadBack:     with((*state).foldReadBack),
	EventCalled:       with((*state).foldCalled),

	EventForked: with((*state).foldForked),
	EventMoved:  with((*state).foldMoved),

	EventRotationBegun:     with((*state).foldRotationBegun),
	EventRotationSealed:    with((*state).foldRotationSealed),
	EventRotationConfirmed: with((*state).foldRotationConfirmed),
	EventRotationGivenUp:   with((*state).foldRotationGivenUp),
	EventSecretDestroyed:   with((*state).foldSecretDestroyed),
}

// with makes a fold function of one that takes the decoded payload.
func with[T any](f func(*state, *Event, *T)) func(*state, *Event, any) {
	return func(s *state, e *Event, payload any) { f(s, e, payload.(*T)) }
}

// fold applies an event.
func (s *state) fold(e *Event) error {
	s.evaluated = nil
	payload, err := e.Payload()
	if err != nil {
		return err
	}
	if err := s.checkMove(payload); err != nil {
		return err
	}
	if payload != nil {
		foldFuncs[e.Kind](s, e, payload)
	}
	s.advance(e)
	return nil
}

// advance applies what every event changes.
func (s *state) advance(e *Event) {
	s.seq, s.head, s.changed = e.Seq, e.Hash, e.At
	s.spent.add(e)
	if i, ok := s.plan.steps[e.Step]; ok {
		s.steps[i].enter(e)
	}
}

// enter notes that something was recorded in the step.
func (m *stepMark) enter(e *Event) {
	m.entered, m.acted = true, e.At
	if !e.Erased() && !isRemark(e.Kind) && e.Kind != EventWaiting {
		m.worked = e.At
	}
}

func (s *state) foldStarted(e *Event, d *Started) {
	s.started, s.mode, s.begun, s.lang = *d, e.Mode, e.At, d.Lang
}

func (s *state) foldAnswered(e *Event, d *Answered) {
	at, ok := s.plan.at(d.Item)
	if !ok {
		return
	}
	id := s.plan.item(at).ID
	old := s.answer(id)
	s.answers[id] = &answer{value: plain(d.Value), previous: old.previous, invalid: d.Invalid != "", removed: d.Removed.Message}
	s.recordChange(e, at, func(s *state) { s.answers[id] = old })
	s.apply(d.Effects)
}

func (s *state) foldSecret(e *Event, d *SecretSealed) {
	at, ok := s.plan.at(d.Item)
	if !ok {
		return
	}
	id := s.plan.item(at).ID
	old := s.answer(id)
	s.answers[id] = &answer{secret: *d, at: e.At}
	s.hold(d)
	s.recordChange(e, at, func(s *state) { s.answers[id] = old })
	s.apply(d.Effects)
}

func (s *state) foldTicked(e *Event, d *Ticked) {
	at, ok := s.plan.at(d.Item)
	if !ok {
		return
	}
	if d.Row != "" {
		s.setCell(e, at, d.Row, cell{column: d.Column, value: true, evidence: d.Evidence, note: d.Note})
	} else {
		m := &mark{done: true, note: d.Note}
		if d.Evidence != nil {
			m.evidence = []File{*d.Evidence}
		}
		s.setMark(e, at, d.Item, m)
	}
	s.apply(d.Effects)
}

func (s *state) foldUnticked(e *Event, d *Ticked) {
	at, ok := s.plan.at(d.Item)
	if !ok {
		return
	}
	if d.Row != "" {
		s.setCell(e, at, d.Row, cell{column: d.Column, value: false})
	} else {
		s.setMark(e, at, d.Item, &mark{})
	}
	s.apply(d.Effects)
}

// setMark replaces an item's mark; undo brings the old one back.
func (s *state) setMark(e *Event, at place, name string, m *mark) {
	old := s.mark(name)
	s.marks[name] = m
	s.recordChange(e, at, func(s *state) { s.marks[name] = old })
}

// recordChange records that the item at a place was changed: an accepted
// problem is open again, a completed step has to be looked at again, and undo
// can take the change back.
func (s *state) recordChange(e *Event, at place, revert func(*state)) {
	u := inverse{seq: e.Seq, at: at, revert: revert}
	s.noteChange(e, at)
	s.dropAcceptanceOf(&u)
	s.markStale(at.step)
	s.undos = append(s.undos, u)
}

func (s *state) markStale(step int) {
	if s.steps[step].done {
		s.steps[step].stale = true
	}
}

func (s *state) foldAccepted(e *Event, d *Accepted) {
	key := problemKey{e.Step, d.Problem}
	s.accepted[key] = d.Why
	delete(s.left, key)
}

func (s *state) foldNoted(e *Event, d *Noted) {
	s.notes[e.Step] = append(s.notes[e.Step], NoteView{At: e.At, By: e.By, Text: d.Text})
}

// foldUndone takes an event back. The state keeps the inverse of each event by
// seq, so the event itself need not contain the old value.
func (s *state) foldUndone(e *Event, d *Undone) {
	for i := len(s.undos) - 1; i >= 0; i-- {
		if s.undos[i].seq != d.Of {
			continue
		}
		u := s.undos[i]
		s.undos = append(s.undos[:i:i], s.undos[i+1:]...)
		u.revert(s)
		if !u.attached {
			s.noteChange(e, u.at)
			s.dropAcceptanceOf(&u)
			s.markStale(u.at.step)
		}
		break
	}
	s.apply(d.Effects)
}

func (s *state) foldLanguage(_ *Event, d *LanguageSet) { s.lang = d.Lang }

func (s *state) foldErased(_ *Event, d *Erased) {
	for _, seq := range d.Seqs {
		s.erased[seq] = true
	}
}

func (s *state) foldEnded(_ *Event, d *Ended) { s.ended = d }

func (s *state) foldAbandoned(_ *Event, d *Ended) { s.closed = d }

// apply applies the effects that an event had on what was there already.
func (s *state) apply(e Effects) {
	s.evaluated = nil
	for _, id := range e.Stale {
		if i, ok := s.plan.steps[id]; ok {
			s.steps[i].stale = true
		}
	}
	for _, name := range e.Again {
		if at, ok := s.plan.at(name); ok {
			s.lookAgain(at, true)
		}
	}
	for id, round := range e.Rounds {
		if i, ok := s.plan.steps[id]; ok {
			s.openRound(i, round)
		}
	}
}

// openRound starts a step again: its answers stay, to be looked at again;
// ticks, waits and checks have to be done again.
func (s *state) openRound(i, round int) {
	m := &s.steps[i]
	m.round, m.done, m.stale, m.skipped, m.entered = round, false, false, false, false
	for _, at := range s.placesOf(i) {
		it, name := s.plan.item(at), s.plan.name(at)
		switch it.Kind {
		case flows.KindField, flows.KindList:
			s.lookAgain(at, s.hasAnswer(at) && !kept(it))
		case flows.KindCheck:
			s.lookAgain(at, s.hasAnswer(at))
		default:
			delete(s.marks, name)
		}
	}
}

// kept reports whether a new round leaves an answer as it is.
func kept(it *flows.Item) bool { return it.Field != nil && it.Field.Keep }

func rowID(n int) string { return "r" + strconv.Itoa(n) }

// rowNumber is the number in a row's id.
func rowNumber(id string) int {
	n, _ := strconv.Atoi(strings.TrimPrefix(id, "r"))
	return n
}
