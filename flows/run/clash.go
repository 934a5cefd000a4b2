package run

import (
	"encoding/json"
	"reflect"
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

// answered is what an event that answers something says of it.
type answered struct {
	Item   string `json:"item"`
	Row    string `json:"row"`
	Column string `json:"column"`
	Value  any    `json:"value"`
}

// answers are the kinds of events that answer something, or take it back.
var answers = map[EventKind]bool{
	EventAnswered: true, EventSecretSet: true, EventCell: true, EventRowsReplaced: true,
	EventTicked: true, EventUnticked: true, EventUndone: true,
}

// clash finds the last event by which another program changed what a command
// changes. To undo is about whatever was last, which is not what it was.
func (s *Session) clash(c Command, since []Event) (Clash, bool) {
	if _, undo := c.(Undo); undo {
		last := &since[len(since)-1]
		return Clash{c, last.By, last.At}, true
	}
	for i := len(since) - 1; i >= 0; i-- {
		e := &since[i]
		var a answered
		if !answers[e.Kind] || e.Data == nil || json.Unmarshal(e.Data, &a) != nil {
			continue
		}
		for _, t := range changes(s.state.plan, c) {
			if t.hit(s.state.plan, e.Kind, a) && !sameAnswer(c, a) {
				return Clash{c, e.By, e.At}, true
			}
		}
	}
	return Clash{}, false
}

// changes is what a command answers or takes back.
func changes(p *plan, c Command) []touch {
	switch c := c.(type) {
	case Tick:
		return touchOf(p, c.Item, c.Row, c.Column)
	case Untick:
		return touchOf(p, c.Item, c.Row, c.Column)
	case RemoveRow:
		return touchOf(p, c.List, "*", "")
	}
	return touches(p, c)
}

// hit reports whether an event changed what is touched. An undone change names
// no cell, and rows that were replaced are all of them.
func (t touch) hit(p *plan, kind EventKind, a answered) bool {
	switch {
	case p.name(t.at) != a.Item:
		return false
	case kind == EventUndone || kind == EventRowsReplaced || t.row == "*":
		return true
	}
	return t.row == a.Row && t.column == a.Column
}

// sameAnswer reports whether both gave the same answer.
func sameAnswer(c Command, a answered) bool {
	switch c := c.(type) {
	case Answer:
		return reflect.DeepEqual(c.Value, a.Value)
	case SetCell:
		return reflect.DeepEqual(c.Value, a.Value)
	}
	return false
}
