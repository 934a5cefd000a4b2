package run_test

import (
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// offered are the values of the options that a field of the quay offers.
func (w *world) offered(item string) []string {
	values := []string{}
	for _, o := range w.item("quay." + item).Item.Field.Options {
		values = append(values, o.Value)
	}
	return values
}

func (w *world) codes(item string) []string {
	var codes []string
	for _, p := range w.item("quay." + item).Problems {
		codes = append(codes, p.Code)
	}
	return codes
}

// An option is offered where its condition is true: not before it is decided.
func TestOptionsThatDependOnAnswers(t *testing.T) {
	w := newWorldOf(t, "quay")
	want := func(when string, quay, helpers []string) {
		t.Helper()
		if got := w.offered("mooring"); !slices.Equal(got, quay) {
			t.Errorf("%s the quays are %v, want %v", when, got, quay)
		}
		if got := w.offered("helpers"); !slices.Equal(got, helpers) {
			t.Errorf("%s the helpers are %v, want %v", when, got, helpers)
		}
	}
	want("at first", []string{}, []string{"tug"})
	if p := w.item("quay.mooring").Problems; len(p) != 1 || p[0].Code != "none_offered" || p[0].Level != flows.Must || words.Say("en", p[0].Message) != "Nothing can be chosen yet: that depends on Cargo." {
		t.Errorf("without an option its problems are %+v", p)
	}
	w.must(run.Answer{At: flows.At("cargo"), Value: "oil"}, run.Answer{At: flows.At("night"), Value: "yes"})
	want("with oil at night", []string{"tank"}, []string{"tug", "lamp"})
	if got := w.codes("mooring"); !slices.Equal(got, []string{"required"}) {
		t.Errorf("with an option the problems are %v", got)
	}
	if o := w.item("quay.mooring").Item.Field.Options[0]; o.Label != "The tank for Muster GmbH" {
		t.Errorf("it is labelled %q", o.Label)
	}
}

// One that is not offered is no answer that is read, whoever gives it; it is kept,
// and holds the step until it is offered or another is chosen.
func TestAnOptionThatIsNotOffered(t *testing.T) {
	w := newWorldOf(t, "quay")
	w.must(run.Answer{At: flows.At("mooring"), Value: "The silo"})
	if iv := w.item("quay.mooring"); iv.Value != "silo" || !slices.Equal(w.codes("mooring"), []string{"not_offered"}) || iv.Item.Field.Show(iv.Value) != "The silo" {
		t.Errorf("answered too early it is %v with %v", iv.Value, w.codes("mooring"))
	}
	w.must(run.Answer{At: flows.At("cargo"), Value: "grain"})
	if len(w.codes("mooring")) > 0 {
		t.Errorf("once it is offered its problems are %v", w.codes("mooring"))
	}
	w.must(run.Answer{At: flows.At("cargo"), Value: "oil"}, run.Answer{At: flows.At("mooring"), Value: "tank"}, run.Tick{At: flows.At("quay.moored")})
	w.must(run.Answer{At: flows.At("night"), Value: "yes"}, run.Answer{At: flows.At("helpers"), Value: "lamp"}, run.Complete{Step: "ship"}, run.Complete{Step: "quay"})
	w.wantState("quay", run.Done)

	// What would be lost is told before.
	out, err := w.Do(false, run.Answer{At: flows.At("cargo"), Value: "none"})
	if err == nil {
		t.Fatalf("nobody is asked: %+v", out)
	}
	effects := map[run.Effect][]string{}
	for _, c := range out.Ripple {
		effects[c.Effect] = append(effects[c.Effect], c.Items...)
	}
	if !slices.Contains(effects[run.LookAgain], "mooring") || !slices.Contains(effects[run.Void], "moored") {
		t.Errorf("the change means %+v", out.Ripple)
	}
	w.must(run.Answer{At: flows.At("cargo"), Value: "none"})
	iv := w.item("quay.mooring")
	if iv.Value != "tank" || !slices.Contains(w.codes("mooring"), "not_offered") || w.item("quay.moored").State == run.Applies {
		t.Errorf("the answer is %v with %v, and what reads it %s", iv.Value, w.codes("mooring"), w.item("quay.moored").State)
	}
	w.wantState("quay", run.Stale)
	w.must(run.Answer{At: flows.At("night"), Value: "no"})
	if !slices.Contains(w.codes("helpers"), "not_offered") {
		t.Errorf("one of several that is not offered: %v", w.codes("helpers"))
	}
	w.must(run.Answer{At: flows.At("mooring"), Value: "free"}, run.Answer{At: flows.At("helpers"), Value: "tug"}, run.Complete{Step: "quay"})
	w.wantState("quay", run.Done)
}
