package sqlite_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"lotse/flows/run"
	"lotse/storage/sqlite"
	"lotse/storage/storetest"
)

// finished is a store with three real runs that are done, and behind them n copies of
// one of them in a mode.
func finished(t testing.TB, n int, mode run.Mode) *sqlite.DB {
	t.Helper()
	db := open(t, filepath.Join(t.TempDir(), "lotse.db"))
	muster := mustCustomer(t, db)
	for i := range 3 {
		l := storetest.NewLog(fmt.Sprintf("real%d", i), muster)
		l.At = storetest.Epoch.Add(time.Duration(i) * time.Minute)
		l.Header.Procedure, l.Header.Status, l.Header.Started = "harbour", run.StatusDone, l.At
		l.Add(run.EventStarted, run.Started{Procedure: "harbour"})
		l.At = l.Events[0].At.Add(4 * time.Minute)
		l.Add(run.EventDone, map[string]string{})
		if err := db.Append(ctx, l.Batch(1)); err != nil {
			t.Fatal(err)
		}
	}
	if err := sqlite.Copy(db, "real2", n, mode); err != nil {
		t.Fatal(err)
	}
	return db
}

// TestExperienceIsSoughtAmongTheNewest runs that are done, however many there are.
func TestExperienceIsSoughtAmongTheNewest(t *testing.T) {
	for n, want := range map[int]int{0: 3, run.MostSought - 3: 3, run.MostSought - 2: 0, run.MostSought + 5: 0} {
		x, err := finished(t, n, run.Rehearsal).Experience(ctx, "harbour")
		if err != nil || x.Runs != want {
			t.Errorf("behind %d rehearsals %d runs have taught (%v), want %d", n, x.Runs, err, want)
		}
	}
}

// BenchmarkExperience learns from the newest of many runs that are done: where all are
// real, and where the only real ones are behind rehearsals; beside three.
func BenchmarkExperience(b *testing.B) {
	few := finished(b, 0, run.Real)
	for _, mode := range []run.Mode{run.Real, run.Rehearsal} {
		b.Run(string(mode), func(b *testing.B) {
			many := finished(b, *benchRuns, mode)
			var spent, base time.Duration
			for b.Loop() {
				spent += learning(b, many)
				base += learning(b, few)
			}
			report(b, spent, base, "many", "three")
		})
	}
}

func learning(b *testing.B, db *sqlite.DB) time.Duration {
	b.Helper()
	start := time.Now()
	if _, err := db.Experience(ctx, "harbour"); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}
