package run_test

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/run"
)

const quayDocument = `procedure: quay
version: 1
title: A quay
summary: For moves.
source: {document: none.txt, read: 2026-11-21}
steps:
  - id: ship
    title: The ship
    items:
      - {field: name, type: text, label: Name, required: true}
      - {field: pass, type: secret, label: Pass}
      - {field: length, type: text, label: Length}
      - list: crew
        label: Crew
        row: person
        columns:
          - {field: badge, type: code, label: Badge}
          - {field: deck, type: text, label: Deck}
      - {task: aboard, label: All are aboard}
  - id: pier
    title: The pier
    items:
      - {field: place, type: text, label: Place}
      - {field: code, type: secret, label: Code of the gate}
`

// second is a version of quay with other names, a type that the answer does not
// fit, and without the step pier and the column deck.
var second = strings.NewReplacer(
	"version: 1\n", "version: 2\nrenamed: {ship: vessel, name: vessel_name, pass: vessel_pass, badge: number}\n",
	"- id: ship", "- id: vessel", "field: name", "field: vessel_name", "field: pass", "field: vessel_pass",
	"field: badge", "field: number", "          - {field: deck, type: text, label: Deck}\n", "",
	"{field: length, type: text", "{field: length, type: number",
	"  - id: pier\n    title: The pier\n    items:\n      - {field: place, type: text, label: Place}\n      - {field: code, type: secret, label: Code of the gate}\n", "",
).Replace(quayDocument)

// quays are both versions.
func quays(t testing.TB) (one, two *flows.Procedure) {
	t.Helper()
	load := func(doc string) *flows.Procedure {
		p, err := flows.Open(fstest.MapFS{"quay.yaml": {Data: []byte(doc)}}, specs).Procedure("quay")
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	return load(quayDocument), load(second)
}

// atQuay is a run of the first version in which everything is answered.
func atQuay(t testing.TB) (w *world, two *flows.Procedure) {
	t.Helper()
	one, two := quays(t)
	w = newWorld(t)
	w.proc = one
	s, err := run.Create(w.env, w.store, run.Start{Procedure: one, Customer: w.view().Customer, Mode: run.Real, Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	w.Session = s
	code := w.sealed("gate")
	code.Field = "code"
	w.must(
		run.Answer{At: flows.At("ship.name"), Value: "Aurora"},
		run.SetSecret{At: flows.At("ship.pass"), Sealed: w.sealed("pass")},
		run.Answer{At: flows.At("ship.length"), Value: "long"},
		run.ReplaceRows{List: flows.At("ship.crew"), Rows: []map[string]flows.Value{{"badge": "A1", "deck": "lower deck"}}},
		run.Tick{At: flows.At("ship.aboard"), Note: "counted"},
		run.Note{Step: "pier", Text: "The pier is narrow."},
		run.Answer{At: flows.At("pier.place"), Value: "north"},
		run.SetSecret{At: flows.At("pier.code"), Sealed: code},
	)
	w.flush()
	return w, two
}

// left are the addresses of what has no place, with what was entered.
func (w *world) left() []string {
	all := []string{}
	for _, p := range w.view().Placeless {
		text := fmt.Sprint(p.At, " ", p.Value, p.Fingerprint)
		for _, r := range p.Rows {
			text += fmt.Sprint(r.Row, r.Values)
		}
		for _, n := range p.Notes {
			text += n.Text
		}
		all = append(all, text)
	}
	return all
}

// TestMoveKeepsWhatHasNoPlace: what is carried over is there by its new name, all
// else can be read.
func TestMoveKeepsWhatHasNoPlace(t *testing.T) {
	w, two := atQuay(t)
	w.must(run.Move{To: two})
	w = w.resume()
	if it := w.item("vessel.vessel_name"); it.Value != "Aurora" || it.LookAgain {
		t.Errorf("the name is %v", it.Value)
	}
	if it := w.item("vessel.vessel_pass"); it.SecretID != "pass" {
		t.Errorf("the secret is %q", it.SecretID)
	}
	if it := w.item("vessel.crew"); len(it.Rows) != 1 || it.Rows[0].Values["number"] != "A1" || len(it.Rows[0].Values) != 1 {
		t.Errorf("the crew is %v", it.Rows)
	}
	if it := w.item("vessel.aboard"); !it.Done || it.Note != "counted" {
		t.Errorf("the task is %+v", it)
	}
	want := "pier <nil>The pier is narrow.|ship.length long|ship.crew.deck <nil>r1map[deck:lower deck]|pier.place north|pier.code <nil>k1-gate"
	if got := strings.Join(w.left(), "|"); got != want {
		t.Errorf("without a place:\n%s\nwant\n%s", got, want)
	}
	w.refused(flows.ErrNothing, run.Undo{})
}

// TestMoveErasesUnderEveryName: an erasure takes what was entered under any name,
// before a move and after, with the secret; and what has no place any more.
func TestMoveErasesUnderEveryName(t *testing.T) {
	w, two := atQuay(t)
	w.must(run.Move{To: two}, run.Answer{At: flows.At("vessel.vessel_name"), Value: "Borealis"})
	w.flush()
	for _, at := range []string{"vessel.vessel_name", "vessel.vessel_pass", "ship.length", "pier.place", "pier.code"} {
		if _, err := w.Redact(t.Context(), flows.At(at), "asked for"); err != nil {
			t.Fatalf("%s: %v", at, err)
		}
	}
	w = w.resume()
	var all strings.Builder
	for _, e := range w.Events() {
		all.Write(e.Data)
	}
	for _, gone := range []string{"Aurora", "Borealis", "long", "north", "k1-pass", "k1-gate"} {
		if strings.Contains(all.String(), gone) {
			t.Errorf("%s is still there", gone)
		}
	}
	for _, id := range []string{"pass", "gate"} {
		if _, err := w.store.Secret(t.Context(), id); !errors.Is(err, flows.ErrNotFound) {
			t.Errorf("the secret %s is still sealed: %v", id, err)
		}
	}
	if got := strings.Join(w.left(), "|"); got != "pier <nil>The pier is narrow.|ship.crew.deck <nil>r1map[deck:lower deck]" {
		t.Errorf("left: %s", got)
	}
	h, err := w.store.Header(t.Context(), w.ID())
	if err != nil {
		t.Fatal(err)
	}
	if v := run.Verify(h, w.Events()); !v.Intact {
		t.Errorf("the chain is broken at %+v", v.Fault)
	}
}

// TestMoveBackErasesWhatWasOnTheShelf: what came back is erased with what was
// entered before it lost its place.
func TestMoveBackErasesWhatWasOnTheShelf(t *testing.T) {
	w, two := atQuay(t)
	w.must(run.Move{To: two}, run.Move{To: w.proc})
	w.flush()
	crew := w.item("ship.crew").Rows
	if len(w.left()) > 0 || w.item("pier.place").Value != "north" || crew[0].Values["deck"] != "lower deck" || len(w.step("pier").Notes) != 1 {
		t.Fatalf("back, %v is without a place; the crew is %v", w.left(), crew)
	}
	if _, err := w.Redact(t.Context(), flows.At("pier.place"), "asked for"); err != nil {
		t.Fatal(err)
	}
	for _, e := range w.resume().Events() {
		if strings.Contains(string(e.Data), "north") {
			t.Error("it is still there")
		}
	}
}

// TestMoveInTwoWindows: one window moves the run while another answers in it. The
// other reads the version that it does not have, and what still has a place is
// answered there, whatever it is called; what has none is given back.
func TestMoveInTwoWindows(t *testing.T) {
	w, two := atQuay(t)
	other := w.resume()
	w.must(run.Move{To: two})
	w.flush()
	other.must(
		run.Tick{At: flows.At("ship.aboard"), Note: "again"}, run.Answer{At: flows.At("length"), Value: "12"},
		run.AddRow{List: flows.At("crew"), Cells: map[string]flows.Value{"badge": "B2"}}, run.SetCell{At: flows.At("ship.crew[r1].badge"), Value: "A2"},
		run.Note{Step: "ship", Text: "late"}, run.Answer{At: flows.At("pier.place"), Value: "south"}, run.SetCell{At: flows.At("ship.crew[r1].deck"), Value: "upper deck"},
	)
	if err := other.Flush(t.Context()); !errors.Is(err, flows.ErrConflict) {
		t.Fatalf("both have written: %v", err)
	}
	lost, err := other.Reload(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := []run.Command{run.Answer{At: flows.At("pier.place"), Value: "south"}, run.SetCell{At: flows.At("ship.crew[r1].deck"), Value: "upper deck"}}
	if !reflect.DeepEqual(lost, want) || other.Procedure().Version != 2 || other.item("vessel.length").Value != 12.0 || other.item("vessel.aboard").Note != "again" {
		t.Errorf("lost %v in version %d; the length is %v", lost, other.Procedure().Version, other.item("vessel.length").Value)
	}
	if rows, notes := other.item("vessel.crew").Rows, other.step("vessel").Notes; len(rows) != 2 || rows[0].Values["number"] != "A2" || rows[1].Values["number"] != "B2" || len(notes) != 1 {
		t.Errorf("the crew is %v, the notes are %v", rows, notes)
	}
	other.flush()
	// Both move it: the second finds it moved.
	w, two = atQuay(t)
	other = w.resume()
	w.must(run.Move{To: two})
	w.flush()
	other.must(run.Move{To: two})
	if err := other.Flush(t.Context()); !errors.Is(err, flows.ErrConflict) {
		t.Fatal(err)
	}
	if lost, err := other.Reload(t.Context()); err != nil || len(lost) > 0 || other.Pending() > 0 {
		t.Errorf("lost %v, %d pending: %v", lost, other.Pending(), err)
	}
}

// TestMoveClashesUnderEveryName: what another window answered before a move that it
// did not see is no less an answer to what has another name by then.
func TestMoveClashesUnderEveryName(t *testing.T) {
	for name, tt := range map[string]struct {
		theirs, yours run.Command
		clash         bool
	}{
		"the same":       {run.Answer{At: flows.At("ship.name"), Value: "Borealis"}, run.Answer{At: flows.At("vessel.vessel_name"), Value: "Corona"}, true},
		"a cell":         {run.SetCell{At: flows.At("ship.crew[r1].badge"), Value: "A7"}, run.SetCell{At: flows.At("vessel.crew[r1].number"), Value: "A8"}, true},
		"the same value": {run.Answer{At: flows.At("ship.name"), Value: "Corona"}, run.Answer{At: flows.At("vessel.vessel_name"), Value: "Corona"}, false},
		"another":        {run.Answer{At: flows.At("pier.place"), Value: "south"}, run.Answer{At: flows.At("vessel.vessel_name"), Value: "Corona"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			w, two := atQuay(t)
			other := w.resume()
			w.must(tt.theirs)
			w.flush()
			other.must(run.Move{To: two}, tt.yours)
			if err := other.Flush(t.Context()); !errors.Is(err, flows.ErrConflict) {
				t.Fatal(err)
			}
			lost, err := other.Reload(t.Context())
			if err != nil || (len(lost) == 1) != tt.clash || len(other.Clashes()) != len(lost) || other.Procedure().Version != 2 {
				t.Errorf("lost %v, clashes %v, version %d: %v", lost, other.Clashes(), other.Procedure().Version, err)
			}
		})
	}
}

// TestMoveThatDoesNotFitIsRefused, and nothing is changed.
func TestMoveThatDoesNotFitIsRefused(t *testing.T) {
	w, two := atQuay(t)
	w.refused(flows.ErrUsage, run.Move{To: procedure(t, "harbour")})
	if _, err := w.Do(true, run.Move{To: w.proc}); err != nil || w.Pending() > 0 {
		t.Errorf("a move to where it is: %v, %d events", err, w.Pending())
	}
	w.must(run.Abandon{Outcome: "x", Why: "y"})
	w.refused(flows.ErrClosed, run.Move{To: two})
}

// TestCopyProvesEveryVersion: without one of its versions, or with another, a moved
// run is not taken in.
func TestCopyProvesEveryVersion(t *testing.T) {
	w, two := atQuay(t)
	w.must(run.Move{To: two})
	w.flush()
	for name, tt := range map[string]struct {
		documents map[string][]byte
		code      string
	}{
		"both":      {stored(w.proc, two), ""},
		"the first": {stored(w.proc), "copy.procedure"},
		"the other": {stored(two), "copy.procedure"},
		"swapped":   {map[string][]byte{w.proc.Digest: two.Bytes(), two.Digest: w.proc.Bytes()}, "copy.procedure"},
		"one more":  {stored(w.proc, two, procedure(t, "harbour")), "copy.procedure"},
	} {
		if _, err := run.NewCopy(w.env, w.Events(), tt.documents, flows.Decode); asRefusal(err).Message.Code != tt.code || (tt.code == "") != (err == nil) {
			t.Errorf("%s: %v, want %s", name, err, tt.code)
		}
	}
}
