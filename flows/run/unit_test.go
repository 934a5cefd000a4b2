package run_test

import (
	"testing"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/run"
)

// What a number counts stands beside it where a person reads it, in their language,
// and neither in the answer nor in what is pasted.
func TestAUnitStandsBesideItsNumber(t *testing.T) {
	w := newWorldOf(t, "quay")
	w.must(run.Answer{At: flows.At("stay"), Value: "36,5 Hours"})
	iv := w.item("ship.stay")
	if iv.Value != 36.5 || len(iv.Problems) > 0 {
		t.Fatalf("it is kept as %v with %v", iv.Value, iv.Problems)
	}
	for lang, want := range map[string]string{"en": "36.5 hours", "de": "36,5 Stunden"} {
		f := w.ViewIn(lang, w.now).Step("ship").Item("stay").Item.Field
		if got := document.Show(lang, f, iv.Value); got != want {
			t.Errorf("in %s it is shown as %q", lang, got)
		}
	}
	if got := w.item("ship.text-1").Item.Text.Body; got != "The ship stays 36.5 hours." {
		t.Errorf("a text has %q", got)
	}
	if got, _, err := w.view().Copy(w.item("ship.query")); got != "stay=36.5" || err != nil {
		t.Errorf("it is copied as %q, %v", got, err)
	}
	w.must(run.Answer{At: flows.At("stay"), Value: "two hours"})
	if p := w.item("ship.stay").Problems; len(p) != 1 || p[0].Code != "number" {
		t.Errorf("what is no number has %+v", p)
	}
}
