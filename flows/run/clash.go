package run

import (
	"encoding/hex"
	"slices"
	"time"
)

// Clash is a pending command that Reload did not apply again because another
// program changed the same thing in the meantime. The other program's change
// stays; a person decides which of the two holds.
type Clash struct {
	Command Command
	By      string // who changed it
	At      time.Time
}

// Clashes are those of the last Reload. Their commands are also in the list
// that it returned; Do them again to replace the other program's changes.
func (s *Session) Clashes() []Clash {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.clashes
}

// ClashesSince finds, among commands that were meant for the run at an earlier
// head, those whose subject was changed after it. current reports whether that
// head is still the newest. If the run never had that head, no clashes are
// found and current is false.
func (s *Session) ClashesSince(head string, commands []Command) (clashes []Clash, current bool) {
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

// PendingCommands are the commands whose events are not acknowledged yet, in
// order.
func (s *Session) PendingCommands() []Command {
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
	EventRotationBegun: true, EventRotationSealed: true, EventRotationConfirmed: true, EventRotationGivenUp: true,
}

// clash finds the last event by which another program changed what a command
// changes. It finds none if both lead to the same value. An undo is about
// whatever was changed last, and that is another change now, so it always
// clashes.
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
		for _, t := range itemsChanged(s.state.plan, c) {
			if t.changedBy(s.state, e) {
				return Clash{c, e.By, e.At}, !s.isDone(c)
			}
		}
	}
	return Clash{}, false
}

// isDone reports whether everything that a command sets is set already.
func (s *Session) isDone(c Command) bool {
	more, err := s.state.decide(c, s.env.Now())
	return err == nil && len(more) == 0
}

// itemsChanged lists what a command answers or takes back.
func itemsChanged(p *plan, c Command) []changedItem {
	switch c := c.(type) {
	case Take:
		return itemsChanged(p, c.Command)
	case Tick:
		return itemAt(p, c.At)
	case Untick:
		return itemAt(p, c.At)
	case RemoveRow:
		return itemAt(p, c.At.In(allRows, ""))
	case SealRotation:
		return itemAt(p, c.At)
	}
	return itemsAnswered(p, c)
}

// changedBy reports whether an event changed the item, whatever that was called then.
// The event of an undo names no cell, and replaced rows count as all rows.
func (t changedItem) changedBy(s *state, e *Event) bool {
	a := addressNow(s.moves, e.About(), e.Seq)
	switch {
	case s.plan.name(t.at) != a.Whole().String():
		return false
	case e.Kind == EventUndone || e.Kind == EventRowsReplaced || t.row == allRows:
		return true
	}
	return t.row == a.Row && t.column == a.Column
}
