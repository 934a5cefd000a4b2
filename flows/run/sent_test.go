package run_test

import (
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// sent is a letter that went out with the base's name and the rows in it.
var sent = append(slices.Clone(onePlain), run.RecordCheck{At: flows.At("compare.equal"), Result: run.CheckResult{Status: "failed"}}, run.RecordSent{At: flows.At("change.letter"), How: "by mail", Sum: "5e7", Read: []string{"name", "people"}})

func TestASentDraftIsStaleWhenAnAnswerInItChanges(t *testing.T) {
	changes := map[string]run.Command{
		"field":    run.Answer{At: flows.At("name"), Value: "Südkai"},
		"cell":     run.SetCell{At: flows.At("people").In("r1", "code"), Value: "p9"},
		"new row":  run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"code": "p2", "kind": "plain"}},
		"lost row": run.RemoveRow{At: flows.At("people").In("r1", "")},
	}
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.must(sent...)
			if got := w.item("change.letter").Status; got != "sent" {
				t.Fatalf("status %q", got)
			}
			out := w.refused(flows.ErrRipple, change)
			if got := effects(out.Ripple)["change look_again"]; !slices.Contains(got, "letter") {
				t.Fatalf("ripple %+v", out.Ripple)
			}
			w.must(change)
			if got := w.item("change.letter"); got.Status != "stale" || !got.LookAgain {
				t.Errorf("status %q, look again %v", got.Status, got.LookAgain)
			}
			w.must(run.RecordSent{At: flows.At("change.letter"), How: "once more", Sum: "6f8", Read: []string{"name"}})
			if got := w.item("change.letter"); got.Status != "sent" || got.LookAgain || got.Note != "once more" {
				t.Errorf("sent again: %+v", got)
			}
			w.wantSame()
		})
	}
}

func TestASentDraftStandsWhenWhatChangesIsNotInIt(t *testing.T) {
	w := newWorld(t)
	w.must(sent...)
	if out, err := w.Do(false, run.Answer{At: flows.At("colour"), Value: "green"}); err != nil {
		t.Fatalf("%v: %+v", err, out.Ripple)
	}
	if got := w.item("change.letter").Status; got != "sent" {
		t.Errorf("status %q", got)
	}
}

func TestAnUnsentDraftMakesNoRipple(t *testing.T) {
	w := newWorld(t)
	w.must(sent[:len(sent)-1]...)
	if got := w.item("change.letter").Status; got != "unknown" {
		t.Errorf("status %q", got)
	}
	out, err := w.Do(false, run.Answer{At: flows.At("name"), Value: "Südkai"})
	if got := effects(out.Ripple)["change look_again"]; err != nil || slices.Contains(got, "letter") {
		t.Errorf("ripple %+v, %v", out.Ripple, err)
	}
}

func TestASentDraftNamesOnlyWhatThereIs(t *testing.T) {
	w := newWorld(t)
	w.must(sent[:len(sent)-1]...)
	w.refused(flows.ErrNotFound, run.RecordSent{At: flows.At("change.letter"), How: "by mail", Read: []string{"nobody"}})
}
