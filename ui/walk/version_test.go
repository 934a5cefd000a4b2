package walk

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/run"
)

// renewed is the second version of the quay: the step papers and the ship have other
// names, so has the badge of a person; mail is gone, the number of the tank is a text,
// and the locker key is no secret any more.
func (r *rig) renewed() *flows.Procedure {
	r.t.Helper()
	doc, err := os.ReadFile("testdata/quay.yaml")
	if err != nil {
		r.t.Fatal(err)
	}
	mail := string(doc[strings.Index(string(doc), "      - field: mail"):strings.Index(string(doc), "      - field: plan")])
	text := strings.NewReplacer(
		"version: 1\n", "version: 2\nrenamed: {papers: documents, ship: vessel, badge: pass}\n", mail, "",
		"- id: papers", "- id: documents", "needs: [papers", "needs: [documents", "then: papers", "then: documents",
		"field: ship", "field: vessel", "must: [ship]", "must: [vessel]", "given(ship)", "given(vessel)", "field: badge", "field: pass",
		"type: secret\n        label: Locker", "type: text\n        label: Locker",
	).Replace(string(doc))
	p, err := flows.Open(fstest.MapFS{"quay.yaml": {Data: []byte(text)}}, specs).Procedure("quay")
	if err != nil {
		r.t.Fatal(err)
	}
	return p
}

// TestMoveStaysWhereItIs: after a move the dialogue stands at the same place, and what
// is typed stands there, too, by the names of the new version.
func TestMoveStaysWhereItIs(t *testing.T) {
	for was, now := range map[string]string{
		"papers.ship": "documents.vessel", "papers.cargo": "documents.cargo", "token.note": "token.note",
		"papers.mail": "documents.vessel", "papers": "documents", "crew.people[r1].badge": "crew.people[r1].pass",
	} {
		t.Run(was, func(t *testing.T) {
			r := newRig(t, page(), 1).has(run.AddRow{List: crew, Cells: map[string]flows.Value{"badge": "a"}})
			at, _ := flows.ParseStep(strings.TrimSuffix(was, ".badge"))
			if strings.HasSuffix(was, ".badge") {
				at = badge
			}
			r.GoTo(at.Step)
			r.To(at.Item)
			r.ToCell(at.Row, at.Column)
			r.moves(r.renewed())
			r.stands(now)
		})
	}
}

// moves moves the run, as a person does who is asked.
func (r *rig) moves(to *flows.Procedure) {
	r.t.Helper()
	q, is := r.AskToMove(to).Ask.(Version)
	if !is {
		r.t.Fatalf("it does not ask: %v", codes(r.AskToMove(to)))
	}
	if _, told := r.fulfil(r.MoveTo(q)); len(told) != 1 || told[0] != "move.moved" || r.View().Digest != to.Digest {
		r.t.Fatalf("it tells %v, at version %d", told, r.View().ProcedureVersion)
	}
}

// TestMoveTakesWhatIsTypedAlong, in the store as well; and what is typed where the
// other version has no place for it holds the move up, with its name.
func TestMoveTakesWhatIsTypedAlong(t *testing.T) {
	r := newRig(t, page(), 1).has(run.AddRow{List: crew, Cells: map[string]flows.Value{"badge": "a"}})
	note := flows.AtStep("papers").InForm(NoteForm, "text")
	for _, at := range []flows.Address{ship, badge, note, flows.At("token.note")} {
		r.Type(Typing{At: at, Text: "half of " + at.Item})
	}
	r.fulfil(Turn{Do: r.Save()})
	r.moves(r.renewed())
	want := map[string]string{
		"documents.vessel": "half of ship", "crew.people[r1].pass": "half of people", "token.note": "half of note",
		flows.AtStep("documents").InForm(NoteForm, "text").String(): "half of " + note.Item,
	}
	kept, err := r.store.Unsaved(t.Context(), r.s.ID())
	if err != nil || len(kept) != len(want) {
		t.Errorf("kept %v: %v", kept, err)
	}
	for _, u := range kept {
		at := flows.Address{Step: u.Step, Item: u.Item, Row: u.Row, Column: u.Column}
		if typed, _ := r.Typed(at); u.Text != want[at.String()] || typed.Text != u.Text {
			t.Errorf("kept at %s is %q, typed %q", at, u.Text, typed.Text)
		}
	}
	for name, typed := range map[string]Typing{
		"Address":    {At: flows.At("papers.mail"), Text: "info@"},
		"Locker key": {At: locker, Secret: run.NewSecret([]byte("hush")), Hidden: true},
	} {
		r := newRig(t, page(), 1)
		r.Type(typed)
		turn := r.AskToMove(r.renewed())
		if what, _ := turn.Tell[0].Arg("what"); turn.Ask != nil || turn.Tell[0].Code != "move.typed" || !strings.Contains(encode(t, what), name) {
			t.Errorf("it asks %v and tells %v", turn.Ask, turn.Tell)
		}
	}
}

// TestMoveIsHeldUp by what comes back under the names of the present version, and where
// there is nothing to move to.
func TestMoveIsHeldUp(t *testing.T) {
	for want, set := range map[string]func(r *rig) *flows.Procedure{
		"move.none": func(*rig) *flows.Procedure { return nil },
		"move.same": func(r *rig) *flows.Procedure { return r.s.Procedure() },
		"move.busy": func(r *rig) *flows.Procedure {
			r.AnswerAt(flows.At("papers.plan"), "plan.pdf", Stay)
			return r.renewed()
		},
		"refuse.move_finished": func(r *rig) *flows.Procedure {
			r.has(run.Abandon{Outcome: "x", Why: "y"})
			return r.renewed()
		},
	} {
		r := newRig(t, page(), 1)
		if turn := r.AskToMove(set(r)); turn.Ask != nil || strings.Join(codes(turn), " ") != want {
			t.Errorf("it asks %v and tells %v, want %s", turn.Ask, codes(turn), want)
		}
	}
	r := newRig(t, page(), 1)
	q := r.AskToMove(r.renewed()).Ask.(Version)
	r.AnswerAt(flows.At("papers.plan"), "plan.pdf", Stay) // meanwhile
	if turn := r.MoveTo(q); turn.Done || strings.Join(codes(turn), " ") != "move.busy" {
		t.Errorf("it tells %v", codes(turn))
	}
}

// TestMoveElsewhere: another program moves the run. This one goes along, with what is
// on its way to the store and what is typed; what has no place stays, and is told.
func TestMoveElsewhere(t *testing.T) {
	r := newRig(t, page(), 1)
	two := r.renewed()
	r.ToAddress(flows.At("papers.ship"))
	r.Type(Typing{At: ship, Text: "Aur"})
	r.Type(Typing{At: flows.At("papers.mail"), Text: "info@"})
	if err := r.elsewhere(run.Move{To: two}); err != nil {
		t.Fatal(err)
	}
	q, told := r.fulfil(r.Propose(Stay, run.Answer{At: flows.At("papers.cargo"), Value: "oil"}))
	if q != nil || strings.Join(told, " ") != "dialogue.reloaded move.elsewhere move.typed_kept" {
		t.Errorf("it asks %v and tells %v", q, told)
	}
	r.stands("documents.vessel")
	if typed, _ := r.Typed(flows.At("documents.vessel")); typed.Text != "Aur" || r.View().Step("documents").Item("cargo").Value != "oil" {
		t.Errorf("typed is %q, the cargo %v", typed.Text, r.View().Step("documents").Item("cargo").Value)
	}
	one, err := r.lib.Procedure("quay")
	if err != nil {
		t.Fatal(err)
	}
	r.moves(one)
	if typed, _ := r.Typed(flows.At("papers.mail")); typed.Text != "info@" {
		t.Errorf("back again %q is typed", typed.Text)
	}
}

// TestMoveElsewhereLeavesNothingUnsaid: what was answered here where the other version
// has no place is told as lost, with its value.
func TestMoveElsewhereLeavesNothingUnsaid(t *testing.T) {
	r := newRig(t, page(), 1)
	if err := r.elsewhere(run.Move{To: r.renewed()}); err != nil {
		t.Fatal(err)
	}
	q, told := r.fulfil(r.Propose(Stay, run.Answer{At: flows.At("papers.mail"), Value: "info@example.org"}))
	c, is := q.(*Conflict)
	if !is || len(c.Lost) != 1 || strings.Join(told, " ") != "move.elsewhere" {
		t.Fatalf("it asks %v and tells %v", q, told)
	}
	if said := encode(t, r.Change(c.Lost[0])); !strings.Contains(said, "papers.mail") || !strings.Contains(said, "info@example.org") {
		t.Errorf("it says %s", said)
	}
	r.Share(true)
	if !r.Hides(c.Lost[0]) {
		t.Error("others see what nobody can say whose it is")
	}
}
