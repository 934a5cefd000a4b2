package run

import (
	"encoding/hex"
	"time"

	"lotse/flows"
)

// Earlier is an answer of one run that another run of the customer may take over:
// what it is an answer to, and where it comes from.
type Earlier struct {
	Item  string // id of the field
	Type  flows.Type
	Value flows.Value
	Title string    // of the run's procedure, in the run's language
	At    time.Time // when it was given
	From  Origin
}

// Given are the answers of the run that another run of the customer may take over:
// those that somebody gave and that can be read now. A secret is none, nor is a file,
// nor what is invalid, hidden, to be looked at again, or breaks a rule that must hold.
func (s *Session) Given() []Earlier {
	v := s.View(s.env.Now())
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.state.evaluate()
	var given []Earlier
	for i := range v.Steps {
		for k := range v.Steps[i].Items {
			iv := &v.Steps[i].Items[k]
			if iv.Item.Kind != flows.KindField || !passesOn(iv.Item.Field.Type) || flows.Empty(iv.answered()) || iv.LookAgain || iv.Holds() {
				continue
			}
			c, changed := s.state.changes[place{step: i, item: k}]
			value := readable(m, iv.Item.ID)
			if value == nil || !changed {
				continue
			}
			given = append(given, Earlier{
				Item: iv.Item.ID, Type: iv.Item.Field.Type, Value: value, Title: v.Title, At: c.when,
				From: Origin{Run: s.id, Head: hex.EncodeToString(s.state.head), Seq: c.seq, By: c.by},
			})
		}
	}
	return given
}

// passesOn reports whether answers of a type are taken over from run to run: secrets
// never, and files stay with their run.
func passesOn(t flows.Type) bool { return t != flows.TypeSecret && t != flows.TypeFile }

// Fits reports whether the answer may be taken over by a field: of the same id and
// type and, where it is a choice, among its options.
func (e *Earlier) Fits(it *flows.Item) bool {
	if it.Kind != flows.KindField || it.ID != e.Item || it.Field.Type != e.Type || !passesOn(e.Type) {
		return false
	}
	switch v := e.Value.(type) {
	case string:
		return e.Type != flows.TypeChoice || isOption(it.Field, v)
	case []string:
		for _, one := range v {
			if e.Type == flows.TypeChoices && !isOption(it.Field, one) {
				return false
			}
		}
	}
	return true
}

func isOption(f *flows.Field, value string) bool {
	for i := range f.Options {
		if f.Options[i].Value == value {
			return true
		}
	}
	return false
}
