package sqlite_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"lotse/flows/run"
	"lotse/storage/sqlite"
	"lotse/storage/storetest"
)

var benchRuns = flag.Int("bench.runs", 10_000, "runs in the store of the benchmarks of pages and appends")

// BenchmarkAppend is one event made durable, beside one 4 KiB write made
// durable in the same run.
func BenchmarkAppend(b *testing.B) {
	db, _ := filled(b, *benchRuns)
	baseline := syncedWrites(b)
	l := storetest.NewLog("bench", mustCustomer(b, db))
	l.At = time.Now()
	var spent, base time.Duration
	for b.Loop() {
		l.Answer("name", "Muster GmbH, Musterstraße 1, 12345 Musterstadt")
		batch := l.Batch(int64(len(l.Events)))
		if len(l.Events) == 1 {
			batch = l.Batch(1)
		}
		batch.Index = storetest.Index("Muster GmbH", "teccom-import", "Musterstraße 1, 12345 Musterstadt", "erika@example.org")
		start := time.Now()
		if err := db.Append(ctx, batch); err != nil {
			b.Fatal(err)
		}
		spent += time.Since(start)
		start = time.Now()
		baseline()
		base += time.Since(start)
	}
	report(b, spent, base, "append", "fdatasync")
}

// syncedWrites gives the baseline: a 4 KiB write, then fdatasync.
func syncedWrites(b *testing.B) func() {
	f, err := os.Create(filepath.Join(b.TempDir(), "baseline"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = f.Close() })
	page := make([]byte, 4096)
	var at int64
	return func() {
		if _, err := f.WriteAt(page, at); err != nil {
			b.Fatal(err)
		}
		if err := datasync(f); err != nil {
			b.Fatal(err)
		}
		at += 4096
	}
}

func report(b *testing.B, spent, base time.Duration, what, baseline string) {
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(spent.Microseconds())/float64(b.N), "µs/"+what)
	b.ReportMetric(float64(base.Microseconds())/float64(b.N), "µs/"+baseline)
	b.ReportMetric(float64(spent)/float64(base), what+"/"+baseline)
}

// BenchmarkLoad reads a run of 2,000 events, beside reading the same bytes from
// a file.
func BenchmarkLoad(b *testing.B) {
	db := open(b, filepath.Join(b.TempDir(), "lotse.db"))
	l := storetest.NewLog("bench", mustCustomer(b, db))
	size := 0
	for i := range 2000 {
		e := l.Answer("name", fmt.Sprintf("Muster GmbH, Musterstraße %d", i))
		size += len(e.Data) + 200
	}
	if err := db.Append(ctx, l.Batch(1)); err != nil {
		b.Fatal(err)
	}
	file := filepath.Join(b.TempDir(), "baseline")
	if err := os.WriteFile(file, make([]byte, size), 0o600); err != nil {
		b.Fatal(err)
	}
	var spent, base time.Duration
	for b.Loop() {
		start := time.Now()
		events, err := db.Events(ctx, "bench", 0)
		if err != nil || len(events) != 2000 {
			b.Fatal(len(events), err)
		}
		spent += time.Since(start)
		start = time.Now()
		if _, err := os.ReadFile(file); err != nil {
			b.Fatal(err)
		}
		base += time.Since(start)
	}
	report(b, spent, base, "load", "read")
}

// BenchmarkPage reads the first page of 25 runs and the last, one beside the
// other.
func BenchmarkPage(b *testing.B) {
	db, pages := filled(b, *benchRuns)
	for name, q := range map[string]run.Query{
		"all":    {Limit: 25},
		"status": {Limit: 25, Status: []run.Status{run.StatusOpen, run.StatusWaiting}},
	} {
		b.Run(name, func(b *testing.B) {
			far := after(b, db, q, pages)
			var first, last time.Duration
			for b.Loop() {
				first += timed(b, db, q)
				last += timed(b, db, far)
			}
			report(b, last, first, "last", "first")
		})
	}
}

// after is a query for the page after n pages, or for the last.
func after(b *testing.B, db *sqlite.DB, q run.Query, n int) run.Query {
	b.Helper()
	for range n {
		p, err := db.Headers(ctx, q)
		if err != nil {
			b.Fatal(err)
		}
		if p.Next == "" {
			break
		}
		q.After = p.Next
	}
	return q
}

func timed(b *testing.B, db *sqlite.DB, q run.Query) time.Duration {
	start := time.Now()
	p, err := db.Headers(ctx, q)
	if err != nil || len(p.Runs) == 0 {
		b.Fatal(len(p.Runs), err)
	}
	return time.Since(start)
}

// BenchmarkOpen opens a store, reads the first page and closes it, beside
// starting with an empty one.
func BenchmarkOpen(b *testing.B) {
	db, _ := filled(b, *benchRuns)
	full, empty := db.Path(), filepath.Join(b.TempDir(), "lotse.db")
	opened := func(path string) time.Duration {
		start := time.Now()
		db, err := sqlite.Open(ctx, path, sqlite.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := db.Headers(ctx, run.Query{Limit: 25}); err != nil {
			b.Fatal(err)
		}
		if err := db.Close(); err != nil {
			b.Fatal(err)
		}
		return time.Since(start)
	}
	opened(empty)
	var spent, base time.Duration
	for b.Loop() {
		spent += opened(full)
		base += opened(empty)
	}
	report(b, spent, base, "full", "empty")
}

// filled is a store with n runs of 100 customers, and how many pages of 25 it has.
func filled(b *testing.B, n int) (*sqlite.DB, int) {
	b.Helper()
	db := open(b, filepath.Join(b.TempDir(), "lotse.db"))
	if err := sqlite.Fill(db, n); err != nil {
		b.Fatal(err)
	}
	return db, (n + 24) / 25
}

func mustCustomer(t testing.TB, db run.Store) run.Customer {
	t.Helper()
	c, err := db.AddCustomer(ctx, run.Customer{Name: "Muster GmbH"})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// BenchmarkFind looks for words that many runs have, that few have, and that none
// has, in texts of a usual size.
func BenchmarkFind(b *testing.B) {
	db, _ := filled(b, *benchRuns)
	for name, text := range map[string]string{"many": "must", "letter": "m", "few": "k7m 42", "one": "k7m4rx77", "none": "nowhere"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := db.Find(ctx, run.FindQuery{Text: text}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkFoundPages reads a page of runs with a word, beside the same page among
// 1,000 runs.
func BenchmarkFoundPages(b *testing.B) {
	many, _ := filled(b, *benchRuns)
	few, _ := filled(b, 1000)
	for name, text := range map[string]string{"word_of_few": "k7m4rx777", "word_of_some": "erika 12", "word_of_many": "30", "word_of_all": "must"} {
		b.Run(name, func(b *testing.B) {
			q := run.Query{Text: text, Status: []run.Status{run.StatusOpen, run.StatusWaiting}}
			timed(b, many, q) // what was written is indexed by whoever looks first
			timed(b, few, q)
			var spent, base time.Duration
			for b.Loop() {
				spent += timed(b, many, q)
				base += timed(b, few, q)
			}
			report(b, spent, base, "of_many", "of_1000")
		})
	}
}
