package command_test

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/storage/sqlite"
	"lotse/ui/command"
	"lotse/ui/outside"
)

// furnished makes a database with so many runs, of ten customers, each with a file.
func furnished(t testing.TB, path string, runs int) {
	t.Helper()
	ok := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	db, err := sqlite.Open(t.Context(), path, sqlite.Options{})
	ok(err)
	specs := flows.Specs{Checks: check.Specs(), Templates: document.Templates()}
	p, err := flows.Open(os.DirFS("testdata/procedures"), specs).Procedure("pilot")
	ok(err)
	env := run.Env{Now: time.Now, Random: rand.Reader, By: "Erika Muster", Show: document.Show}
	for i := range runs {
		c, err := db.AddCustomer(t.Context(), run.Customer{Name: fmt.Sprintf("Muster %d GmbH", i%10)})
		ok(err)
		f, err := db.Put(t.Context(), "sketch.png", strings.NewReader(fmt.Sprint("sketch ", i)))
		ok(err)
		s, err := run.Create(env, db, run.Start{Procedure: p, Customer: c, Mode: run.Rehearsal, Lang: "en"})
		ok(err)
		_, err = s.Do(true,
			run.Answer{At: flows.At("ship.name"), Value: fmt.Sprintf("Aurora %d", i)}, run.Answer{At: flows.At("ship.purpose"), Value: "cargo"},
			run.Tick{At: flows.At("berth.drawn"), Evidence: &f})
		ok(err)
		ok(s.Flush(t.Context()))
	}
	ok(db.Close())
}

// counted is what copy prints of the runs.
type counted struct {
	Runs struct{ All, New, Same int }
}

func copied(t *testing.T, dir string, args ...string) (c counted, out string) {
	t.Helper()
	b, err := program(t, dir, append([]string{"copy", "--from", "from.db", "--to", "to.db", "--json"}, args...)...).Output()
	if err != nil {
		t.Fatalf("%v: %s", err, b)
	}
	if err := json.Unmarshal(b, &c); err != nil {
		t.Fatal(err)
	}
	return c, string(b)
}

// TestCopyIsKilled kills the copying again and again. Whenever it is, each run is there
// whole or not at all, and the same command goes on.
func TestCopyIsKilled(t *testing.T) {
	const runs = 40
	dir := t.TempDir()
	furnished(t, filepath.Join(dir, "from.db"), runs)
	there, between := 0, 0
	for wait := 30 * time.Millisecond; there < runs; wait += 15 * time.Millisecond {
		cmd := program(t, dir, "copy", "--from", "from.db", "--to", "to.db")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.AfterFunc(wait, func() { _ = cmd.Process.Kill() }) // it may be done, which Wait tells
		_ = cmd.Wait()
		n := wholeRuns(t, filepath.Join(dir, "to.db"))
		if n < there {
			t.Fatalf("%d runs were there, and now %d", there, n)
		}
		if there = n; n > 0 && n < runs {
			between++
		}
	}
	if between == 0 {
		t.Error("it was never cut off between two runs")
	}
	if c, out := copied(t, dir); c.Runs.All != runs || c.Runs.Same != runs || c.Runs.New != 0 {
		t.Errorf("at the end: %s", out)
	}
	if from, to := allEvents(t, filepath.Join(dir, "from.db")), allEvents(t, filepath.Join(dir, "to.db")); !reflect.DeepEqual(from, to) {
		t.Error("the two differ")
	}
}

// wholeRuns counts the runs of a database that is as it should be.
func wholeRuns(t *testing.T, path string) int {
	t.Helper()
	db, err := sqlite.Open(t.Context(), path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	f, err := db.Examine(t.Context())
	if err != nil || len(f.Problems) > 0 {
		t.Fatalf("%v %v", f.Problems, err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return f.Runs
}

func allEvents(t *testing.T, path string) map[string][]run.Event {
	t.Helper()
	db, err := sqlite.Open(t.Context(), path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]run.Event{}
	page, err := db.Headers(t.Context(), run.Query{Limit: 500})
	for _, h := range page.Runs {
		if err == nil {
			all[h.ID], err = db.Events(t.Context(), h.ID, 0)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return all
}

// BenchmarkCopy copies 1,000 runs from file to file, beside bare writes of the same
// files and events in the same run.
func BenchmarkCopy(b *testing.B) {
	const runs = 1000
	dir := b.TempDir()
	furnished(b, filepath.Join(dir, "from.db"), runs)
	from := database(b, filepath.Join(dir, "from.db"))
	var took, bare time.Duration
	for i := 0; b.Loop(); i++ {
		to := database(b, filepath.Join(dir, fmt.Sprintf("bare%d.db", i)))
		began := time.Now()
		writeBare(b, from, to)
		bare += time.Since(began)
		to = database(b, filepath.Join(dir, fmt.Sprintf("to%d.db", i)))
		t := outside.Transfer{From: from, To: to, Env: run.Env{Now: time.Now, Random: rand.Reader, Show: document.Show}, Load: flows.Decode}
		began = time.Now()
		done, err := t.Do(b.Context())
		took += time.Since(began)
		if err != nil || done.Relations[run.CopyNew] != runs {
			b.Fatalf("%+v, %v", done, err)
		}
	}
	b.ReportMetric(float64(took)/float64(bare), "ratio")
	b.ReportMetric(took.Seconds()/float64(b.N), "s/copy")
}

// database is a database with a vault, which is closed at the end.
func database(b *testing.B, path string) run.Archive {
	b.Helper()
	a, err := realStore().Open(b.Context(), path, command.Talk{Tell: func(flows.Message) {}})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := a.Close(); err != nil {
			b.Error(err)
		}
	})
	return a
}

// writeBare writes all events and files, without a look at them.
func writeBare(b *testing.B, from, to run.Archive) {
	b.Helper()
	ctx := b.Context()
	for q := (run.Query{Limit: 500}); ; {
		page, err := from.Headers(ctx, q)
		if err != nil {
			b.Fatal(err)
		}
		for _, h := range page.Runs {
			events, err := from.Events(ctx, h.ID, 0)
			if err != nil {
				b.Fatal(err)
			}
			batch := run.Batch{Header: h, Events: events, Customer: &h.Customer}
			if batch.Documents, err = run.Documents(ctx, from, h, events); err != nil {
				b.Fatal(err)
			}
			for i := range events {
				for _, sum := range events[i].Files() {
					f, err := from.Open(ctx, sum)
					if err == nil {
						_, err = to.PutLarge(ctx, sum, f.Size(), f)
						err = errors.Join(err, f.Close())
					}
					if err != nil {
						b.Fatal(err)
					}
				}
			}
			if err := to.Append(ctx, batch); err != nil {
				b.Fatal(err)
			}
		}
		if page.Next == "" {
			return
		}
		q.After = page.Next
	}
}
