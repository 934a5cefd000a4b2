package run_test

import (
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// TestWhatManyFindingsHoldUp has one check find the same under an item that
// takes the check's levels, one that caps them, and one with levels of its own.
func TestWhatManyFindingsHoldUp(t *testing.T) {
	levels := map[string]flows.Level{"broken": flows.Must, "odd": flows.Warn, "note": flows.Tell}
	for _, tt := range []struct {
		status            string
		counts            map[string]int
		strict, mild, own flows.Level
	}{
		{"failed", map[string]int{"broken": 2, "odd": 0, "note": 0}, "must", "warn", "tell"},
		{"failed", map[string]int{"broken": 1, "odd": 7, "note": 1}, "must", "warn", "must"},
		{"warned", map[string]int{"broken": 0, "odd": 7, "note": 0}, "warn", "warn", "must"},
		{"passed", map[string]int{"broken": 0, "odd": 0, "note": 9}, "", "", "warn"},
		{"passed", map[string]int{"broken": 0, "odd": 0, "note": 0}, "", "", ""},
		{"unknown", map[string]int{"note": 1}, "must", "warn", "warn"},
	} {
		w := newWorldOf(t, "counts")
		w.must(run.Answer{At: flows.At("held"), Value: "Nordkai"})
		for item, want := range map[flows.Address]flows.Level{flows.At("compare.strict"): tt.strict, flows.At("compare.mild"): tt.mild, flows.At("compare.own"): tt.own} {
			w.must(run.RecordCheck{At: item, Result: run.CheckResult{
				Status: tt.status, Message: flows.Said("3 to look at"), Counts: tt.counts, Levels: levels, Report: &run.File{Name: "r", Sum: "ab", Size: 1},
			}})
			var got run.ProblemView
			for _, p := range w.resume().item(item.String()).Problems {
				got = p
			}
			if got.Level != want || got.Acceptable != (want == flows.Warn || want != "" && tt.status == "unknown") || want != "" && words.Say("en", got.Message) != "3 to look at" {
				t.Errorf("%s %v: %s holds up %+v, want %q", tt.status, tt.counts, item, got, want)
			}
			if got.Code == "passed" {
				t.Errorf("%s %v: a problem with the code passed", tt.status, tt.counts)
			}
		}
	}
}

// TestAReasonHoldsForOneResult: what was accepted of a comparison is to be
// accepted again of the next.
func TestAReasonHoldsForOneResult(t *testing.T) {
	w := newWorldOf(t, "counts")
	result := run.CheckResult{Status: "warned", Counts: map[string]int{"odd": 3}, Levels: map[string]flows.Level{"odd": flows.Warn}}
	w.must(run.RecordCheck{At: flows.At("compare.strict"), Result: result}, run.Accept{Step: "compare", Problem: "strict.warned", Why: "seen"})
	if got := w.item("compare.strict").Problems[0].Accepted; got == nil || *got != "seen" {
		t.Fatalf("accepted: %v", got)
	}
	result.Counts = map[string]int{"odd": 4}
	w.must(run.RecordCheck{At: flows.At("compare.strict"), Result: result})
	if got := w.item("compare.strict").Problems[0].Accepted; got != nil {
		t.Errorf("another result is accepted for %q", *got)
	}
}
