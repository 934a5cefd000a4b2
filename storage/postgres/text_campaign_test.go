//go:build campaign

package postgres_test

import (
	"fmt"
	"slices"
	"testing"

	"lotse/flows/run"
	"lotse/storage/postgres/pgtest"
	"lotse/storage/storetest"
)

// A text that waits to be taken in is found by its words and no longer by the older ones,
// by whoever else sees the run; so is one that was taken in. What is erased is found
// nowhere, in neither table, from that moment on.
func TestTextsWait(t *testing.T) {
	c := pgtest.Shared(t)
	database := c.Database(t)
	c.Member(t, database, "Erika Muster", run.Consultant)
	c.Member(t, database, "Rolf Muster", run.Reader)
	db, other := as(t, c, "Erika Muster", database), as(t, c, "Rolf Muster", database)
	l := begun(t, db, "ab12", "Muster GmbH")
	answer := func(text string) {
		t.Helper()
		l.Answer("name", text)
		b := l.Batch(int64(len(l.Events)))
		b.Index = storetest.Index("Muster GmbH", "teccom-import", text)
		if err := db.Append(t.Context(), b); err != nil {
			t.Fatal(err)
		}
	}
	tables := func(texts, waiting string) {
		t.Helper()
		for table, want := range map[string]string{"texts": texts, "texts_new": waiting} {
			if all := ids(t, c, database, "SELECT split_part(body, chr(10), 3) FROM lotse."+table); !slices.Equal(all, words(want)) {
				t.Errorf("in %s stands %q, want %q", table, all, want)
			}
		}
	}
	finds := func(word string, want bool) {
		t.Helper()
		p, err := other.Headers(t.Context(), run.Query{Text: word})
		if err != nil || len(p.Runs) == 1 != want || p.Total != len(p.Runs) {
			t.Errorf("by %s: %d of %d runs, %v", word, len(p.Runs), p.Total, err)
		}
		hits, err := other.Find(t.Context(), run.FindQuery{Text: word, Limit: 9})
		if err != nil || len(hits) > 0 != want {
			t.Errorf("by %s: %d places, %v", word, len(hits), err)
		}
	}
	tables("|", "")
	answer("ferry")
	tables("|", "ferry")
	finds("ferry", true)
	answer("harbour")
	finds("ferry", false)
	finds("harbour", true)
	c.Exec(t, database, "SELECT lotse.take_in()")
	tables("harbour", "")
	finds("harbour", true)
	answer("ferry")
	answer("harbour") // as it was taken in
	tables("harbour", "harbour")
	finds("ferry", false)
	finds("harbour", true)

	leave, err := db.Enter(t.Context(), "ab12")
	if err != nil {
		t.Fatal(err)
	}
	answer("quay")
	leave()
	tables("quay", "")
	answer("lighthouse")
	l.Add(run.EventErased, map[string]any{"why": "asked for", "seqs": []int64{6, 7}})
	b := l.Batch(8)
	b.Index = storetest.Index("Muster GmbH", "teccom-import", "pier")
	if err := db.Erase(t.Context(), []int64{6, 7}, b); err != nil {
		t.Fatal(err)
	}
	tables("pier", "")
	finds("lighthouse", false)
	finds("quay", false)
	finds("pier", true)
	answer("buoy")
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	tables("buoy", "")
}

// words is what a table is to hold: nothing, a text without an answer ("|"), or one with it.
func words(want string) []string {
	switch want {
	case "":
		return nil
	case "|":
		return []string{""}
	}
	return []string{want}
}

// Where too many have a word to sort them, those that wait are found among the others.
func TestTextsWaitAmongMany(t *testing.T) {
	c, database := seeded(t, run.MostCounted+50)
	db := as(t, c, lead, database)
	var newest []string
	for i := range 3 {
		newest = append(newest, ids(t, c, database, fmt.Sprintf("SELECT id FROM lotse.runs ORDER BY changed DESC LIMIT 1 OFFSET %d", i))...)
	}
	wait := func(id, text string) {
		t.Helper()
		c.Exec(t, database, fmt.Sprintf(`INSERT INTO lotse.texts_new SELECT n, '%s', '', '%[1]s' FROM lotse.runs WHERE id = '%s'`, text, id))
	}
	wait(newest[0], "pier")
	wait(newest[1], "telephone and pier")
	p, err := db.Headers(t.Context(), run.Query{Text: "telephone", Limit: 2})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i := range p.Runs {
		got = append(got, p.Runs[i].ID)
	}
	if !slices.Equal(got, newest[1:]) || !p.AtLeast {
		t.Errorf("found %v (%+v), want %v", got, p.AtLeast, newest[1:])
	}
	if p, err = db.Headers(t.Context(), run.Query{Text: "pier"}); err != nil || len(p.Runs) != 2 {
		t.Errorf("%d runs, %v", len(p.Runs), err)
	}
}
