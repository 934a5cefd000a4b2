package walk

import (
	"context"
	"math/rand/v2"
	"testing"
	"testing/fstest"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/storetest"
)

const berths = `procedure: berths
version: 1
title: Berths
summary: Every berth is probed.
steps:
  - id: all
    title: Berths
    items:
      - {list: berths, label: Berths, columns: [{field: berth, label: Berth, type: text}]}
      - {check: deep, run: probe, each: berths, with: {must: .berth}, label: "{{ .berth }} is deep"}
`

// berthed is the dialogue about a run with three berths, with nothing to save.
func berthed(t *testing.T) (*Walk, *run.Session) {
	t.Helper()
	p, err := flows.Open(fstest.MapFS{"berths.yaml": {Data: []byte(berths)}}, specs).Procedure("berths")
	if err != nil {
		t.Fatal(err)
	}
	now := func() time.Time { return time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC) }
	store := storetest.NewMemory()
	c, err := store.AddCustomer(context.Background(), run.Customer{ID: "c", Name: "C"})
	if err != nil {
		t.Fatal(err)
	}
	s, err := run.Create(run.Env{Now: now, Random: rand.NewChaCha8([32]byte{}), By: "Ann"}, store, run.Start{Procedure: p, Customer: c, Mode: run.Real, Lang: "en"})
	if err != nil {
		t.Fatal(err)
	}
	for _, berth := range []string{"A1", "B2", "C3"} {
		if _, err := s.Do(true, run.AddRow{List: flows.At("berths"), Cells: map[string]flows.Value{"berth": berth}}); err != nil {
			t.Fatal(err)
		}
	}
	f := page()
	f.Now = now
	if err := s.Flush(context.Background()); err != nil {
		t.Fatal(err)
	}
	return New(s, f, nil), s
}

// runsNext is the check that a turn runs, at once or when what was recorded is
// saved; "" for none.
func runsNext(w *Walk, s *run.Session, t Turn) string {
	all := t.Do
	if s.Pending() > 0 {
		all = append(all, w.Saved(s.Flush(context.Background())).Do...)
	}
	for _, d := range all {
		if c, is := d.(RunCheck); is {
			return c.At.String()
		}
	}
	return ""
}

func result(at, status string) run.RecordCheck {
	return run.RecordCheck{At: flows.At(at), Result: run.CheckResult{Status: status}}
}

// A check that repeats runs in all rows without a valid result, the one that has the
// focus first; one that is cancelled ends it.
func TestCheckRows(t *testing.T) {
	w, s := berthed(t)
	want := func(turn Turn, at string) {
		t.Helper()
		if got := runsNext(w, s, turn); got != at {
			t.Errorf("next runs %q, want %q", got, at)
		}
	}
	want(w.CheckRows(flows.At("all.deep[r2]").AsItem()), "all.deep[r2]")
	want(w.Checked(result("all.deep[r2]", "passed"), nil), "all.deep[r1]")
	want(w.Checked(run.RecordCheck{}, context.Canceled), "")
	want(w.CheckRows(flows.At("all.deep[r1]").AsItem()), "all.deep[r1]")
	want(w.Checked(result("all.deep[r1]", "failed"), nil), "all.deep[r3]")
	want(w.Checked(result("all.deep[r3]", "passed"), nil), "")
	want(w.Check(flows.At("all.deep[r2]").AsItem()), "all.deep[r2]")
	want(w.Checked(result("all.deep[r2]", "passed"), nil), "")
}
