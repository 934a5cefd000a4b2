package run

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"lotse/flows"
)

// answerData is the part of an event's data that tells whether it contains an
// item's answer. A check's result contains the answers that it was computed
// from, and a letter that is kept those that stand in it.
type answerData struct {
	Item   string   `json:"item"`
	Secret string   `json:"secret"`
	Read   []string `json:"read"` // of a letter
	Kept   bool     `json:"kept"`
	Result struct {
		Inputs map[string]string `json:"inputs"`
	} `json:"result"`
}

// hasAnswerOf reports whether the data contains an answer of the item.
func (c *answerData) hasAnswerOf(name string) bool {
	if c.Item == name {
		return true
	}
	if _, id, _ := strings.Cut(name, "."); c.Kept && slices.Contains(c.Read, id) {
		return true
	}
	for input := range c.Result.Inputs {
		if input == name || strings.HasPrefix(input, name+"[") || strings.HasPrefix(input, name+".") {
			return true
		}
	}
	return false
}

// answerKinds are the kinds of events whose data contains what a person
// entered.
var answerKinds = map[EventKind]bool{
	EventAnswered: true, EventSecretSet: true, EventCell: true,
	EventRowsReplaced: true, EventTicked: true, EventChecked: true, EventMapped: true, EventSent: true, EventAttached: true, EventNotWorked: true, EventResolved: true,
	EventRotationBegun: true, EventRotationSealed: true, EventRotationConfirmed: true, EventRotationGivenUp: true, EventSecretDestroyed: true,
}

// answering are the kinds of items whose answer can be erased; attaching is what
// can be erased of any other, and of a step: what was attached, or did not work.
var (
	answering = []flows.Kind{flows.KindField, flows.KindList, flows.KindTask, flows.KindDraft}
	attaching = map[EventKind]bool{EventAttached: true, EventNotWorked: true, EventResolved: true}
)

// erasable finds what an erasure is about: what holds answers, and whatever a
// file was attached to.
func (s *Session) erasable(a flows.Address) (place, error) {
	if at, err := s.state.anywhere(a); err == nil {
		name := s.state.plan.name(at)
		if seqs, _ := s.eventsWithAnswer(name, attaching); len(seqs)+len(s.erasedBefore(name)) > 0 {
			return at, nil
		}
	}
	if a.Item == "" {
		return place{}, nothingToErase(a)
	}
	at, _, err := s.state.target(a, answering...)
	return at, err
}

func nothingToErase(a flows.Address) error {
	return flows.Refuse(flows.ErrNothing, a, "refuse.nothing_to_erase", "item", a)
}

// erasedWith are the kinds of events that lose their data with what is at a
// place.
func (s *Session) erasedWith(at place) map[EventKind]bool {
	if at.item >= 0 && slices.Contains(answering, s.state.plan.item(at).Kind) {
		return answerKinds
	}
	return attaching
}

// eventsWithAnswer finds the events of some kinds that contain an item's answer,
// and the secrets that they name.
func (s *Session) eventsWithAnswer(name string, kinds map[EventKind]bool) (seqs []int64, secrets []string) {
	for i := range s.events {
		e := &s.events[i]
		if !kinds[e.Kind] || e.Data == nil {
			continue
		}
		var c answerData
		if json.Unmarshal(e.Data, &c) != nil || !c.hasAnswerOf(name) {
			continue
		}
		seqs = append(seqs, e.Seq)
		if c.Secret != "" {
			secrets = append(secrets, c.Secret)
		}
	}
	return seqs, secrets
}

// forked are the events that name another copy of the run, which may hold any answer.
func (s *Session) forked() (seqs []int64) {
	for i := range s.events {
		if e := &s.events[i]; e.Kind == EventForked && e.Data != nil {
			seqs = append(seqs, e.Seq)
		}
	}
	return seqs
}

// erasedBefore are the events whose data an earlier erasure of the item
// removed.
func (s *Session) erasedBefore(name string) []int64 {
	var seqs []int64
	for i := range s.events {
		var d Erased
		if e := &s.events[i]; e.Kind == EventErased && json.Unmarshal(e.Data, &d) == nil && d.Item == name {
			seqs = append(seqs, d.Seqs...)
		}
	}
	slices.Sort(seqs)
	return slices.Compact(seqs)
}

// typedAt is the unsubmitted input of an item: in it, in its cells, and in a form
// that asks about it.
func (s *Session) typedAt(ctx context.Context, item flows.Address) ([]Unsaved, error) {
	all, err := s.store.Unsaved(ctx, s.id)
	if err != nil {
		return nil, fmt.Errorf("read unsaved input of run %s: %w", s.id, err)
	}
	return slices.DeleteFunc(all, func(u Unsaved) bool {
		at := flows.Address{Step: u.Step, Item: u.Item, Row: u.Row, Column: u.Column}
		if _, about, inForm := at.Form(); inForm {
			at = about
		}
		return at.Whole() != item
	}), nil
}
