package run

import (
	"reflect"
	"testing"
)

// carried says of each part of a state what a move does to it.
var carried = map[string]string{
	"plan": "is that of the other version", "versions": "stay", "moves": "one more", "shelf": "see carrier.shelf",
	"started": "stays", "mode": "stays", "begun": "stays", "changed": "stays", "lang": "stays", "today": "stays", "now": "stays", "seq": "stays", "head": "stays",
	"hosts": "stay: by the id of a secret", "closed": "stays", "ended": "stays", "erased": "stays", "forks": "stay", "called": "stays", "condemned": "stay",
	"steps": "by the step", "notes": "by the step", "attached": "by step and item", "spent": "by the step",
	"answers": "by the item", "secrets": "by the item", "lists": "by the item", "marks": "by the item", "readings": "by the item",
	"changes": "by the item", "accepted": "by the item", "left": "by the item", "failures": "by the item", "rotations": "by the item",
	"undos": "are gone", "evaluated": "is worked out anew",
}

// TestCarryKnowsEveryPartOfAState: what somebody adds to a state has to be carried
// over, or said why not.
func TestCarryKnowsEveryPartOfAState(t *testing.T) {
	s := reflect.TypeFor[state]()
	for i := range s.NumField() {
		if name := s.Field(i).Name; carried[name] == "" {
			t.Errorf("what becomes of %s when a run moves to another version?", name)
		}
	}
	if len(carried) != s.NumField() {
		t.Errorf("%d parts are named, there are %d", len(carried), s.NumField())
	}
}
