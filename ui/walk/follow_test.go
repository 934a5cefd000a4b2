package walk

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/storage/storetest"
)

const written = `procedure: ferry
version: 1
title: Ferry
summary: Books a ferry.
steps:
  - id: who
    title: Who travels?
    items:
      - {field: name, type: text, label: Name, required: true}
      - {field: pin, type: secret, label: Pin}
  - id: when
    title: When?
    items:
      - {field: tide, type: choice, label: Tide, required: true, options: {high: High water, low: Low water}}
      - {field: berth, type: text, label: Berth}
  - id: how
    title: How?
    items:
      - {field: note, type: text, label: Note}
`

// draft is a procedure as its author has saved it, with some of it written in another
// way: old and new in turn.
func draft(t *testing.T, changes ...string) *flows.Procedure {
	t.Helper()
	text := written
	for i := 0; i < len(changes); i += 2 {
		if !strings.Contains(text, changes[i]) {
			t.Fatalf("%q does not stand there", changes[i])
		}
		text = strings.Replace(text, changes[i], changes[i+1], 1)
	}
	p, err := flows.Open(fstest.MapFS{"ferry.yaml": {Data: []byte(text)}}, flows.Specs{}).Procedure("ferry")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// drafted is a dialogue about a run of the procedure as it is written first.
func drafted(t *testing.T) *rig {
	t.Helper()
	r := &rig{t: t, store: &deaf{Memory: storetest.NewMemory()}, vault: &safe{}, now: time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC)}
	r.env = run.Env{Now: func() time.Time { return r.now }, Random: rand.NewChaCha8([32]byte{7}), By: "Ann"}
	c, err := r.store.AddCustomer(context.Background(), run.Customer{ID: "c1", Name: "Muster GmbH"})
	if err != nil {
		t.Fatal(err)
	}
	if r.s, err = run.Create(r.env, r.store, run.Start{Procedure: draft(t), Customer: c, Mode: run.Rehearsal, Lang: "en"}); err != nil {
		t.Fatal(err)
	}
	r.Walk = New(r.s, Face{Stops: stops, Now: r.env.Now}, nil)
	pin, err := r.s.Seal(context.Background(), r.vault, flows.At("who.pin"), "", run.NewSecret([]byte("hush")))
	if err != nil {
		t.Fatal(err)
	}
	return r.has(pin, answer("who.name", "Aino"), answer("when.tide", "low"), answer("when.berth", "7b"))
}

const (
	whole = "      - {field: berth, type: text, label: Berth}\n"
	when  = "  - id: when\n    title: When?\n    items:\n      - {field: tide, type: choice, label: Tide, required: true, options: {high: High water, low: Low water}}\n" + whole
)

// TestTheDialogueFollowsItsAuthor: it stays where it is by ids and renames, goes
// beside what is gone, and says what has no place any more, but for a secret's value.
func TestTheDialogueFollowsItsAuthor(t *testing.T) {
	for name, c := range map[string]struct {
		at, want string
		changes  []string
		says     []string
		kept     map[string]flows.Value
	}{
		"other words":    {"when.berth", "when.berth", []string{"When?", "At what time?"}, nil, map[string]flows.Value{"when.berth": "7b"}},
		"another order":  {"when.berth", "when.berth", []string{when, "", "label: Note}\n", "label: Note}\n" + when}, nil, map[string]flows.Value{"when.tide": "low"}},
		"a step renamed": {"when.berth", "hour.berth", []string{"id: when", "id: hour", "steps:", "renamed: {when: hour}\nsteps:"}, nil, map[string]flows.Value{"hour.berth": "7b"}},
		"a step of another id": {
			"when.berth", "hour.berth",
			[]string{"id: when", "id: hour"},
			nil,
			map[string]flows.Value{"hour.berth": "7b", "hour.tide": "low"},
		},
		"a field renamed": {"when.berth", "when.quay", []string{"field: berth", "field: quay", "steps:", "renamed: {berth: quay}\nsteps:"}, nil, map[string]flows.Value{"when.quay": "7b"}},
		"a field of another id": {
			"when.berth", "when.quay",
			[]string{whole, "      - {field: quay, type: text, label: Quay}\n"},
			[]string{"no place", "Berth (7b)"},
			map[string]flows.Value{"when.quay": nil},
		},
		"an option gone":     {"when.tide", "when.tide", []string{", low: Low water", ", slack: Slack water"}, []string{"Tide"}, map[string]flows.Value{"when.tide": nil}},
		"a step gone":        {"when.tide", "how.note", []string{when, ""}, []string{"\"When?\" is gone", "Tide", "Berth (7b)"}, nil},
		"another step gone":  {"who.name", "who.name", []string{when, ""}, []string{"Tide"}, nil},
		"the last step gone": {"how.note", "when.tide", []string{"  - id: how\n    title: How?\n    items:\n      - {field: note, type: text, label: Note}\n", ""}, []string{"\"How?\" is gone"}, nil},
		"a secret gone":      {"who.pin", "who.name", []string{"      - {field: pin, type: secret, label: Pin}\n", ""}, []string{"Pin."}, map[string]flows.Value{"who.name": "Aino"}},
		"a field in another step": {
			"when.berth", "how.berth",
			[]string{whole, "", "      - {field: note", whole + "      - {field: note"},
			nil,
			map[string]flows.Value{"how.berth": "7b"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := drafted(t)
			r.ToAddress(flows.At(c.at))
			turn := r.Follow(draft(t, c.changes...))
			if turn.Bad || !turn.Done || len(turn.Do) == 0 {
				t.Fatalf("%+v", turn)
			}
			r.stands(c.want)
			said := words.Say("en", flows.Joined("joined.sentence", turn.Tell...))
			for _, part := range c.says {
				if !strings.Contains(said, part) {
					t.Errorf("it says %q, without %q", said, part)
				}
			}
			if c.says == nil && said != "" || strings.Contains(said, "hush") || strings.Contains(said, "{") {
				t.Errorf("it says %q", said)
			}
			for at, v := range c.kept {
				if iv := r.ItemAt(flows.At(at)); iv == nil || !flows.Same(iv.Value, v) {
					t.Errorf("%s: %+v", at, iv)
				}
			}
		})
	}
}

// TestWhatIsTypedFollows: under its new name, on disk too; without a place it is there
// again once it has one.
func TestWhatIsTypedFollows(t *testing.T) {
	r := drafted(t)
	r.ToAddress(flows.At("how.note"))
	r.Type(Typing{At: r.At(), Text: "half a"})
	turn := r.Follow(draft(t, "field: note", "field: remark", "steps:", "renamed: {note: remark}\nsteps:"))
	if typed, _ := r.Typed(flows.At("how.remark")); typed.Text != "half a" || typed.At != flows.At("how.remark") {
		t.Errorf("typed is %+v", typed)
	}
	if _, still := r.Typed(flows.At("how.note")); still {
		t.Error("it is typed under the old name, too")
	}
	if save, is := turn.Do[0].(Save); !is || len(save.Typing) != 1 || save.Typing[0].At != flows.At("how.remark") {
		t.Errorf("%+v is saved", turn.Do)
	}
	r.Saved(nil)
	r.Follow(draft(t, "      - {field: note, type: text, label: Note}\n", "      - {field: other, type: text, label: Other}\n"))
	r.Saved(nil)
	r.Follow(draft(t, "field: note", "field: remark", "steps:", "renamed: {note: remark}\nsteps:"))
	if typed, _ := r.Typed(flows.At("how.remark")); typed.Text != "half a" {
		t.Errorf("typed is %+v", typed)
	}
}

// TestAFinishedRunFollows: it is opened again at its last step, and says so.
func TestAFinishedRunFollows(t *testing.T) {
	r := drafted(t).has(run.Complete{Step: "who"}, run.Complete{Step: "when"}, run.Complete{Step: "how"})
	if r.View().Status != run.StatusDone {
		t.Fatalf("it is %s", r.View().Status)
	}
	r.GoTo("")
	turn := r.Follow(draft(t, "How?", "How, then?"))
	if turn.Bad || len(turn.Tell) != 1 || turn.Tell[0].Code != "follow.reopened" {
		t.Errorf("%+v", turn)
	}
	r.stands("how.note")
	if v := r.View(); v.Status != run.StatusOpen || v.Step("how").Step.Title != "How, then?" || v.Step("who").State != run.Done {
		t.Errorf("it is %s", v.Status)
	}
}

// TestWhatCannotFollowSaysWhy: nothing is done then.
func TestWhatCannotFollowSaysWhy(t *testing.T) {
	r := drafted(t)
	other, err := flows.Open(fstest.MapFS{"train.yaml": {Data: []byte(strings.Replace(written, "ferry", "train", 1))}}, flows.Specs{}).Procedure("train")
	if err != nil {
		t.Fatal(err)
	}
	events := len(r.s.Events())
	if turn := r.Follow(other); !turn.Bad || turn.Tell[0].Code != "refuse.move_other" || len(r.s.Events()) != events {
		t.Errorf("%+v", turn)
	}
}
