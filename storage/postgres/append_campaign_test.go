//go:build campaign

package postgres_test

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
	"lotse/storage/storetest"
)

// member lets somebody into the team of a database and opens it as them.
func member(t testing.TB, database, name string, role run.Role, teams ...string) *postgres.DB {
	t.Helper()
	c := pgtest.Shared(t)
	c.Member(t, database, name, role, teams...)
	return as(t, c, name, database)
}

// begun adds a customer and writes a run of theirs with a started event.
func begun(t testing.TB, db *postgres.DB, id, customer string) *storetest.Log {
	t.Helper()
	c, err := db.AddCustomer(t.Context(), run.Customer{Name: customer})
	if err != nil {
		t.Fatal(err)
	}
	l := storetest.NewLog(id, c)
	l.Add(run.EventStarted, map[string]string{"procedure": "teccom-import"})
	if err := db.Append(t.Context(), l.Batch(1)); err != nil {
		t.Fatal(err)
	}
	return l
}

// intact asserts that a run has so many events and that their chain holds.
func intact(t testing.TB, db *postgres.DB, l *storetest.Log, n int) []run.Event {
	t.Helper()
	events, err := db.Events(t.Context(), l.Header.ID, 0)
	if err != nil {
		t.Fatal(err)
	}
	h := l.Batch(1).Header
	if v := run.Verify(h, events); !v.Intact || len(events) != n {
		t.Fatalf("%d events, want %d: %+v, %v", len(events), n, v, v.Fault)
	}
	return events
}

// A batch that is sent again is done, at once or later, with all that goes along with
// its events, and whatever was written after it.
func TestAppendAgain(t *testing.T) {
	db := member(t, pgtest.Shared(t).Database(t), "Erika Muster", run.Lead)
	l := begun(t, db, "ab12", "Muster GmbH")
	first := l.Batch(1)
	l.Add(run.EventSecretSet, map[string]string{"secret": "s1"})
	second := l.Batch(2)
	second.Secrets = []run.Sealed{{ID: "s1", Run: "ab12", Field: "client.key", Blob: []byte("age"), At: storetest.Epoch}}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if err := db.Append(t.Context(), second); err != nil {
				t.Errorf("at once: %v", err)
			}
		})
	}
	all.Wait()
	l.Answer("name", "Muster")
	third := l.Batch(3)
	for i, b := range []run.Batch{third, third, second, first} {
		if err := db.Append(t.Context(), b); err != nil {
			t.Errorf("batch %d: %v", i, err)
		}
	}
	intact(t, db, l, 3)
	if all, err := db.Secrets(t.Context(), "ab12"); err != nil || len(all) != 1 {
		t.Errorf("%d secrets, %v", len(all), err)
	}
}

// A save is one question, also when the connection was idle between two answers.
func TestAppendAsksOnce(t *testing.T) {
	c := pgtest.Shared(t)
	database := c.Database(t)
	c.Member(t, database, "Erika Muster", run.Consultant)
	p := newProxy(t, c)
	db := openAt(t, p.url("Erika%20Muster", database), postgres.Options{})
	l := begun(t, db, "ab12", "Muster GmbH")
	for i := range 3 {
		l.Answer("name", "Muster")
		before := p.asks.Load()
		if err := db.Append(t.Context(), l.Batch(int64(len(l.Events)))); err != nil {
			t.Fatal(err)
		}
		if n := p.asks.Load() - before; i > 0 && n != 1 { // the first has the server plan it
			t.Errorf("answer %d: %d questions", i, n)
		}
		time.Sleep(1500 * time.Millisecond)
	}
}

// An erasure that is sent again is done only where what it erases is erased.
func TestEraseAgain(t *testing.T) {
	db := member(t, pgtest.Shared(t).Database(t), "Erika Muster", run.Lead)
	l := begun(t, db, "ab12", "Muster GmbH")
	l.Answer("name", "geheim")
	if err := db.Append(t.Context(), l.Batch(2)); err != nil {
		t.Fatal(err)
	}
	l.Add(run.EventErased, map[string]any{"why": "asked for", "seqs": []int64{2}})
	e := &l.Events[1]
	e.Data, e.Salt = nil, nil
	for range 2 {
		if err := db.Erase(t.Context(), []int64{2}, l.Batch(3)); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Erase(t.Context(), []int64{1}, l.Batch(3)); !errors.Is(err, flows.ErrConflict) {
		t.Errorf("of another event: %v", err)
	}
	if events := intact(t, db, l, 3); !events[1].Erased() {
		t.Error("it is not erased")
	}
}

// A run that is brought here, and that another team has here, is refused as one that is
// here and not to be seen, and not as one that was changed a moment ago.
func TestBringAnothersRun(t *testing.T) {
	database := pgtest.Shared(t).Database(t)
	south := member(t, database, "Sam Sued", run.Consultant, "south")
	north := member(t, database, "Anna Beispiel", run.Consultant, "north")
	begun(t, south, "ab12", "Muster GmbH")
	c, err := north.AddCustomer(t.Context(), run.Customer{Name: "Muster GmbH"})
	if err != nil {
		t.Fatal(err)
	}
	l := storetest.NewLog("ab12", c)
	l.Add(run.EventStarted, map[string]string{"procedure": "teccom-import"})
	refusedWith(t, north.Append(t.Context(), l.Batch(1)), "postgres.run_elsewhere", flows.ErrDenied)
}

// Of many who write the next event of a run at once, one does.
func TestAppendAtOnce(t *testing.T) {
	database := pgtest.Shared(t).Database(t)
	l := begun(t, member(t, database, "Erika Muster", run.Consultant), "ab12", "Muster GmbH")
	dbs := []*postgres.DB{member(t, database, "Anna Beispiel", run.Consultant), member(t, database, "Jan Norden", run.Consultant)}
	const rounds = 30
	for round := range rounds {
		var all sync.WaitGroup
		written := make([]*storetest.Log, 4)
		for i := range written {
			all.Go(func() {
				mine := &storetest.Log{Header: l.Header, At: l.At, Step: l.Step, Events: append([]run.Event(nil), l.Events...)}
				mine.Answer("name", fmt.Sprintf("round %d of %d", round, i))
				switch err := dbs[i%2].Append(t.Context(), mine.Batch(int64(round+2))); {
				case err == nil:
					written[i] = mine
				default:
					refusedWith(t, err, "store.conflict", flows.ErrConflict)
				}
			})
		}
		all.Wait()
		n := 0
		for _, w := range written {
			if w != nil {
				n, l = n+1, w
			}
		}
		if n != 1 {
			t.Fatalf("round %d: %d have written", round, n)
		}
	}
	intact(t, dbs[0], l, rounds+1)
}

// What a server cannot keep in a text comes back as it was written: a chain holds over
// it, and no save fails.
func TestTextsOfAnyKind(t *testing.T) {
	database := pgtest.Shared(t).Database(t)
	db := member(t, database, "Erika Muster", run.Lead)
	for i, text := range []string{"a\x00b", "\xff\xfe", `\x41`, `\x`, "\ud7ff \U0010ffff \u202e", "x" + string(make([]byte, 5000)), strings.Repeat("ü", 5000)} {
		name := "Muster " + strings.ReplaceAll(text, "\x00", "") // which a store refuses
		if len(name) > 500 {                                     // likewise
			name = name[:len("Muster ")+400]
		}
		c, err := db.AddCustomer(t.Context(), run.Customer{Name: name})
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if again, err := db.FindCustomer(t.Context(), name); err != nil || again != c {
			t.Errorf("%q: customer %+v, %v", text, again, err)
		}
		l := storetest.NewLog(fmt.Sprintf("run%d", i), c)
		l.Step, l.Header.CurrentTitle, l.Header.Why, l.Header.News = text, text, text, flows.Msg("run.news", "text", text)
		l.Add(run.EventStarted, map[string]string{"procedure": "teccom-import"}).Content = []byte(text)
		b := l.Batch(1)
		b.Index = storetest.Index(c.Name, text, text)
		if err := db.Append(t.Context(), b); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if e := intact(t, db, l, 1)[0]; e.Step != text || string(e.Content) != text {
			t.Errorf("%q: step %q, content %q", text, e.Step, e.Content)
		}
		u := run.Unsaved{Run: l.Header.ID, Item: "i" + text, Row: text, Text: text, At: storetest.Epoch}
		if err := errors.Join(db.SaveUnsaved(t.Context(), u), db.SetSetting(t.Context(), "k"+text, text), db.SetPage(t.Context(), c.ID, text, text)); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		all, err := db.Unsaved(t.Context(), l.Header.ID)
		if err != nil || len(all) != 1 || all[0].Text != text || all[0].Item != u.Item || all[0].Row != text {
			t.Errorf("%q: input %+v, %v", text, all, err)
		}
		setting, serr := db.Setting(t.Context(), "k"+text)
		pages, perr := db.Pages(t.Context(), c.ID)
		if setting != text || pages[text] != text || serr != nil || perr != nil {
			t.Errorf("%q: setting %q, pages %q, %v, %v", text, setting, pages, serr, perr)
		}
	}
	if _, err := db.Document(t.Context(), "\x00"); !errors.Is(err, flows.ErrNotFound) {
		t.Errorf("of a digest that cannot be: %v", err)
	}
}
