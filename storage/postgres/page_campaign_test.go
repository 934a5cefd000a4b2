//go:build campaign

package postgres_test

import (
	"testing"
	"time"

	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/storetest"
)

// BenchmarkPages reads the desk's page among 100,000 runs, beside the same page among
// 1,000, for a consultant who sees half of them.
func BenchmarkPages(b *testing.B) {
	no := false
	desk := run.Query{Status: []run.Status{run.StatusOpen, run.StatusWaiting}, Aside: &no}
	with := func(change func(*run.Query)) run.Query {
		q := desk
		change(&q)
		return q
	}
	by := storetest.Epoch.Add(1000 * time.Hour)
	open := func(n int) *postgres.DB {
		c, database := seeded(b, n)
		return as(b, c, consultant, database)
	}
	many, few := open(100_000), open(1000)
	for _, bb := range []struct {
		name string
		q    run.Query
	}{
		{"by_change", desk},
		{"by_due", with(func(q *run.Query) { q.Order = run.ByDue })},
		{"by_customer", with(func(q *run.Query) { q.Order = run.ByCustomer })},
		{"by_procedure", with(func(q *run.Query) { q.Order = run.ByProcedure })},
		{"due", with(func(q *run.Query) { q.DueBy = &by })},
		{"customer", with(func(q *run.Query) { q.Customer = "c12" })},
		{"word_of_few", with(func(q *run.Query) { q.Text = "k7m4rx00077" })},    // of ten runs
		{"word_of_some", with(func(q *run.Query) { q.Text = "erika12" })},       // of one of a hundred
		{"word_of_many", with(func(q *run.Query) { q.Text = "30" })},            // of one of 31: of 100,000 just too many to be counted
		{"word_of_the_last", with(func(q *run.Query) { q.Text = "erstwhile" })}, // of 5,000, which all stand at the end
		{"word_of_half", with(func(q *run.Query) { q.Text = "word12" })},
		{"word_of_all", with(func(q *run.Query) { q.Text = "must" })},
	} {
		b.Run(bb.name, func(b *testing.B) {
			for range 10 { // until connections and plans are as they stay
				timedPage(b, many, bb.q)
				timedPage(b, few, bb.q)
			}
			var spent, base time.Duration
			for b.Loop() {
				spent += timedPage(b, many, bb.q)
				base += timedPage(b, few, bb.q)
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(spent.Microseconds())/float64(b.N), "µs/of_100000")
			b.ReportMetric(float64(base.Microseconds())/float64(b.N), "µs/of_1000")
			b.ReportMetric(float64(spent)/float64(base), "of_100000/of_1000")
		})
	}
}

func timedPage(b *testing.B, db *postgres.DB, q run.Query) time.Duration {
	b.Helper()
	start := time.Now()
	if p, err := db.Headers(b.Context(), q); err != nil || len(p.Runs) == 0 {
		b.Fatal(q, len(p.Runs), err)
	}
	return time.Since(start)
}
