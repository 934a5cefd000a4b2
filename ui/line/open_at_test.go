package line

import (
	"context"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestLinesBeginWhereItWasLeft: at the text that was being typed, which is said to
// be half done; a named address goes before it, once.
func TestLinesBeginWhereItWasLeft(t *testing.T) {
	for name, c := range map[string]struct {
		typed string
		at    string
		says  string
	}{
		"at what was typed": {"remarks", "", "Remarks"},
		"at what is named":  {"remarks", "berth.drawn", "A sketch is there"},
		"nothing typed":     {"", "", "Ship"},
	} {
		t.Run(name, func(t *testing.T) {
			r := harbour(t).begun("harbour", run.Rehearsal)
			if c.typed != "" {
				u := run.Unsaved{Run: r.s.Run, Step: "papers", Item: c.typed, Text: "two ma", At: r.at}
				if err := r.a.SaveUnsaved(context.Background(), u); err != nil {
					t.Fatal(err)
				}
			}
			r.s.At, _ = flows.ParseStep(c.at)
			r.types("quit")
			r.shows(c.says)
			if c.typed != "" {
				r.shows(`Half done: what was typed for "Remarks" is kept and not taken yet.`)
			}
		})
	}
}
