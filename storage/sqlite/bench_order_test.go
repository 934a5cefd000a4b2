package sqlite_test

import (
	"testing"
	"time"

	"lotse/flows/run"
)

// BenchmarkOrders reads the first page of 50 runs and one far down in every order,
// one beside the other.
func BenchmarkOrders(b *testing.B) {
	db, _ := filled(b, *benchRuns)
	no := false
	for _, o := range run.Orders {
		b.Run("by_"+string(o), func(b *testing.B) {
			q := run.Query{Order: o, Status: []run.Status{run.StatusOpen}, Aside: &no}
			far := after(b, db, q, 100)
			var first, last time.Duration
			for b.Loop() {
				first += timed(b, db, q)
				last += timed(b, db, far)
			}
			report(b, last, first, "far", "first")
		})
	}
}
