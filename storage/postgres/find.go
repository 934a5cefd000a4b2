package postgres

import (
	"context"
	"math"
	"strconv"
	"strings"

	"lotse/flows/run"
	"lotse/storage/key"
	"lotse/storage/postgres/wire"
)

// Find gives the places where words stand, those of the newest run first.
func (d *DB) Find(ctx context.Context, q run.FindQuery) ([]run.Hit, error) {
	s, err := selectionOf(run.Query{Text: q.Text, Limit: q.Limit})
	if err != nil || s.match == "" {
		return nil, err
	}
	var hits []run.Hit
	err = d.query(ctx, "find words", func(pool *wire.Pool) error {
		hits, err = s.hits(ctx, pool)
		return err
	})
	return hits[:min(len(hits), s.Limit)], err
}

// foundRun is a run of a page, with its text.
type foundRun struct {
	header run.Header
	text   []run.IndexEntry
}

// fillFound reads a page of runs with words.
func (s *selection) fillFound(ctx context.Context, pool *wire.Pool, p *run.Page) error {
	page, n, err := s.readFound(ctx, pool)
	p.Runs, p.Found = nil, map[string]run.IndexEntry{}
	for _, r := range page {
		p.Runs = append(p.Runs, r.header)
		if e, ok := key.Found(s.Words, r.text); ok {
			p.Found[r.header.ID] = e
		}
	}
	s.Count(p, n)
	return err
}

// hits are the places in the newest runs, at least as many as the limit says where
// there are so many.
func (s *selection) hits(ctx context.Context, pool *wire.Pool) ([]run.Hit, error) {
	page, _, err := s.readFound(ctx, pool)
	var hits []run.Hit
	for _, r := range page {
		for _, e := range key.Hits(s.Words, r.text) {
			hits = append(hits, run.Hit{Run: r.header, Entry: e})
		}
	}
	return hits, err
}

// readFound reads a page of runs with words, and counts them up to key.CountTo. Where
// there are so many, the page is of another moment than the count, which is not exact any
// more.
func (s *selection) readFound(ctx context.Context, pool *wire.Pool) (page []foundRun, n int, err error) {
	page, err = readPage(ctx, pool, s.sortFound(key.CountTo), &n)
	if err == nil && len(page) == 0 && s.After != nil {
		count := s.countFound()
		err = pool.QueryRow(ctx, count.text, count.args...).Scan(&n)
	}
	if err != nil || n <= run.MostCounted {
		return page, n, err
	}
	page, err = s.readMany(ctx, pool)
	return page, n, err
}

// walkedRuns is how many runs are looked at in their order for words that many have. One
// that is looked at costs as much as some four that are found and sorted. Words that one
// of fifty has, spread evenly, fill a page of fifty within so many.
const walkedRuns = 2500

// readMany reads a page of runs with words that many have. As a rule it is quicker to walk
// over the runs in their order until the page is full than to sort all that have them; but
// they can all stand at the end of the order.
func (s *selection) readMany(ctx context.Context, pool *wire.Pool) ([]foundRun, error) {
	var teams []string
	if err := pool.QueryRow(ctx, "SELECT teams()").Scan(&teams); err != nil {
		return nil, err
	}
	page, err := readPage(ctx, pool, s.walkFound(teams))
	if err != nil || len(page) > s.Limit {
		return page, err
	}
	var walked, all int
	count := s.countWalked(teams)
	if err := pool.QueryRow(ctx, count.text, count.args...).Scan(&walked); err != nil || walked < walkedRuns {
		return page, err
	}
	return readPage(ctx, pool, s.sortFound(math.MaxInt32), &all)
}

// readPage reads what sortFound or walkFound ask for; more are the columns behind.
func readPage(ctx context.Context, pool *wire.Pool, st *statement, more ...any) ([]foundRun, error) {
	rows, err := pool.Query(ctx, st.text, st.args...)
	if err != nil {
		return nil, err
	}
	return wire.CollectRows(rows, func(row wire.Row) (r foundRun, err error) {
		var body, places string
		if r.header, err = legible(scanHeader(row, append([]any{&body, &places}, more...)...)); err != nil {
			return r, err
		}
		if r.text, err = key.DecodeIndex(body, places); err != nil { // the words are found, where they stand is not known
			r.header, _ = legible(r.header, runDamaged(r.header.ID, err))
			r.text, err = key.DecodeIndex(body, "")
		}
		return r, err
	})
}

// sortFound asks for a page of so many runs with words, and for the number of these: they
// are searched once.
func (s *selection) sortFound(wanted int) *statement {
	st := &statement{}
	st.text = "WITH hits AS MATERIALIZED (SELECT * FROM " + s.found(st, wanted) + ") SELECT " + listed + indexed + ", (SELECT count(*) FROM hits)" +
		headerFrom + indexFrom + "JOIN (SELECT r.id FROM hits r WHERE true" + s.order.later(s.After, st) + s.first() + ") p ON p.id = r.id" + s.order.by("r")
	return st
}

// countFound counts the runs with words.
func (s *selection) countFound() *statement {
	st := &statement{}
	st.text = "SELECT count(*) FROM " + s.found(st, key.CountTo)
	return st
}

// found are so many of the runs with words.
func (s *selection) found(st *statement, wanted int) string {
	whose, among, besides := "NULL", "NULL", "NULL"
	if s.Customer != "" {
		whose = st.arg(kept(s.Customer))
	}
	if aside := "ARRAY(" + asideIDs + ")"; s.OnlyAside() {
		among = aside
	} else if s.Aside != nil {
		besides = aside
	}
	return "found(" + st.arg(s.match) + "::text::tsquery, " + st.arg(s.statuses) + ", " + whose + ", " + st.arg(s.Due) + ", " +
		among + ", " + besides + ", " + st.arg(wanted) + ")"
}

// walkFound asks for those with words among the runs that are walked over, as many as a
// page needs.
func (s *selection) walkFound(teams []string) *statement {
	st := &statement{}
	match := " @@ " + st.arg(s.match) + "::text::tsquery FROM "
	waits := "(SELECT lexemes(t.words)" + match + "texts_new t WHERE t.n = r.n)"
	has := "(SELECT t.words" + match + "texts t WHERE t.n = r.n)"
	st.text = "SELECT " + listed + indexed + headerFrom + indexFrom + "JOIN (SELECT r.id FROM (" + s.walked(st, teams) + ") r" +
		" WHERE coalesce(" + waits + ", " + has + ")" + s.first() + ") p ON p.id = r.id" + s.order.by("r")
	return st
}

// countWalked counts the runs that are walked over.
func (s *selection) countWalked(teams []string) *statement {
	st := &statement{}
	st.text = "SELECT count(*) FROM (" + s.walked(st, teams) + ") r"
	return st
}

// walked are the first runs in the order: of what each team has of each status, one after
// the other.
func (s *selection) walked(st *statement, teams []string) string {
	some := s.order.by("r") + " LIMIT " + strconv.Itoa(walkedRuns)
	these := s.besides(st) + s.order.later(s.After, st) + some
	from := "(SELECT n, " + s.order.names() + " FROM runs r WHERE r.status = "
	var all []string
	for _, status := range s.statuses {
		of := from + st.arg(status) + " AND r.team = "
		for _, team := range teams {
			all = append(all, of+st.arg(team)+these+")")
		}
	}
	return "SELECT * FROM (" + strings.Join(all, " UNION ALL ") + ") r" + some
}

// indexed are the columns of a run's text: of the newer one, where it waits to be taken in.
const (
	indexed   = ", coalesce(w.body, t.body, ''), coalesce(w.places, t.places, '')"
	indexFrom = "LEFT JOIN texts t ON t.n = r.n LEFT JOIN texts_new w ON w.n = r.n "
)
