package document

import (
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestLetterCalls: what the language lets a letter call is what can be carried
// out, and the other way round.
func TestLetterCalls(t *testing.T) {
	here := (&answers{view: &run.View{}}).functions()
	for _, name := range flows.LetterCalls() {
		if here[name] == nil && !slices.Contains([]string{"and", "or", "not", "eq", "ne"}, name) {
			t.Errorf("a letter may call %s, which nothing carries out", name)
		}
	}
	for name := range here {
		if !slices.Contains(flows.LetterCalls(), name) && name != "asked" {
			t.Errorf("a letter cannot call %s", name)
		}
	}
}
