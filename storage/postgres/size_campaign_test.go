//go:build campaign

package postgres_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
	"lotse/storage/storetest"
)

// BenchmarkSize is what a run, and an answer in it, take on the server's disk: with all
// indexes, the texts that are looked through, and what saving leaves behind.
func BenchmarkSize(b *testing.B) {
	c := pgtest.Shared(b)
	name := c.Database(b)
	c.Member(b, name, "Erika Muster", run.Consultant, "north")
	db := as(b, c, "Erika Muster", name)
	muster, err := db.AddCustomer(b.Context(), run.Customer{Name: "Muster GmbH"})
	if err != nil {
		b.Fatal(err)
	}
	empty, logs := size(b, c, name), []*storetest.Log{}
	for b.Loop() {
		l := storetest.NewLog(fmt.Sprintf("bench%d", len(logs)), muster)
		l.At = time.Now()
		l.Answer("name", "Muster GmbH")
		save(b, db, l, nil)
		logs = append(logs, l)
	}
	begun := size(b, c, name)
	const answers = 40
	for i, l := range logs {
		var texts []string
		for j := range answers {
			texts = append(texts, fmt.Sprintf("Musterstraße %d, 12345 Musterstadt, order %d", j, i*answers+j))
			l.Answer("name", texts[j])
			save(b, db, l, texts)
		}
	}
	full, n := size(b, c, name), float64(len(logs))
	b.ReportMetric(0, "ns/op")
	b.ReportMetric((begun-empty)/n, "bytes/run")
	b.ReportMetric((full-begun)/n/answers, "bytes/answer")
}

// save appends the last event of a log.
func save(b *testing.B, db *postgres.DB, l *storetest.Log, texts []string) {
	b.Helper()
	batch := l.Batch(int64(len(l.Events)))
	batch.Index = storetest.Index("Muster GmbH", "teccom-import", texts...)
	if err := db.Append(b.Context(), batch); err != nil {
		b.Fatal(err)
	}
}

// size is that of a team's tables, after what the server does by itself.
func size(b *testing.B, c *pgtest.Cluster, database string) (n float64) {
	b.Helper()
	c.Exec(b, database, "VACUUM ANALYZE")
	conn, err := pgx.Connect(b.Context(), c.URL("postgres", database))
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = conn.Close(b.Context()) }()
	if err := conn.QueryRow(b.Context(), `SELECT sum(pg_total_relation_size(c.oid))::float8 FROM pg_class c
		JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'lotse' AND c.relkind = 'r'`).Scan(&n); err != nil {
		b.Fatal(err)
	}
	return n
}
