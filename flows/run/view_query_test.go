package run_test

import (
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestNumber counts the steps that are needed.
func TestNumber(t *testing.T) {
	w := newWorld(t)
	w.must(onePlain...)
	v := w.view()
	if v.Step("special").State != run.NotNeeded || v.Step("beta").State != run.NotNeeded {
		t.Fatal("they are needed")
	}
	for id, want := range map[string]int{"applies": 1, "rows": 3, "special": 0, "beta": 0, "compare": 4, "nobody": 0} {
		if got := v.Number(id); got != want {
			t.Errorf("%s is step %d, want %d", id, got, want)
		}
	}
}

// TestTheCustomersNameIsCleanInTexts, whatever a store has.
func TestTheCustomersNameIsCleanInTexts(t *testing.T) {
	w := newWorld(t)
	c := run.Customer{ID: "c1", Name: "Mus\u202eter\x1b[2J GmbH"} // as an older store may have it
	s, err := run.Create(w.env, w.store, run.Start{Procedure: w.proc, Customer: c, Mode: run.Real, Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	for what, text := range map[string]string{"step": s.View(w.now).Steps[0].Step.Title, "run": s.View(w.now).CurrentTitle} {
		if text != flows.Clean(text) || text == "" {
			t.Errorf("the title of the %s is %q", what, text)
		}
	}
}
