//go:build campaign

package postgres_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/jackc/pgx/v5"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
)

// TestSeen has each member walk all pages in every order: they see the runs of their
// teams, each once, and are told how many.
func TestSeen(t *testing.T) {
	c, database := seeded(t, 2000)
	for member, teams := range map[string]string{
		lead: "'team[0-9]'", consultant: "'team[0-4]'", reader: "'team9'", auditor: "'team[0-9]'",
	} {
		db := as(t, c, member, database)
		for what, tt := range map[string]struct {
			q     run.Query
			where string
		}{
			"all":    {run.Query{}, ""},
			"some":   {run.Query{Status: []run.Status{run.StatusOpen, run.StatusDone}}, " AND status IN ('open', 'done')"},
			"of one": {run.Query{Customer: "c9"}, " AND customer = 'c9'"},
			"found":  {run.Query{Text: "K7m4rx0011"}, " AND n BETWEEN 1100 AND 1199"},
			"in all": {run.Query{Text: "must"}, ""},
			"both":   {run.Query{Text: "K7m4rx001 müster", Status: []run.Status{run.StatusOpen}}, " AND n BETWEEN 1000 AND 1999 AND status = 'open'"},
		} {
			want := ids(t, c, database, "SELECT id FROM lotse.runs WHERE team ~ "+teams+tt.where)
			for _, o := range run.Orders {
				tt.q.Order, tt.q.Limit = o, 200
				got, total := walk(t, db, tt.q)
				slices.Sort(got)
				counted := len(want)
				if tt.q.Text != "" {
					counted = min(counted, run.MostCounted)
				}
				if !slices.Equal(got, want) || total != counted {
					t.Errorf("%s, %q, %s: %d runs, total %d, want %d and %d", member, o, what, len(got), total, len(want), counted)
				}
			}
		}
	}
}

// walk gives the runs of all pages, and the total.
func walk(t *testing.T, db *postgres.DB, q run.Query) (all []string, total int) {
	t.Helper()
	for {
		p, err := db.Headers(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		for i := range p.Runs {
			all = append(all, p.Runs[i].ID)
		}
		if q.After = p.Next; p.Next == "" {
			return all, p.Total
		}
	}
}

// ids are what a statement gives to the superuser, sorted byte by byte.
func ids(t *testing.T, c *pgtest.Cluster, database, sql string) []string {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), c.URL("postgres", database))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(t.Context()) }()
	rows, err := conn.Query(t.Context(), sql)
	if err != nil {
		t.Fatal(err)
	}
	all, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(all)
	return all
}

// TestSeenByPrefix: what others have makes no prefix ambiguous, and is not there.
func TestSeenByPrefix(t *testing.T) {
	c, database := seeded(t, 100)
	c.Exec(t, database, `SET session_replication_role = replica;
		UPDATE lotse.runs SET id = 'abc1' WHERE id = (SELECT min(id) FROM lotse.runs WHERE team = 'team9');
		UPDATE lotse.runs SET id = 'abc2' WHERE id = (SELECT min(id) FROM lotse.runs WHERE team = 'team0')`)
	ours, theirs := as(t, c, reader, database), as(t, c, lead, database)
	if h, err := ours.Header(t.Context(), "abc"); err != nil || h.ID != "abc1" {
		t.Errorf("%q, %v", h.ID, err)
	}
	if _, err := ours.Header(t.Context(), "abc2"); !errors.Is(err, flows.ErrNotFound) {
		t.Error(err)
	}
	if _, err := theirs.Header(t.Context(), "abc"); !errors.Is(err, flows.ErrAmbiguous) {
		t.Error(err)
	}
	for _, prefix := range []string{"", "a", "\xff", "\x00", `\x`, "'", "\U0010ffff"} {
		if h, err := theirs.Header(t.Context(), prefix); !errors.Is(err, flows.ErrNotFound) {
			t.Errorf("%q: %q, %v", prefix, h.ID, err)
		}
	}
}

// TestAsideIsOnesOwn: whoever puts a run aside takes it off no list but their own.
func TestAsideIsOnesOwn(t *testing.T) {
	c, database := seeded(t, 100)
	one, other := as(t, c, lead, database), as(t, c, consultant, database)
	all, _ := walk(t, other, run.Query{})
	if err := one.SetSetting(t.Context(), run.AsideSetting(all[0]), "1"); err != nil {
		t.Fatal(err)
	}
	no := false
	if _, total := walk(t, one, run.Query{Aside: &no}); total != 99 {
		t.Errorf("%d are left to who has put one of 100 aside", total)
	}
	if left, total := walk(t, other, run.Query{Aside: &no}); total != len(all) || len(left) != len(all) {
		t.Errorf("%d of %d are left to the other", total, len(all))
	}
	for db, want := range map[*postgres.DB]bool{one: true, other: false} {
		if h, err := db.Header(t.Context(), all[0]); err != nil || h.Aside != want {
			t.Errorf("aside: %v, want %v: %v", h.Aside, want, err)
		}
	}
}

// TestWordsOfTheLast: a word that many runs have, which all stand at the end of the list by
// change, is found in each of them once, page by page, in every order.
func TestWordsOfTheLast(t *testing.T) {
	c, database := many(t)
	db := as(t, c, lead, database)
	want := ids(t, c, database, fmt.Sprintf("SELECT id FROM lotse.runs WHERE n <= %d", manyOf/5))
	for _, o := range run.Orders {
		got, total := walk(t, db, run.Query{Text: "erstwhile", Order: o, Limit: 300})
		slices.Sort(got)
		if !slices.Equal(got, want) || total != run.MostCounted {
			t.Errorf("by %q: %d runs, total %d, want %d", o, len(got), total, len(want))
		}
	}
}
