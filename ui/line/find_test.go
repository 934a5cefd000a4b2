package line

import (
	"context"
	"testing"

	"lotse/flows/run"
	"lotse/ui/outside"
)

// withAnother is a rig on a run, beside which another customer has one with a
// note.
func withAnother(t *testing.T) *rig {
	r := harbour(t).begun("harbour", run.Rehearsal)
	s, err := outside.Start(context.Background(), &r.s, "harbour", "Beispiel Oy", run.Real)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Do(true, run.Note{Step: "crew", Text: "The cook is ill"}); err != nil {
		t.Fatal(err)
	}
	if err := s.Flush(context.Background()); err != nil {
		t.Fatal(err)
	}
	return r
}

// TestFindGoesToAStep of the run, by its number in the list.
func TestFindGoesToAStep(t *testing.T) {
	r := withAnother(t)
	r.types("find aboard", "find 1", "quit")
	r.shows("1: Who is aboard", "Type find and a number", "Who is aboard")
}

// TestFindOpensAnotherRun at the place that was found, and what is left is saved.
func TestFindOpensAnotherRun(t *testing.T) {
	r := withAnother(t)
	r.types("Aurora", "find cook ill", "find 1", "quit")
	r.shows("1: note: The cook is ill, Beispiel Oy, ", "Beispiel Oy")
	h, err := r.a.Find(context.Background(), run.FindQuery{Text: "aurora"})
	if err != nil || len(h) != 1 {
		t.Errorf("what was typed before: %v, %v", h, err)
	}
}

// TestFindNothing says so; a number that is none of the list is looked for.
func TestFindNothing(t *testing.T) {
	r := withAnother(t)
	r.types("find nowhere", "find 4711", "quit")
	r.shows("nowhere", "4711")
}

// TestTheListSaysWhereItFound a run.
func TestTheListSaysWhereItFound(t *testing.T) {
	r := withAnother(t)
	r.s.Run = ""
	r.types("find cook", "find beispiel", "quit")
	r.shows("note: The cook is ill.")
}
