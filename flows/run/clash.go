package run

import (
	"encoding/hex"
	"slices"
	"time"
)

// Clash is a command that Reload did not decide again, since another program
// changed the same thing meanwhile: which of the two holds is a person's
// business. What the other program wrote stands.
type Clash struct {
	Command Command
	By      string // who changed it
	At      time.Time
}

// Clashes are those of the last Reload. Their commands are among what it gave
// back; done again with Do, they go over what the other program wrote.
func (s *Session) Clashes() []Clash {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.clashes
}

// Since finds, of commands that were meant for the run as it stood at a head,
// those whose subject was changed after it; current reports whether the head is
// still the newest. Of a head that the run never had nothing is known but that.
func (s *Session) Since(head string, commands []Command) (clashes []Clash, current bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := slices.IndexFunc(s.events, func(e Event) bool { return hex.EncodeToString(e.Hash) == head })
	if at == len(s.events)-1 {
		return nil, true
	}
	for _, c := range commands {
		if clash, ok := s.clash(c, s.events[at+1:]); ok && at >= 0 {
			clashes = append(clashes, clash)
		}
	}
	return clashes, false
}

// Waiting are the commands whose events are not acknowledged yet, in order.
func (s *Session) Waiting() []Command {
	s.mu.Lock()
	defer s.mu.Unlock()
	var list []Command
	for _, q := range s.queue {
		list = append(list, q.command)
	}
	return list
}

// answers are the kinds of events that answer something, or take it back.
var answers = map[EventKind]bool{
	EventAnswered: true, EventSecretSet: true, EventCell: true, EventRowsReplaced: true,
	EventTicked: true, EventUnticked: true, EventUndone: true, EventMapped: true,
}

// clash finds the last event by which another program changed what a command
// changes; none where both came to the same. To undo is about whatever was last,
// which is not what it was.
func (s *Session) clash(c Command, since []Event) (Clash, bool) {
	if _, undo := c.(Undo); undo {
		last := &since[len(since)-1]
		return Clash{c, last.By, last.At}, true
	}
	for i := len(since) - 1; i >= 0; i-- {
		e := &since[i]
		if !answers[e.Kind] {
			continue
		}
		for _, t := range changes(s.state.plan, c) {
			if t.hit(s.state.plan, e) {
				return Clash{c, e.By, e.At}, !s.stands(c)
			}
		}
	}
	return Clash{}, false
}

// stands reports whether all that a command gives stands already.
func (s *Session) stands(c Command) bool {
	more, err := s.state.decide(c, s.env.Now())
	return err == nil && len(more) == 0
}

// changes is what a command answers or takes back.
func changes(p *plan, c Command) []touch {
	switch c := c.(type) {
	case Tick:
		return touchOf(p, c.At)
	case Untick:
		return touchOf(p, c.At)
	case RemoveRow:
		return touchOf(p, c.At.In(everyRow, ""))
	}
	return touches(p, c)
}

// hit reports whether an event changed what is touched. An undone change names
// no cell, and rows that were replaced are all of them.
func (t touch) hit(p *plan, e *Event) bool {
	a := e.About()
	switch {
	case p.address(t.at) != a.Whole():
		return false
	case e.Kind == EventUndone || e.Kind == EventRowsReplaced || t.row == everyRow:
		return true
	}
	return t.row == a.Row && t.column == a.Column
}
