package walk

import (
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// bothChanged has you change several things of which another program changed
// some, and gives the question.
func bothChanged(t *testing.T, yours, theirs []run.Command) (*rig, *Conflict) {
	t.Helper()
	r := newRig(t, lines(), 1).has(papers...)
	r.has(run.AddRow{List: crew, Cells: map[string]flows.Value{"badge": "a"}})
	if _, err := r.s.Do(true, yours...); err != nil {
		t.Fatal(err)
	}
	if err := r.elsewhere(theirs...); err != nil {
		t.Fatal(err)
	}
	q, _ := r.fulfil(Turn{Do: r.Save()})
	c, ok := q.(*Conflict)
	if !ok {
		t.Fatalf("it asks %#v", q)
	}
	return r, c
}

// TestSeveralThingsConflict asks about what both changed, and tells beside it of
// what can no longer be done.
func TestSeveralThingsConflict(t *testing.T) {
	_, c := bothChanged(
		t,
		[]run.Command{answer("papers.ship", "Caledonia"), run.SetCell{At: badge, Value: "b"}, answer("papers.mail", "a@b.example")},
		[]run.Command{answer("papers.ship", "Borealis"), run.RemoveRow{At: crew.In("r1", "")}, answer("papers.mail", "c@d.example")},
	)
	var at []string
	for _, d := range c.Differences {
		at = append(at, d.At.String())
	}
	if !slices.Equal(at, []string{"papers.ship", "papers.mail"}) || len(c.Lost) != 1 || About(c.Lost[0]) != badge {
		t.Errorf("they differ in %v, and %v is lost", at, c.Lost)
	}
}

// TestLeavingInAConflictNamesWhatItLoses: what would have to be agreed to again
// is not on disk either.
func TestLeavingInAConflictNamesWhatItLoses(t *testing.T) {
	cargo := answer("papers.cargo", "oil")
	r, c := bothChanged(
		t,
		[]run.Command{answer("papers.ship", "Caledonia"), cargo},
		[]run.Command{answer("papers.ship", "Borealis"), run.PassGate{At: flows.At("dock.go"), Word: "dock", By: "Bob"}},
	)
	if len(c.Differences) != 1 || len(c.Lost) != 0 {
		t.Fatalf("%+v", c)
	}
	lost := func(when string) {
		t.Helper()
		if commands, _ := r.Unsaved(); len(commands) != 1 || commands[0] != cargo {
			t.Errorf("%s it says that %v is lost", when, commands)
		}
	}
	lost("asked,")
	r.Leaving()
	lost("left,")
	if typed, ok := r.Typed(ship); !ok || typed.Text != "Caledonia" {
		t.Errorf("yours is typed as %q", typed.Text)
	}
}

// TestALaterConflictShowsWhatStandsNow: theirs has changed once more while the
// question stood.
func TestALaterConflictShowsWhatStandsNow(t *testing.T) {
	r, c := bothChanged(t, []run.Command{answer("papers.ship", "Caledonia")}, []run.Command{answer("papers.ship", "Borealis")})
	turn := r.AnswerAt(flows.At("papers.mail"), "a@b.example", Stay)
	if err := r.elsewhere(answer("papers.ship", "Dorothea")); err != nil {
		t.Fatal(err)
	}
	if q, told := r.fulfil(turn); q != nil || !slices.Contains(told, "dialogue.reloaded") {
		t.Errorf("it asks %#v and tells %v", q, told)
	}
	if r.Conflict() != c || len(c.Differences) != 1 || c.Differences[0].Theirs.Value != "Dorothea" || c.Differences[0].Yours.Value != "Caledonia" {
		t.Errorf("%+v", c.Differences)
	}
}
