package run_test

import (
	"errors"
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// types keeps input that is not submitted.
func (w *world) types(at flows.Address) string {
	w.t.Helper()
	u := run.Unsaved{Run: w.ID(), Step: at.Step, Item: at.Item, Row: at.Row, Column: at.Column, Text: "Nord"}
	if err := w.store.SaveUnsaved(w.t.Context(), u); err != nil {
		w.t.Fatal(err)
	}
	return u.Item + u.Row + u.Column
}

// typed holds what input is kept.
func (w *world) typed(want ...string) {
	w.t.Helper()
	list, err := w.store.Unsaved(w.t.Context(), w.ID())
	if err != nil {
		w.t.Fatal(err)
	}
	var got []string
	for _, u := range list {
		got = append(got, u.Item+u.Row+u.Column)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		w.t.Errorf("typed is %q, want %q", got, want)
	}
}

// TestAnErasureTakesWhatIsTyped at the item, and in a form that asks about it,
// unless it fails.
func TestAnErasureTakesWhatIsTyped(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.must(run.ReplaceRows{List: flows.At("people"), Rows: people("p1", "p2")})
	w.flush()
	step, _, err := w.Resolve(flows.At("people"))
	if err != nil {
		t.Fatal(err)
	}
	list := flows.Address{Step: step.ID, Item: "people"}
	others := []string{w.types(flows.AtStep(list.Step).InForm("skip", "why")), w.types(flows.At("base.name")), w.types(flows.At("base.name").InForm("wait", "why"))}
	all := append(slices.Clone(others), w.types(list), w.types(list.In("p1", "name")), w.types(list.In("", "name")), w.types(list.InForm("evidence", "sentence")))
	w.Session = w.over(&failing{before: 1})
	if _, err := w.Redact(t.Context(), list, "they asked"); !errors.Is(err, errDisk) {
		t.Fatal(err)
	}
	w.flush()
	w.typed(all...)
	if _, err := w.Redact(t.Context(), list, "they asked"); err != nil {
		t.Fatal(err)
	}
	w.typed(others...)
	later := w.types(list.In("p1", "name"))
	w.flush()
	w.typed(append(others, later)...)
}
