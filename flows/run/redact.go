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
	if _, id, _ := strings.Cut(name, "."); c.Kept && slices.ContainsFunc(c.Read, func(read string) bool { return readItem(read) == id }) {
		return true
	}
	return namesInput(c.Result.Inputs, name)
}

// namesInput reports whether the item is among the inputs of a check's result.
func namesInput(inputs map[string]string, name string) bool {
	for input := range inputs {
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
func (s *Session) erasable(a flows.Address) (erasable, error) {
	if at, err := s.state.anywhere(a); err == nil {
		x := s.state.erasableAt(at)
		if seqs, _ := s.eventsWithAnswer(x.spans, attaching); len(seqs)+len(s.erasedBefore(x.spans)) > 0 {
			return x, nil
		}
	}
	if x := s.state.shelvedAt(a); x != nil {
		return s.state.erasableOn(x), nil
	}
	if a.Item == "" {
		return erasable{}, nothingToErase(a)
	}
	at, _, err := s.state.target(a, answering...)
	if err != nil {
		return erasable{}, err
	}
	return s.state.erasableAt(at), nil
}

// erasable is what an erasure is about: what it is called, and was called in the
// versions before, and the kinds of events that lose their data.
type erasable struct {
	address flows.Address
	spans   []nameSpan
	kinds   map[EventKind]bool
}

func (s *state) erasableAt(at place) erasable {
	x := erasable{address: s.plan.address(at), spans: s.namesOf(s.plan.name(at)), kinds: attaching}
	if at.item >= 0 && slices.Contains(answering, s.plan.item(at).Kind) {
		x.kinds = answerKinds
	}
	return x
}

// erasableOn is what is on the shelf; of a column it is the list as it is now, whose
// events hold it.
func (s *state) erasableOn(x *shelved) erasable {
	if at, is := s.plan.items[s.nameNow(x.at.Whole().String(), x.seq-1)]; is && x.at.Column != "" {
		return s.erasableAt(at)
	}
	e := erasable{address: x.at.Whole(), spans: s.namesOn(x), kinds: attaching}
	if x.at.Item != "" {
		e.kinds = answerKinds
	}
	return e
}

func nothingToErase(a flows.Address) error {
	return flows.Refuse(flows.ErrNothing, a, "refuse.nothing_to_erase", "item", a)
}

// eventsWithAnswer finds the events of some kinds that contain an item's answer,
// and the secrets that they name.
func (s *Session) eventsWithAnswer(spans []nameSpan, kinds map[EventKind]bool) (seqs []int64, secrets []string) {
	for i := range s.events {
		e := &s.events[i]
		if !kinds[e.Kind] || e.Data == nil {
			continue
		}
		var c answerData
		if json.Unmarshal(e.Data, &c) != nil || !slices.ContainsFunc(spans, func(n nameSpan) bool { return n.has(e.Seq) && c.hasAnswerOf(n.name) }) {
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
func (s *Session) erasedBefore(spans []nameSpan) []int64 {
	var seqs []int64
	for i := range s.events {
		var d Erased
		if e := &s.events[i]; e.Kind == EventErased && json.Unmarshal(e.Data, &d) == nil && slices.ContainsFunc(spans, func(n nameSpan) bool { return d.Item == n.name }) {
			seqs = append(seqs, d.Seqs...)
		}
	}
	slices.Sort(seqs)
	return slices.Compact(seqs)
}

// typedAt is the unsubmitted input of an item: in it, in its cells, and in a form
// that asks about it.
func (s *Session) typedAt(ctx context.Context, spans []nameSpan) ([]Unsaved, error) {
	all, err := s.store.Unsaved(ctx, s.id)
	if err != nil {
		return nil, fmt.Errorf("read unsaved input of run %s: %w", s.id, err)
	}
	return slices.DeleteFunc(all, func(u Unsaved) bool {
		at := flows.Address{Step: u.Step, Item: u.Item, Row: u.Row, Column: u.Column}
		if _, about, inForm := at.Form(); inForm {
			at = about
		}
		return !slices.ContainsFunc(spans, func(n nameSpan) bool { return n.name == at.Whole().String() })
	}), nil
}
