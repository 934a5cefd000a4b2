//go:build campaign

package postgres_test

import (
	"io"
	"strings"
	"testing"
	"time"

	"lotse/flows/run"
	"lotse/storage/postgres"
	"lotse/storage/postgres/pgtest"
	"lotse/storage/storetest"
)

// TestClocks: a server whose clock is two hours fast, and a desk whose clock stands three
// days back, lose nothing: the order of a run is that of its events, a file is kept until
// an event names it, what is due is due by the clock of whoever asks, and who has a run
// open has nothing to do with clocks.
func TestClocks(t *testing.T) {
	c := pgtest.StartAt(t, 2*time.Hour)
	database := c.Database(t)
	desk := func(name string, behind time.Duration) *postgres.DB {
		c.Member(t, database, name, run.Consultant)
		db := openAt(t, c.URL(name, database), postgres.Options{Now: func() time.Time { return time.Now().Add(-behind) }})
		s, err := db.Inspect(t.Context())
		if off := s.Ahead - behind - 2*time.Hour; err != nil || off.Abs() > time.Minute {
			t.Fatalf("%s: the server is %v ahead, %v", name, s.Ahead, err)
		}
		return db
	}
	anna, ben := desk("anna", 0), desk("ben", 72*time.Hour)

	customer, err := anna.AddCustomer(t.Context(), run.Customer{Name: "Muster GmbH"})
	if err != nil {
		t.Fatal(err)
	}
	l := storetest.NewLog("run1", customer)
	due := time.Now().Add(time.Hour)
	l.Header.Due = &due
	append1 := func(db *postgres.DB, at time.Time, kind run.EventKind, data any) {
		t.Helper()
		l.At = at
		if err := db.Append(t.Context(), l.Batch(l.Add(kind, data).Seq)); err != nil {
			t.Fatal(err)
		}
	}
	append1(anna, time.Now(), run.EventStarted, map[string]any{})
	stay, err := anna.Enter(t.Context(), "run1")
	if err != nil {
		t.Fatal(err)
	}
	defer stay()
	leave, err := ben.Enter(t.Context(), "run1")
	if err != nil {
		t.Fatal(err)
	}
	inRun(t, anna, "run1", "ben")

	append1(ben, time.Now().Add(-72*time.Hour), run.EventNoted, map[string]any{"text": "They call back."})
	kept, err := ben.Put(t.Context(), "screen.png", strings.NewReader("PNG"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := anna.Put(t.Context(), "other.png", strings.NewReader("other")); err != nil { // it sweeps
		t.Fatal(err)
	}
	append1(ben, time.Now().Add(-72*time.Hour), run.EventTicked, map[string]any{"item": "client.sent", "evidence": kept})
	append1(anna, time.Now(), run.EventNoted, map[string]any{"text": "They do."})

	r, err := anna.Open(t.Context(), kept.Sum)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Close() }()
	if b, err := io.ReadAll(r); err != nil || string(b) != "PNG" {
		t.Errorf("%q, %v", b, err)
	}
	for _, db := range []*postgres.DB{anna, ben} {
		for by, want := range map[time.Duration]int{0: 0, 2 * time.Hour: 1} {
			at := time.Now().Add(by)
			if page, err := db.Headers(t.Context(), run.Query{Order: run.ByDue, DueBy: &at}); err != nil || len(page.Runs) != want {
				t.Errorf("due in %v: %+v, %v", by, page, err)
			}
		}
	}
	if f, err := anna.Examine(t.Context()); err != nil || len(f.Problems) > 0 {
		t.Errorf("%v, %v", f.Problems, err)
	}
	leave()
	inRun(t, anna, "run1")
}
