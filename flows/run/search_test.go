package run_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// entries are an index as text: kind, place and text.
func entries(all []run.IndexEntry) []string {
	var lines []string
	for _, e := range all {
		lines = append(lines, fmt.Sprintf("%s|%s|%s", e.Kind, e.At, e.Text))
	}
	return lines
}

// TestIndex: what a person reads of a run is found, with its place: options by
// their labels, rows as a whole, remarks and reasons.
func TestIndex(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.must(
		run.Note{Step: "base", Text: "Calls back\nat noon"},
		run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"code": "p1", "kind": "special"}},
		run.Accept{Step: "rows", Problem: "people[r1].berth.no_berth", Why: "She swims"},
		run.Skip{Step: "compare", Why: "No board there"},
		run.Attach{At: flows.At("base.name"), File: run.File{Sum: strings.Repeat("ab", 32), Name: "gate.png", Size: 3}, Note: "the gate"},
	)
	got := entries(w.Index())
	for _, want := range []string{
		"customer||Muster GmbH", "procedure||A harbour for tests", "answer|applies.applies_to|It does", "answer|base.name|Nordkai",
		"note|base|Calls back at noon", "answer|rows.people[r1]|p1 special", "reason|rows|She swims", "reason|compare|No board there",
		"file|base.name|gate.png", "note|base.name|the gate",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("%s is missing in\n%s", want, strings.Join(got, "\n"))
		}
	}
	w.flush()
	hits, err := w.store.Find(t.Context(), run.FindQuery{Text: "noon"})
	if err != nil || len(hits) != 1 || hits[0].Entry.At != flows.AtStep("base") || hits[0].Run.ID != w.ID() {
		t.Errorf("%+v, %v", hits, err)
	}
}

// TestIndexHasNoSecret whatever a secret's answer is.
func TestIndexHasNoSecret(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.must(run.SetSecret{At: flows.At("pass"), Sealed: &run.Sealed{ID: "sealed-id", Run: w.ID(), Field: "pass", Fingerprint: "finger", Blob: []byte("blob")}})
	for _, line := range entries(w.Index()) {
		if strings.Contains(line, "base.pass") || strings.Contains(line, "sealed-id") || strings.Contains(line, "finger") {
			t.Errorf("a secret stands in the index: %s", line)
		}
	}
}

// TestIndexForgets what was undone, or erased.
func TestIndexForgets(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	w.must(run.Answer{At: flows.At("crew"), Value: "Alma"})
	w.must(run.Undo{})
	w.must(run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"code": "gone", "kind": "plain"}})
	w.flush()
	if _, err := w.Redact(t.Context(), flows.At("people"), "they asked"); err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"alma", "gone"} {
		if hits, err := w.store.Find(t.Context(), run.FindQuery{Text: word}); err != nil || len(hits) > 0 {
			t.Errorf("%s: %+v, %v", word, hits, err)
		}
	}
}

// TestIndexIsLimited: of many rows the first are found, and what people wrote is,
// however much there is of either.
func TestIndexIsLimited(t *testing.T) {
	w := newWorld(t)
	w.must(based...)
	var codes []string
	for i := range 3000 {
		codes = append(codes, fmt.Sprintf("code-%d", i))
	}
	w.must(run.ReplaceRows{List: flows.At("people"), Rows: people(codes...)}, run.Note{Step: "rows", Text: "behind the rows"})
	all := w.Index()
	size := 0
	for _, e := range all {
		size += len(e.Text)
	}
	lines := entries(all)
	if size > 16<<10 || !slices.Contains(lines, "note|rows|behind the rows") || !slices.ContainsFunc(lines, func(s string) bool { return strings.Contains(s, "code-0 ") }) {
		t.Errorf("%d bytes, %d entries", size, len(all))
	}
}
