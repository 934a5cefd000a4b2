package walk

import (
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestCatchUp has what others write come in while something is typed.
func TestCatchUp(t *testing.T) {
	r := newRig(t, page(), 1)
	at := r.At()
	r.Type(Typing{At: ship, Text: "Auro"})
	if err := r.elsewhere(answer("cargo", "oil")); err != nil {
		t.Fatal(err)
	}
	turn := r.CatchUp()
	if r.SaveState() != IsSaved {
		t.Error("it is said to be saving")
	}
	if again := r.CatchUp(); len(again.Do) > 0 {
		t.Errorf("it is asked twice at once: %+v", again)
	}
	heard := r.carried(turn.Do[0], nil)
	if len(heard.Heard) != 1 || heard.Heard[0].By != "Bob" || heard.Ask != nil || len(heard.Tell) > 0 {
		t.Errorf("it hears %+v", heard)
	}
	if q, _ := r.fulfil(heard); q != nil {
		t.Errorf("it asks %#v", q)
	}
	if typed, _ := r.Typed(ship); typed.Text != "Auro" || r.At() != at || r.ItemAt(flows.At("papers.cargo")).Value != "oil" {
		t.Errorf("typed is %q at %s", typed.Text, r.At())
	}
}

// TestTypedMeanwhile asks about what was typed while others answered the same, when
// it is submitted; not where it was typed anew since.
func TestTypedMeanwhile(t *testing.T) {
	meanwhile := func() *rig {
		r := newRig(t, page(), 1)
		r.Type(Typing{At: ship, Text: "Aurora"})
		if err := r.elsewhere(answer("papers.ship", "Borealis")); err != nil {
			t.Fatal(err)
		}
		if q, _ := r.fulfil(r.CatchUp()); q != nil {
			t.Fatalf("before it is submitted it asks %#v", q)
		}
		return r
	}
	for _, mine := range []bool{true, false} {
		r := meanwhile()
		q, _ := r.fulfil(r.AnswerAt(ship, "Aurora", Next))
		c, is := q.(*Conflict)
		if !is || c.Differences[0].By != "Bob" || c.Differences[0].Theirs.Value != "Borealis" || c.Differences[0].Yours.Value != "Aurora" {
			t.Fatalf("it asks %#v", q)
		}
		if typed, _ := r.Typed(ship); typed.Text != "Aurora" || r.ItemAt(ship).Value != "Borealis" {
			t.Errorf("before it is decided %q is typed over %v", typed.Text, r.ItemAt(ship).Value)
		}
		r.fulfil(r.Decide([]bool{mine}))
		want := map[bool]string{true: "Aurora", false: "Borealis"}[mine]
		if _, typed := r.Typed(ship); typed || r.ItemAt(ship).Value != want || r.SaveState() != IsSaved {
			t.Errorf("mine %t: %v stands, something typed %t", mine, r.ItemAt(ship).Value, typed)
		}
	}

	r := meanwhile()
	r.fulfil(r.AnswerAt(ship, "Aurora", Next))
	r.fulfil(r.SetAside())
	if q, _ := r.fulfil(r.AnswerAt(ship, "Aurora", Next)); q == nil {
		t.Error("what was set aside is not asked about again")
	}
	r.fulfil(r.Decide([]bool{true}))

	r = meanwhile()
	r.Type(Typing{At: ship})
	r.Type(Typing{At: ship, Text: "Corona"})
	if q, _ := r.fulfil(r.AnswerAt(ship, "Corona", Next)); q != nil || r.ItemAt(ship).Value != "Corona" {
		t.Errorf("typed anew it asks %#v", q)
	}

	r = meanwhile()
	if q, _ := r.fulfil(r.AnswerAt(ship, "Borealis", Next)); q != nil {
		t.Errorf("of the same answer it asks %#v", q)
	}
}

// TestTypedMeanwhileAmongOthers submits the others of several answers.
func TestTypedMeanwhileAmongOthers(t *testing.T) {
	r := newRig(t, page(), 1)
	r.Type(Typing{At: ship, Text: "Aurora"})
	if err := r.elsewhere(answer("papers.ship", "Borealis")); err != nil {
		t.Fatal(err)
	}
	r.fulfil(r.CatchUp())
	q, _ := r.fulfil(r.AnswerAll([]Entry{{At: ship, Value: "Aurora"}, {At: flows.At("papers.cargo"), Value: "oil"}}))
	if _, is := q.(*Conflict); !is {
		t.Fatalf("it asks %#v", q)
	}
	r.fulfil(r.Decide([]bool{false}))
	if s, c := r.ItemAt(ship).Value, r.ItemAt(flows.At("papers.cargo")).Value; s != "Borealis" || c != "oil" {
		t.Errorf("the ship is %v, the cargo %v", s, c)
	}
}

// TestCatchUpBehindAWrite waits for what is under way.
func TestCatchUpBehindAWrite(t *testing.T) {
	r := newRig(t, page(), 1)
	turn := r.Answer("Aurora", Stay)
	if err := r.elsewhere(answer("cargo", "oil")); err != nil {
		t.Fatal(err)
	}
	if early := r.CatchUp(); len(early.Do) > 0 {
		t.Fatalf("it reads while something is pending: %+v", early)
	}
	r.fulfil(turn)
	if r.ItemAt(flows.At("papers.cargo")).Value != "oil" || r.SaveState() != IsSaved {
		t.Error("it is not read after that")
	}
	turn = r.Note("a remark")
	r.CatchUp()
	q, told := r.fulfil(turn)
	if q != nil || slices.Contains(told, "dialogue.reloaded") || len(r.doingNothing()) > 0 {
		t.Errorf("it asks %#v and tells %v", q, told)
	}
}

// doingNothing is what is still to be done.
func (r *rig) doingNothing() []Request { return append(r.Save(), r.catchUpAgain().Do...) }

// TestUndoBehindOthers takes back what others may have written only when asked twice.
func TestUndoBehindOthers(t *testing.T) {
	r := newRig(t, page(), 1).has(answer("papers.ship", "Aurora"))
	if err := r.elsewhere(answer("papers.cargo", "oil")); err != nil {
		t.Fatal(err)
	}
	r.fulfil(r.CatchUp())
	if turn := r.Undo(); !turn.Bad || turn.Tell[0].Code != "team.undo" || turn.Tell[0].Args["by"] != "Bob" {
		t.Fatalf("it tells %+v", turn)
	}
	if r.fulfil(r.Undo()); r.ItemAt(flows.At("papers.cargo")).Value != nil {
		t.Error("asked twice it is not undone")
	}
	r.fulfil(r.AnswerAt(flows.At("papers.cargo"), "coal", Stay))
	if turn := r.Undo(); turn.Bad {
		t.Errorf("of one's own change it tells %+v", turn)
	}
}

// TestCatchUpFails tells nothing of a store that is away: the next save does.
func TestCatchUpFails(t *testing.T) {
	r := newRig(t, page(), 1)
	turn := r.carried(r.CatchUp().Do[0], flows.ErrAway)
	if len(turn.Tell) > 0 || len(turn.Do) > 0 {
		t.Errorf("it tells %+v", turn)
	}
	if q, _ := r.fulfil(r.Answer("Aurora", Stay)); q != nil || r.SaveState() != IsSaved {
		t.Error("nothing is saved after that")
	}
}

var _ Session = (*run.Session)(nil)
