//go:build campaign

package postgres_test

import (
	"context"
	"encoding/hex"
	"regexp"
	"strings"

	"github.com/jackc/pgx/v5"

	"lotse/flows/run"
	"lotse/storage/postgres"
)

// value finds the value of an answer of a writer, or of its note.
var value = regexp.MustCompile(`"(v\d+-\d+)"`)

// verify asserts that what was acknowledged is there once, and that the database is as
// if nothing had happened. It gives how many events were acknowledged.
func (s *siege) verify() int {
	s.t.Helper()
	db := s.look()
	logs := map[string][]run.Event{}
	given := map[string]map[run.EventKind]int{} // how often each value is there, as an answer and as a note
	for _, id := range ids(s.t, s.Cluster, s.database, "SELECT id FROM lotse.runs") {
		logs[id] = s.verifyRun(db, id, given)
	}
	for v, times := range given {
		if times[run.EventAnswered] != 1 || times[run.EventNoted] != 1 {
			s.t.Errorf("%s is there %v times", v, times)
		}
	}
	for _, v := range ids(s.t, s.Cluster, s.database, "SELECT text FROM lotse.unsaved") {
		if len(given[v]) > 0 {
			s.t.Errorf("%s was answered, and is still typed", v)
		}
	}
	for _, a := range s.saved {
		log := logs[a.run]
		switch {
		case int64(len(log)) < a.seq:
			s.t.Errorf("lost: event %d of run %s, %s", a.seq, a.run, a.value)
		case hex.EncodeToString(log[a.seq-1].Hash) != a.hash:
			s.t.Errorf("another event is in the place of event %d of run %s, %s", a.seq, a.run, a.value)
		case len(given[a.value]) == 0:
			s.t.Errorf("lost: %s, of run %s", a.value, a.run)
		}
	}
	s.verifyCounts()
	if f, err := db.Examine(s.t.Context()); err != nil || len(f.Problems) > 0 {
		s.t.Errorf("examined: %v, %v", f.Problems, err)
	}
	return len(s.saved)
}

// verifyRun asserts that a run's chain, head and text are those of its events.
func (s *siege) verifyRun(db *postgres.DB, id string, given map[string]map[run.EventKind]int) []run.Event {
	s.t.Helper()
	h, err := db.Header(s.t.Context(), id)
	if err != nil {
		s.t.Fatal(err)
	}
	events, err := db.Events(s.t.Context(), id, 0)
	if err != nil {
		s.t.Fatal(err)
	}
	if v := run.Verify(h, events); !v.Intact || h.Events != int64(len(events)) {
		s.t.Errorf("run %s, %d events of %d: %+v", id, len(events), h.Events, v)
	}
	last := ""
	for _, e := range events {
		m := value.FindStringSubmatch(string(e.Data))
		if m == nil {
			continue
		}
		if given[m[1]] == nil {
			given[m[1]] = map[run.EventKind]int{}
		}
		if given[m[1]][e.Kind]++; e.Kind == run.EventAnswered {
			last = m[1]
		}
	}
	body := ids(s.t, s.Cluster, s.database, "SELECT coalesce(w.body, t.body) FROM lotse.texts t JOIN lotse.runs r ON r.n = t.n LEFT JOIN lotse.texts_new w ON w.n = r.n WHERE r.id = '"+id+"'")
	if len(body) != 1 || !strings.Contains(body[0], last) {
		s.t.Errorf("run %s is found by %q, and not by %s", id, body, last)
	}
	return events
}

// verifyCounts asserts that teams have as many runs as is said.
func (s *siege) verifyCounts() {
	s.t.Helper()
	var wrong, rows int
	s.query(func(ctx context.Context, conn *pgx.Conn) error {
		return conn.QueryRow(ctx, `SELECT (SELECT count(*) FROM lotse.counts c
			FULL JOIN (SELECT team, status, count(*) AS n FROM lotse.runs GROUP BY 1, 2) r USING (team, status)
			WHERE coalesce(c.runs, 0) <> coalesce(r.n, 0)), (SELECT count(*) FROM lotse.presence p WHERE NOT EXISTS (SELECT 1 FROM lotse.runs r WHERE r.id = p.run))`).
			Scan(&wrong, &rows)
	})
	if wrong > 0 || rows > 0 {
		s.t.Errorf("%d counts are wrong, %d are in runs that are not there", wrong, rows)
	}
}
