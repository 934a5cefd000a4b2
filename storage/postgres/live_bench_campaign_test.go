//go:build campaign

package postgres_test

import (
	"context"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
	"lotse/storage/storetest"
)

// BenchmarkWatch is from the beginning of an answer's save until another member's program
// is told of it and has read it, beside a bare write that notifies and a bare LISTEN, on
// the same server in the same run. Both writes are committed to the disk.
func BenchmarkWatch(b *testing.B) {
	c := pgtest.Shared(b)
	name := c.Database(b)
	baseline := bareNotify(b, c, name)
	open := func(who string) *postgres.DB {
		c.Member(b, name, who, run.Consultant, "north")
		db, err := postgres.Open(b.Context(), c.URL(who, name), postgres.Options{Dir: b.TempDir()})
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { _ = db.Close() })
		return db
	}
	anna, ben := open("Anna"), open("Ben")
	customer, err := anna.AddCustomer(b.Context(), run.Customer{Name: "Muster GmbH"})
	if err != nil {
		b.Fatal(err)
	}
	told := make(chan run.Written, 100)
	ctx, stop := context.WithCancel(b.Context())
	defer stop()
	go func() { _ = ben.Watch(ctx, func(w run.Written) { told <- w }) }()
	<-told
	l := storetest.NewLog("bench", customer)
	l.At = time.Now()
	next := func() run.Batch {
		l.Answer("name", "Aurora")
		return l.Batch(int64(len(l.Events)))
	}
	if err := anna.Append(b.Context(), next()); err != nil {
		b.Fatal(err)
	}
	leave, err := ben.Enter(b.Context(), "bench") // as whoever has it on the screen
	if err != nil {
		b.Fatal(err)
	}
	defer leave()
	<-told
	var spent, saved, read, base time.Duration
	for b.Loop() {
		batch := next()
		start := time.Now()
		if err := anna.Append(b.Context(), batch); err != nil {
			b.Fatal(err)
		}
		saved += time.Since(start)
		<-told
		heard := time.Now()
		if _, err := ben.Events(b.Context(), "bench", int64(len(l.Events))-1); err != nil {
			b.Fatal(err)
		}
		read += time.Since(heard)
		spent += time.Since(start)
		base += baseline()
	}
	each := func(d time.Duration) float64 { return float64(d.Microseconds()) / float64(b.N) }
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(each(saved), "µs/append")
	b.ReportMetric(each(spent-saved-read), "µs/from-append-to-tell")
	b.ReportMetric(each(read), "µs/read")
	b.ReportMetric(each(base), "µs/notify")
	b.ReportMetric(float64(spent)/float64(base), "change/notify")
	b.ReportMetric(float64(spent-saved)/float64(base), "after-save/notify")
}

// bareNotify gives the baseline: a row that is written and told of, until it is heard.
func bareNotify(b *testing.B, c *pgtest.Cluster, database string) func() time.Duration {
	c.Exec(b, database, "CREATE TABLE told (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, bytes bytea NOT NULL)")
	var conns [2]*pgx.Conn
	for i := range conns {
		conns[i] = dial(b, c.URL("postgres", database))
	}
	if _, err := conns[1].Exec(b.Context(), "LISTEN bare"); err != nil {
		b.Fatal(err)
	}
	row := make([]byte, 400)
	return func() time.Duration {
		start := time.Now()
		if _, err := conns[0].Exec(b.Context(), "WITH w AS (INSERT INTO told (bytes) VALUES ($1) RETURNING n) SELECT pg_notify('bare', n::text) FROM w", row); err != nil {
			b.Fatal(err)
		}
		if _, err := conns[1].WaitForNotification(b.Context()); err != nil {
			b.Fatal(err)
		}
		return time.Since(start)
	}
}
