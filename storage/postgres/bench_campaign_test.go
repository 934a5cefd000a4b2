//go:build campaign

package postgres_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"lotse/flows/run"
	"lotse/storage/postgres/pgtest"
	"lotse/storage/storetest"
)

// BenchmarkAppend is one answer saved, as a consultant, in a run of whom others look for
// words, beside a bare INSERT with its COMMIT on the same server in the same run.
func BenchmarkAppend(b *testing.B) {
	c := pgtest.Shared(b)
	name := c.Database(b)
	c.Member(b, name, "Erika Muster", run.Consultant, "north")
	db := as(b, c, "Erika Muster", name)
	baseline := bareInserts(b, c, name)
	muster, err := db.AddCustomer(b.Context(), run.Customer{Name: "Muster GmbH"})
	if err != nil {
		b.Fatal(err)
	}
	l := storetest.NewLog("bench", muster)
	l.At = time.Now()
	others := make([]string, 40) // answers that were given before
	for i := range others {
		others[i] = fmt.Sprintf("Aurora %d GmbH, order %d of the 21st of November", i, 1000+i)
	}
	var spent, base time.Duration
	for i := 0; b.Loop(); i++ {
		street := fmt.Sprintf("Musterstraße %d, 12345 Musterstadt", i)
		l.Answer("name", street)
		batch := l.Batch(int64(len(l.Events)))
		batch.Index = storetest.Index("Muster GmbH", "teccom-import", append(others, street)...)
		start := time.Now()
		if err := db.Append(b.Context(), batch); err != nil {
			b.Fatal(err)
		}
		spent += time.Since(start)
		start = time.Now()
		baseline()
		base += time.Since(start)
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(spent.Microseconds())/float64(b.N), "µs/append")
	b.ReportMetric(float64(base.Microseconds())/float64(b.N), "µs/insert")
	b.ReportMetric(float64(spent)/float64(base), "append/insert")
}

// bareInserts gives the baseline: an INSERT and its COMMIT, in one round trip, of about
// what an event has.
func bareInserts(b *testing.B, c *pgtest.Cluster, database string) func() {
	c.Exec(b, database, "CREATE TABLE baseline (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, bytes bytea NOT NULL)")
	conn, err := pgx.Connect(b.Context(), c.URL("postgres", database))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = conn.Close(b.Context()) })
	row := make([]byte, 400)
	return func() {
		if _, err := conn.Exec(b.Context(), "INSERT INTO baseline (bytes) VALUES ($1)", row); err != nil {
			b.Fatal(err)
		}
	}
}
