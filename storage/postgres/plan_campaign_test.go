//go:build campaign

package postgres_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
	"lotse/storage/storetest"
)

// node is a node of a plan, with what it did.
type node struct {
	Type     string  `json:"Node Type"`
	Relation string  `json:"Relation Name"`
	Rows     float64 `json:"Actual Rows"`
	Loops    float64 `json:"Actual Loops"`
	Filtered float64 `json:"Rows Removed by Filter"`
	Joined   float64 `json:"Rows Removed by Join Filter"`
	Checked  float64 `json:"Rows Removed by Index Recheck"`
	Plans    []node  `json:"Plans"`
}

// read is how many rows of a table the node and those below it have read, and whether
// one read all there are.
func (n *node) read(table string) (rows float64, all bool) {
	if n.Relation == table {
		rows, all = (n.Rows+n.Filtered+n.Checked)*n.Loops, n.Type == "Seq Scan"
	}
	for i := range n.Plans {
		more, whole := n.Plans[i].read(table)
		rows, all = rows+more, all || whole
	}
	return rows, all
}

// TestPlans holds that nobody's list reads more of the runs than it shows, whatever the
// order, and however many runs others have.
func TestPlans(t *testing.T) {
	const runs, page = manyOf, 51
	c, database := many(t)
	no := false
	by := storetest.Epoch.Add(1000 * time.Hour) // one of 20
	two := []run.Status{run.StatusOpen, run.StatusWaiting}
	for member, teams := range map[string]int{lead: 11, consultant: 6, reader: 2, auditor: 11} {
		db := as(t, c, member, database)
		for _, o := range run.Orders {
			for what, tt := range map[string]struct {
				q    run.Query
				most int
			}{
				"all":      {run.Query{Order: o}, 5*teams*page + 2*page},
				"desk":     {run.Query{Order: o, Status: two, Aside: &no}, 2*teams*page + 2*page},
				"due":      {run.Query{Order: o, Status: two, DueBy: &by}, 500},
				"customer": {run.Query{Order: o, Customer: "c9"}, 3 * runs / 97},
			} {
				for _, plan := range plans(t, db, tt.q) {
					rows, all := plan.read("runs")
					if rows > float64(tt.most) || all {
						t.Errorf("%s by %q, %s: %.0f runs are read, all of them: %v; want %d at most", member, o, what, rows, all, tt.most)
					}
				}
			}
		}
	}
}

// TestPlansOfWords holds that a page of runs with a word that all have, or one of two,
// reads of each team and status no more than stands on the page, and few texts besides.
func TestPlansOfWords(t *testing.T) {
	const page = 51
	c, database := many(t)
	no := false
	for member, teams := range map[string]int{lead: 11, consultant: 6, auditor: 11} {
		db := as(t, c, member, database)
		for _, o := range run.Orders {
			for word, each := range map[string]int{"must": 1, "word12": 2} {
				q := run.Query{Order: o, Text: word, Aside: &no}
				for _, plan := range plans(t, db, q) {
					for _, table := range []string{"runs", "texts"} {
						rows, all := plan.read(table)
						if most := 8*each*(page+5*teams) + 2*page; rows > float64(most) || all {
							t.Errorf("%s by %q, %s: %.0f %s are read, all of them: %v; want %d at most", member, o, word, rows, table, all, most)
						}
					}
				}
			}
		}
	}
}

// TestPlanAnew asks for all days until the server could take to a plan for any day, then
// for the few runs that are due, and counts what it reads for these.
func TestPlanAnew(t *testing.T) {
	c, database := many(t)
	pages := func(days, times int) (read int) {
		t.Helper()
		before := readOfRuns(t, c, database)
		db, err := postgres.Open(t.Context(), c.URL(lead, database), postgres.Options{Dir: t.TempDir()})
		if err != nil {
			t.Fatal(err)
		}
		for i := range 10 + times {
			by := storetest.Epoch.AddDate(0, 0, days)
			if i < 10 {
				by = by.AddDate(100, 0, 0)
			}
			if p, err := db.Headers(t.Context(), run.Query{DueBy: &by, Limit: 5}); err != nil || len(p.Runs) != 5 {
				t.Fatal(len(p.Runs), err)
			}
		}
		if err := db.Close(); err != nil { // its connections say what they have read
			t.Fatal(err)
		}
		for end := time.Now().Add(20 * time.Second); read == 0 && time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
			read = readOfRuns(t, c, database) - before
		}
		return read
	}
	warm := pages(40, 0)
	all := pages(40, 10)
	if warm == 0 || all == 0 || all-warm > 10*500 {
		t.Errorf("for 10 pages of 5 runs %d entries are read; before %d", all-warm, warm)
	} else {
		t.Log(all-warm, warm)
	}
}

// readOfRuns is how many entries of the indexes and rows of the table have been read.
func readOfRuns(t *testing.T, c *pgtest.Cluster, database string) (n int) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), c.URL("postgres", database))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(t.Context()) }()
	err = conn.QueryRow(t.Context(), `SELECT (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes WHERE relname = 'runs')
		+ (SELECT seq_tup_read FROM pg_stat_user_tables WHERE relname = 'runs')`).Scan(&n)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func plans(t *testing.T, db *postgres.DB, q run.Query) []node {
	t.Helper()
	texts, err := postgres.Explain(t.Context(), db, q, "ANALYZE, TIMING OFF, FORMAT JSON")
	if err != nil {
		t.Fatal(err)
	}
	var all []node
	for _, text := range texts {
		var one []struct{ Plan node }
		if err := json.Unmarshal([]byte(text), &one); err != nil {
			t.Fatal(fmt.Errorf("%w: %s", err, text))
		}
		all = append(all, one[0].Plan)
	}
	return all
}
