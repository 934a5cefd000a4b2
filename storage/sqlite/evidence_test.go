package sqlite_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/storage/sqlite"
	"lotse/storage/storetest"
)

func evidencePath(db *sqlite.DB, sum string) string {
	return filepath.Join(filepath.Dir(db.Path()), "evidence", filepath.Base(db.Path()), sum[:2], sum)
}

func TestChangedEvidenceIsRefused(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "lotse.db"))
	f, err := db.Put(ctx, "order.pdf", strings.NewReader("PDF"))
	must(t, err)
	l := startRun(t, db, "ab12")
	e := l.Add(run.EventTicked, map[string]any{"evidence": f})
	must(t, db.Append(ctx, l.Batch(e.Seq)))
	write(t, evidencePath(db, f.Sum), []byte("PDf"))
	if _, err := db.Open(ctx, f.Sum); !errors.Is(err, flows.ErrDamaged) || !strings.Contains(err.Error(), f.Sum) {
		t.Errorf("error %v", err)
	}
	found, err := db.Examine(ctx)
	must(t, err)
	if len(found.Problems) != 1 || !strings.Contains(words.Say(words.English, found.Problems[0]), f.Sum) {
		t.Errorf("problems %q", found.Problems)
	}
	_, err = db.Put(ctx, "order.pdf", strings.NewReader("PDF")) // mends it
	must(t, err)
	r, err := db.Open(ctx, f.Sum)
	must(t, err)
	must(t, r.Close())
}

func TestEvidenceThatNothingNamesIsSwept(t *testing.T) {
	c := &clock{storetest.Epoch}
	db := openAt(t, filepath.Join(t.TempDir(), "lotse.db"), c)
	forgotten, err := db.Put(ctx, "forgotten", strings.NewReader("forgotten"))
	must(t, err)
	named, err := db.Put(ctx, "named", strings.NewReader("named"))
	must(t, err)
	l := startRun(t, db, "ab12")
	e := l.Add(run.EventTicked, map[string]any{"evidence": named})
	must(t, db.Append(ctx, l.Batch(e.Seq)))
	c.at = c.at.Add(23 * time.Hour)
	late, err := db.Put(ctx, "late", strings.NewReader("late"))
	must(t, err)
	c.at = c.at.Add(2 * time.Hour)
	_, err = db.BackupIfDue(ctx)
	must(t, err)
	for sum, want := range map[string]bool{forgotten.Sum: false, named.Sum: true, late.Sum: true} {
		if _, err := os.Stat(evidencePath(db, sum)); (err == nil) != want {
			t.Errorf("%s: %v, want it there: %v", sum, err, want)
		}
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(db.Path()), "evidence", "*", "*.tmp"))
	must(t, err)
	if len(left) > 0 {
		t.Errorf("leftovers %q", left)
	}
}

// TestEvidenceOfTwoDatabases holds that to delete from one database takes
// nothing from another one in the same folder.
func TestEvidenceOfTwoDatabases(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.db", "b.db"} {
		db := open(t, filepath.Join(dir, name))
		f, err := db.Put(ctx, "x", strings.NewReader("same"))
		must(t, err)
		l := startRun(t, db, "ab12")
		e := l.Add(run.EventTicked, map[string]any{"evidence": f})
		must(t, db.Append(ctx, l.Batch(e.Seq)))
	}
	must(t, open(t, filepath.Join(dir, "a.db")).DeleteRun(ctx, "ab12"))
	r, err := open(t, filepath.Join(dir, "b.db")).Open(ctx, sumOf("same"))
	must(t, err)
	must(t, r.Close())
}

func TestChangedLargeEvidenceIsRefused(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "lotse.db"))
	text := strings.Repeat("x", flows.MaxEvidence+1)
	f, err := db.PutLarge(ctx, "customers.csv", flows.MaxLarge, strings.NewReader(text))
	must(t, err)
	l := startRun(t, db, "ab12")
	e := l.Add(run.EventAnswered, map[string]any{"item": "a.b", "value": "sha256:" + f.Sum + "/customers.csv"})
	must(t, db.Append(ctx, l.Batch(e.Seq)))
	for name, changed := range map[string]string{"as it was": text, "another byte": text[1:] + "y", "a byte more": text + "y"} {
		write(t, evidencePath(db, f.Sum), []byte(changed))
		r, err := db.Open(ctx, f.Sum)
		must(t, err)
		_, err = io.Copy(io.Discard, r)
		must(t, r.Close())
		if errors.Is(err, flows.ErrDamaged) != (name != "as it was") {
			t.Errorf("%s: %v", name, err)
		}
		found, err := db.Examine(ctx)
		must(t, err)
		if len(found.Problems) > 0 != (name != "as it was") {
			t.Errorf("%s: problems %v", name, found.Problems)
		}
		for _, p := range found.Problems {
			if got := words.Say(words.English, p); !strings.Contains(got, f.Sum) {
				t.Errorf("%s: problem %q", name, got)
			}
		}
	}
}
