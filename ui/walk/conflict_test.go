package walk

import (
	"fmt"
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

var (
	ship   = flows.At("papers.ship")
	locker = flows.At("papers.locker")
	seen   = flows.At("token.seen")
	crew   = flows.At("crew.people")
	badge  = crew.In("r1", "badge")
)

// clash has both change the same, and gives the question.
func clash(t *testing.T, yours, theirs run.Command) (*rig, *Conflict) {
	t.Helper()
	r := newRig(t, lines(), 1)
	r.has(run.AddRow{List: crew, Cells: map[string]flows.Value{"badge": "a"}}, run.Tick{At: seen}, run.Tick{At: crew.In("r1", "aboard")})
	turn := r.Propose(Stay, yours)
	if err := r.elsewhere(theirs); err != nil {
		t.Fatal(err)
	}
	q, _ := r.fulfil(turn)
	c, ok := q.(*Conflict)
	if !ok || r.Conflict() != c {
		t.Fatalf("it asks %#v", q)
	}
	return r, c
}

func (r *rig) sealed(fingerprint string) *run.Sealed {
	return &run.Sealed{ID: fingerprint, Run: r.s.ID(), Field: "locker", Fingerprint: fingerprint, Blob: []byte("x")}
}

// conflicts are the kinds of commands that two programs can both give.
func conflicts(r *rig) map[string]struct {
	yours, theirs run.Command
	kind          SideKind
	is, was       Side // yours, theirs
} {
	rows := func(n int) []map[string]flows.Value {
		return slices.Repeat([]map[string]flows.Value{{"badge": "z"}}, n)
	}
	return map[string]struct {
		yours, theirs run.Command
		kind          SideKind
		is, was       Side
	}{
		"an answer":       {run.Answer{At: ship, Value: "Aurora"}, run.Answer{At: ship, Value: "Borealis"}, SideValue, Side{Value: "Aurora"}, Side{Value: "Borealis"}},
		"without a step":  {run.Answer{At: flows.At("ship"), Value: "Aurora"}, run.Answer{At: ship, Value: "Borealis"}, SideValue, Side{Value: "Aurora"}, Side{Value: "Borealis"}},
		"a cell":          {run.SetCell{At: badge, Value: "b"}, run.SetCell{At: badge, Value: "c"}, SideValue, Side{Value: "b"}, Side{Value: "c"}},
		"a secret":        {run.SetSecret{At: locker, Sealed: r.sealed("k1")}, run.SetSecret{At: locker, Sealed: r.sealed("k2")}, SideSecret, Side{Fingerprint: "k1"}, Side{Fingerprint: "k2"}},
		"a tick":          {run.Untick{At: seen}, run.Tick{At: seen, Note: "again"}, SideTick, Side{}, Side{Done: true}},
		"a tick in a row": {run.Untick{At: crew.In("r1", "aboard")}, run.Tick{At: crew.In("r1", "aboard"), Note: "again"}, SideTick, Side{}, Side{Done: true}},
		"rows":            {run.ReplaceRows{List: crew, Rows: rows(3)}, run.ReplaceRows{List: crew, Rows: rows(2)}, SideRows, Side{Rows: 3}, Side{Rows: 2}},
	}
}

// TestConflict asks about each kind with both sides and by whom, and does what is
// decided.
func TestConflict(t *testing.T) {
	for name, c := range conflicts(newRig(t, lines(), 1)) {
		for _, mine := range []bool{true, false} {
			r, q := clash(t, c.yours, c.theirs)
			d := q.Differences[0]
			if len(q.Differences) != 1 || len(q.Lost) > 0 || d.By != "Bob" || d.When.IsZero() || d.At.Step == "" {
				t.Fatalf("%s: %+v", name, q)
			}
			if d.Yours.Kind != c.kind || d.Theirs.Kind != c.kind || !alike(d.Yours, c.is) || !alike(d.Theirs, c.was) {
				t.Errorf("%s: yours %+v, theirs %+v", name, d.Yours, d.Theirs)
			}
			turn := r.Decide([]bool{mine})
			_, told := r.fulfil(turn)
			want, code := c.was, "dialogue.theirs_hold"
			if mine {
				want, code = c.is, "dialogue.yours_hold"
			}
			if !slices.Contains(told, code) || r.Conflict() != nil {
				t.Errorf("%s: it tells %v", name, told)
			}
			if now := NewDifference(r.View(), c.yours).Theirs; !alike(now, want) {
				t.Errorf("%s, mine %t: there stands %+v", name, mine, now)
			}
			if r.SaveState() != IsSaved {
				t.Errorf("%s: it is not saved", name)
			}
		}
	}
}

func alike(a, b Side) bool {
	return flows.Same(a.Value, b.Value) && a.Fingerprint == b.Fingerprint && a.Done == b.Done && a.Rows == b.Rows
}

// TestAside sets yours aside: theirs holds, and an answer stands as typed. A
// secret has to be decided, and where nobody does it is told to be lost.
func TestAside(t *testing.T) {
	for name, c := range conflicts(newRig(t, lines(), 1)) {
		r, q := clash(t, c.yours, c.theirs)
		at := q.Differences[0].At
		turn := r.SetAside()
		if c.kind == SideSecret {
			if !turn.Bad || r.Conflict() == nil {
				t.Errorf("%s was set aside", name)
			}
			if commands, _ := r.Unsaved(); len(commands) != 1 {
				t.Errorf("%s: leaving loses %v", name, commands)
			}
			turn = r.EndUndecided()
		}
		_, told := r.fulfil(turn)
		if got := slices.Contains(told, "dialogue.not_kept"); got != (c.kind == SideSecret) {
			t.Errorf("%s: it tells %v", name, told)
		}
		if now := NewDifference(r.View(), c.yours).Theirs; !alike(now, c.was) {
			t.Errorf("%s: there stands %+v", name, now)
		}
		typed, ok := r.Typed(at)
		if ok != (c.kind == SideValue) || ok && typed.Text != flows.Format(c.is.Value) {
			t.Errorf("%s: typed is %q %t", name, typed.Text, ok)
		}
		if r.Conflict() != nil {
			t.Errorf("%s: it is still asked", name)
		}
	}
}

// TestConflictIsSaid says both sides in a sentence.
func TestConflictIsSaid(t *testing.T) {
	for name, c := range conflicts(newRig(t, lines(), 1)) {
		r, q := clash(t, c.yours, c.theirs)
		m := r.DifferenceMessage(q.Differences[0])
		theirs, yours := fmt.Sprint(m.Args["theirs"]), fmt.Sprint(m.Args["yours"])
		if m.Code != "dialogue.differs" || m.Args["by"] != "Bob" || m.Args["what"] == "" || theirs == "" || yours == "" || theirs == yours {
			t.Errorf("%s: %v", name, m)
		}
	}
}

// TestBothStand has another program change something else.
func TestBothStand(t *testing.T) {
	r := newRig(t, lines(), 1)
	turn := r.Answer("Aurora", Stay)
	if err := r.elsewhere(answer("cargo", "oil")); err != nil {
		t.Fatal(err)
	}
	if q, told := r.fulfil(turn); q != nil || !slices.Contains(told, "dialogue.reloaded") {
		t.Errorf("it asks %#v and tells %v", q, told)
	}
	if s, c := r.ItemAt(ship).Value, r.ItemAt(flows.At("papers.cargo")).Value; s != "Aurora" || c != "oil" {
		t.Errorf("the ship is %v, the cargo %v", s, c)
	}
}

// TestAgain asks again about a change that theirs has consequences for.
func TestAgain(t *testing.T) {
	for _, yes := range []bool{true, false} {
		r := newRig(t, lines(), 1).has(papers...)
		turn := r.AnswerAt(flows.At("papers.cargo"), "oil", Stay)
		if turn.Ask != nil {
			t.Fatalf("it asks %#v", turn.Ask)
		}
		if err := r.elsewhere(run.PassGate{At: flows.At("dock.go"), Word: "dock", By: "Bob"}); err != nil {
			t.Fatal(err)
		}
		q, _ := r.fulfil(turn)
		if _, asks := q.(Confirm); !asks {
			t.Fatalf("it asks %#v", q)
		}
		r.fulfil(r.Confirmed(yes))
		want := flows.Value("grain")
		if yes {
			want = "oil"
		}
		if v := r.ItemAt(flows.At("papers.cargo")).Value; v != want {
			t.Errorf("the cargo is %v, want %v", v, want)
		}
	}
}

// TestLost tells what can no longer be done, with its value.
func TestLost(t *testing.T) {
	r, q := clash(t, run.SetCell{At: crew.In("r1", "rank"), Value: "cook"}, run.RemoveRow{At: crew.In("r1", "")})
	if len(q.Differences) > 0 || len(q.Lost) != 1 {
		t.Fatalf("%+v", q)
	}
	if m := r.LossMessage(q.Lost[0]); m.Code != "dialogue.loses_value" || m.Args["value"] != "cook" {
		t.Errorf("%v", m)
	}
}
