//go:build campaign

package postgres_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
	"lotse/storage/storetest"
)

// worked is a database with runs of one of two teams.
func worked(t *testing.T) (c *pgtest.Cluster, database string) {
	t.Helper()
	c = pgtest.Shared(t)
	database = c.Database(t)
	c.Member(t, database, lead, run.Lead)
	c.Member(t, database, consultant, run.Consultant, "north")
	c.Member(t, database, reader, run.Reader, "south")
	c.Member(t, database, auditor, run.Auditor)
	db := as(t, c, consultant, database)
	customer, err := db.AddCustomer(t.Context(), run.Customer{Name: "Muster GmbH"})
	if err != nil {
		t.Fatal(err)
	}
	file, err := db.Put(t.Context(), "order.pdf", strings.NewReader("%PDF-1.7"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range 250 { // more than are read at once
		l := storetest.NewLog(fmt.Sprintf("r%03d", i), customer)
		l.Add(run.EventStarted, map[string]int{"i": i})
		if i == 7 {
			l.Add(run.EventTicked, map[string]any{"item": "client.sent", "evidence": file})
		}
		if err := db.Append(t.Context(), l.Batch(1)); err != nil {
			t.Fatal(err)
		}
	}
	return c, database
}

// TestExamineFinds finds each kind of damage, and tells it of runs that one may see.
func TestExamineFinds(t *testing.T) {
	c, database := worked(t)
	all := as(t, c, auditor, database)
	if f := examined(t, all); len(f.Problems) > 0 || f.Runs != 250 || f.Events != 251 || f.Version != 1 ||
		f.Facts["evidence_files"] != "1" || !strings.HasPrefix(f.Facts["postgresql"], "1") || f.Facts["size"] == "" {
		t.Errorf("of what is whole: %+v", f)
	}
	for _, tt := range []struct{ want, sql string }{
		{"store.chain", "UPDATE lotse.events SET data = '{}' WHERE run = 'r220'"},
		{"store.run_damaged", "UPDATE lotse.runs SET progress = 'x' WHERE id = 'r003'"},
		{"store.evidence_changed", "UPDATE lotse.chunks SET bytes = '%PDF-1.6'"},
		{"store.no_evidence", "UPDATE lotse.evidence SET file = NULL"},
		{"store.procedure_changed", "UPDATE lotse.procedures SET doc = doc || ' '"},
		{"store.other_migration", "UPDATE lotse.migrations SET sum = 'x'"},
	} {
		c.Exec(t, database, tt.sql)
		if got := codes(examined(t, all)); !slices.Contains(got, tt.want) {
			t.Errorf("after %s: %v", tt.sql, got)
		}
	}
	if got := codes(examined(t, as(t, c, reader, database))); slices.Contains(got, "store.chain") {
		t.Errorf("somebody of another team is told of its run: %v", got)
	}
}

// TestFindDamaged names the run of which the text is damaged, among the others that have
// the words.
func TestFindDamaged(t *testing.T) {
	c, database := worked(t)
	c.Exec(t, database, "UPDATE lotse.texts x SET places = '[' FROM lotse.runs r WHERE r.n = x.n AND r.id = 'r003'")
	page, err := as(t, c, lead, database).Headers(t.Context(), run.Query{Text: "muster", Limit: 250})
	if err != nil || len(page.Runs) != 250 {
		t.Fatal(len(page.Runs), err)
	}
	for _, h := range page.Runs {
		if (h.News.Code == "store.run_damaged") != (h.ID == "r003") {
			t.Errorf("of %s it is said %v", h.ID, h.News)
		}
	}
}

func examined(t *testing.T, db *postgres.DB) run.Findings {
	t.Helper()
	f, err := db.Examine(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func codes(f run.Findings) (all []string) {
	for _, p := range f.Problems {
		all = append(all, p.Code)
	}
	return all
}
