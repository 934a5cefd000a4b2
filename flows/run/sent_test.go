package run_test

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// sent is a letter that went out with the base's name and the rows in it.
var sent = append(slices.Clone(onePlain), run.RecordCheck{At: flows.At("compare.equal"), Result: run.CheckResult{Status: "failed"}}, run.RecordSent{At: flows.At("change.letter"), How: "by mail", Text: "Moin, Nordkai", Read: []string{"name", "people"}})

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
			w.must(run.RecordSent{At: flows.At("change.letter"), How: "once more", Text: "Moin again", Read: []string{"name"}})
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

// TestALetterIsKeptAsItWasSent: its text stays what it was when answers change,
// another version stands beside it, and an older event has none.
func TestALetterIsKeptAsItWasSent(t *testing.T) {
	w := newWorld(t)
	w.must(sent...)
	w.must(run.Answer{At: flows.At("name"), Value: "Südkai"})
	w.must(run.RecordSent{At: flows.At("change.letter"), How: "once more", Text: "Moin, Südkai", Read: []string{"name"}})
	w.flush()
	w.Session = w.resume().Session
	letters := run.LettersSent(w.Events())
	var texts []string
	for _, l := range letters {
		texts = append(texts, l.Text)
		if sum := sha256.Sum256([]byte(l.Text)); !l.Kept || l.Sum != hex.EncodeToString(sum[:]) || l.At != flows.At("change.letter") || l.By != "Kim" || l.When.IsZero() || w.Events()[l.Seq-1].Kind != run.EventSent {
			t.Errorf("%+v", l)
		}
	}
	if !slices.Equal(texts, []string{"Moin, Nordkai", "Moin, Südkai"}) {
		t.Errorf("letters %q", texts)
	}
	old := run.Event{Kind: run.EventSent, Data: []byte(`{"item":"change.letter","how":"mail","sha256":"5e7"}`)}
	if got := run.LettersSent([]run.Event{old, {Kind: run.EventSent}, {Kind: run.EventNoted, Data: []byte(`{}`)}}); len(got) != 1 || got[0].Kept || got[0].Sum != "5e7" {
		t.Errorf("of older events: %+v", got)
	}
}

// TestAChangedLetterIsFound, and one that is gone, but not that an older event
// keeps none.
func TestAChangedLetterIsFound(t *testing.T) {
	w := newWorld(t)
	w.must(sent...)
	w.flush()
	h := w.View(w.now).Header
	for name, tc := range map[string]struct {
		content []byte
		code    string
	}{
		"as it was": {[]byte("Moin, Nordkai"), ""}, "changed": {[]byte("Moin, Nordka1"), "chain.letter"}, "gone": {nil, "chain.letter"},
	} {
		events := slices.Clone(w.Events())
		events[len(events)-1].Content = tc.content
		v := run.Verify(h, events)
		if v.Intact != (tc.code == "") || v.Fault != nil && v.Fault.What.Code != tc.code {
			t.Errorf("%s: %+v", name, v.Fault)
		}
	}
}

// TestAnErasureTakesLettersThatHoldTheAnswer, and no other.
func TestAnErasureTakesLettersThatHoldTheAnswer(t *testing.T) {
	for item, want := range map[string]int{"base.name": 0, "people": 0, "base.colour": 1, "change.letter": 0} {
		t.Run(item, func(t *testing.T) {
			w := newWorld(t)
			w.must(sent...)
			w.must(run.Answer{At: flows.At("colour"), Value: "green"})
			w.flush()
			at := flows.At(item)
			if item == "people" {
				step, _, err := w.Resolve(at)
				if err != nil {
					t.Fatal(err)
				}
				at.Step = step.ID
			}
			if _, err := w.Redact(t.Context(), at, "they asked"); err != nil {
				t.Fatal(err)
			}
			if got := len(run.LettersSent(w.Events())); got != want {
				t.Errorf("%d letters are left, want %d", got, want)
			}
			if v := run.Verify(w.View(w.now).Header, w.Events()); !v.Intact {
				t.Errorf("the chain: %+v", v.Fault)
			}
		})
	}
}
