package walk

import (
	"errors"
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

var papers = []run.Command{answer("ship", "Aurora"), answer("cargo", "grain")}

// TestComplete completes a step in each of the ways that it can come to.
func TestComplete(t *testing.T) {
	for name, c := range map[string]struct {
		face  Face
		given []run.Command
		first func(r *rig)
		ask   Question
		told  []string
		at    string
		done  bool
	}{
		"no step":             {face: lines(), first: func(r *rig) { r.ToEnd("") }, told: []string{"dialogue.no_step"}, at: ""},
		"nothing holds it":    {face: lines(), given: papers, told: []string{"dialogue.step_done"}, at: "crew.people", done: true},
		"it is held":          {face: page(), first: func(r *rig) { r.To("mail") }, told: []string{"dialogue.held"}, at: "papers.ship"},
		"it is held twice":    {face: lines(), told: []string{"dialogue.held", "dialogue.held"}, at: "papers.ship"},
		"a cell holds it":     {face: page(), given: append(slices.Clone(papers), run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"rank": "mate"}}), first: func(r *rig) { r.GoTo("crew") }, told: []string{"dialogue.held"}, at: "crew.people[r1].badge"},
		"more hold than told": {face: Face{Stops: stops, MaxMustMessages: 1}, told: []string{"dialogue.held", "dialogue.held_more"}, at: "papers.ship"},
		"it comes later":      {face: lines(), given: []run.Command{answer("cargo", "grain"), run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"badge": "a"}}, run.Tick{At: flows.At("people").In("r1", "aboard")}}, first: func(r *rig) { r.ToEnd("crew") }, told: []string{"dialogue.blocked"}, at: "crew"},
		"it is done":          {face: lines(), given: append(slices.Clone(papers), run.Complete{Step: "papers"}), first: func(r *rig) { r.ToEnd("papers") }, at: "crew.people"},
		"others look on":      {face: lines(), first: func(r *rig) { r.ToEnd("office"); r.Share(true) }, told: []string{"dialogue.veiled"}, at: "office"},
		"a file is on its way": {face: lines(), given: papers, first: func(r *rig) {
			r.AnswerAt(flows.At("papers.plan"), "plan.txt", Stay)
		}, at: "papers.ship"},
		"a secret is shown once": {face: lines(), first: func(r *rig) { r.GoTo("token") }, ask: Once{At: flows.At("token.token"), Then: Finish}, at: "token.token"},
		"a text is unread":       {face: Face{Stops: stops, Unread: func(*run.StepView) []string { return []string{"aloud"} }}, given: papers, ask: Read{[]string{"aloud"}}, at: "papers.ship"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, c.face, 1)
			if len(c.given) > 0 {
				r.has(c.given...)
				r.GoTo("papers")
			}
			if c.first != nil {
				c.first(r)
			}
			turn := r.Complete()
			if !same(turn.Ask, c.ask) || !slices.Equal(codes(turn), c.told) || turn.Done != c.done {
				t.Errorf("asks %#v, tells %v, done %t", turn.Ask, codes(turn), turn.Done)
			}
			r.stands(c.at)
		})
	}
}

func same(a, b Question) bool {
	if one, ok := a.(Read); ok {
		two, ok := b.(Read)
		return ok && slices.Equal(one.Items, two.Items)
	}
	if one, ok := a.(Warnings); ok {
		two, ok := b.(Warnings)
		return ok && slices.EqualFunc(one.List, two.List, func(x, y run.ProblemView) bool { return x.ID == y.ID })
	}
	return a == b
}

// TestForgo goes without a secret that is shown once, and is asked no more.
func TestForgo(t *testing.T) {
	r := newRig(t, lines(), 1)
	r.GoTo("token")
	q, ok := r.LeaveFor("papers").Ask.(Once)
	if r.stands("token.token"); !ok {
		t.Fatal("it is not asked about")
	}
	r.GoWithout(q)
	r.stands("papers.ship")
	r.GoTo("token")
	if q := r.LeaveFor("papers").Ask; q != nil {
		t.Errorf("it is asked again: %#v", q)
	}
}

// TestFileThenComplete completes a step when the file has come, and not before.
func TestFileThenComplete(t *testing.T) {
	r := newRig(t, page(), 1).has(papers...)
	turn := r.AnswerAt(flows.At("papers.plan"), "plan.txt", Stay)
	r.Complete()
	if _, told := r.fulfil(turn); !slices.Contains(told, "dialogue.step_done") {
		t.Errorf("it tells %v", told)
	}
	if v, _ := r.ItemAt(flows.At("papers.plan")).Value.(string); v == "" {
		t.Error("there is no file")
	}
	r.stands("crew.people")
}

// TestFileFails keeps nothing and completes nothing.
func TestFileFails(t *testing.T) {
	r := newRig(t, page(), 1).has(papers...)
	turn := r.AnswerAt(flows.At("papers.plan"), "plan.txt", Stay)
	r.Complete()
	came := r.carried(turn.Do[0], flows.Refuse(flows.ErrNotFound, nil, "refuse.no_file"))
	if !came.Bad || r.KeepingFiles() || r.View().Step("papers").State == run.Done {
		t.Errorf("%+v", came)
	}
}

// TestSeal seals where it was entered, and stays with whoever has gone elsewhere.
func TestSeal(t *testing.T) {
	r := newRig(t, page(), 1)
	r.To("locker")
	turn := r.Secret(run.NewSecret([]byte("hush")), Back)
	r.fulfil(turn)
	r.stands("papers.plan")
	r.To("locker")
	turn = r.Secret(run.NewSecret([]byte("hush again")), Back)
	r.To("cargo")
	r.fulfil(turn)
	r.stands("papers.cargo")
	r.Type(Typing{At: flows.At("papers.locker"), Secret: run.NewSecret([]byte("ty")), Hidden: true})
	if q := r.carried(r.SecretAt(flows.At("papers.locker"), run.NewSecret([]byte("x")), Stay).Do[0], flows.ErrNoIdentity).Ask; q != (Passphrase{}) {
		t.Errorf("without a key it asks %#v", q)
	}
	if _, typed := r.Typed(flows.At("papers.locker")); !typed {
		t.Error("what was typed is gone")
	}
}

// TestTwoSeals has two secrets on their way: each takes its own typing with it.
func TestTwoSeals(t *testing.T) {
	r := newRig(t, page(), 1)
	var all []Request
	for _, at := range []flows.Address{locker, flows.At("token.token")} {
		r.Type(Typing{At: at, Secret: run.NewSecret([]byte("ty")), Hidden: true})
		all = append(all, r.SecretAt(at, run.NewSecret([]byte("hush")), Stay).Do...)
	}
	r.fulfil(Turn{Do: all})
	for _, at := range []flows.Address{locker, flows.At("token.token")} {
		if _, typed := r.Typed(at); typed || !r.ItemAt(at).Set {
			t.Errorf("%s: typed %t, set %t", at, typed, r.ItemAt(at).Set)
		}
	}
}

// TestRefused calls an item by its label where a command is refused.
func TestRefused(t *testing.T) {
	r := newRig(t, page(), 1)
	turn := r.Propose(Stay, run.Tick{At: flows.At("papers.ship")})
	if s := turn.Tell[0].Args["item"]; !turn.Bad || s != "Ship" {
		t.Errorf("%v", turn.Tell)
	}
	if turn := r.failed(errors.New("lost")); !turn.Bad || turn.Tell[0].IsZero() {
		t.Errorf("%v", turn.Tell)
	}
}

// TestWait sets a day to look again, and goes on with what can be done meanwhile.
func TestWait(t *testing.T) {
	r := newRig(t, lines(), 1)
	at := flows.At("office.answer")
	if got := codes(r.WaitUntil(at, r.now.AddDate(0, 0, -1), "")); !slices.Equal(got, []string{"dialogue.wait_doubt"}) {
		t.Errorf("a day that is over: %v", got)
	}
	r.GoTo("office")
	r.To("answer")
	if got := codes(r.WaitUntil(at, r.now.AddDate(0, 0, 2), "")); !slices.Equal(got, []string{"dialogue.meanwhile"}) {
		t.Errorf("it tells %v", got)
	}
	r.stands("papers.ship")
	r.GoTo("token")
	r.WaitAnswered(at, "")
	r.stands("papers.ship") // where it leads
}

// TestConfirmIsOrdered asks about what weighs most first, and counts what does not
// stay.
func TestConfirmIsOrdered(t *testing.T) {
	q := Confirm{byEffect([]run.Consequence{
		{Step: "a", Effect: run.Keep, Items: []string{"x", "y"}},
		{Step: "b", Effect: run.LookAgain, Items: []string{"x", "y"}},
		{Step: "c", Effect: run.Void},
		{Step: "d", Effect: run.LookAgain},
	})}
	var steps []string
	for _, c := range q.List {
		steps = append(steps, c.Step)
	}
	if !slices.Equal(steps, []string{"c", "b", "d", "a"}) || q.Changes() != 4 {
		t.Errorf("%v, %d changes", steps, q.Changes())
	}
}

// TestForgoOnlyWhatWasComeTo leaves a step whose secret nobody has come to
// without being asked about it.
func TestForgoOnlyWhatWasComeTo(t *testing.T) {
	r := newRig(t, page(), 1)
	r.Type(Typing{At: flows.At("token.note"), Text: "later"})
	r.GoTo("token")
	r.stands("token.note")
	if turn := r.LeaveFor("papers"); turn.Ask != nil {
		t.Errorf("it asks %#v", turn.Ask)
	}
	r.stands("papers.ship")
}
