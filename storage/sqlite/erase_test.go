package sqlite_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/sqlite"
	"lotse/storage/storetest"
)

// canary is a value that is typed, searched for, and erased.
const canary = "Kanarienvogel"

// crowd is a database in which one run of many names the canary in every way.
func crowd(t *testing.T) (*sqlite.DB, *storetest.Log) {
	t.Helper()
	db := open(t, filepath.Join(t.TempDir(), "lotse.db"))
	c := mustCustomer(t, db)
	victim := storetest.NewLog("victim", c)
	for i := range 40 {
		l := storetest.NewLog(fmt.Sprintf("run%d", i), c)
		for j := range 10 {
			l.Answer("name", strings.Repeat("x", 37*(i+j)%900))
		}
		must(t, db.Append(ctx, l.Batch(1)))
		victim.Answer("name", canary+strings.Repeat("y", i*20))
		b := victim.Batch(int64(len(victim.Events)))
		if i == 0 {
			b = victim.Batch(1)
		}
		b.Index = append(storetest.Index("Muster", "teccom-import", canary),
			run.IndexEntry{Kind: run.NoteEntry, At: flows.AtStep("client"), Text: "calls the " + canary})
		must(t, db.Append(ctx, b))
		if i%10 == 0 {
			hits, err := db.Find(ctx, run.FindQuery{Text: canary[:5]})
			must(t, err)
			if len(hits) != 2 {
				t.Fatalf("%d hits", len(hits))
			}
		}
	}
	e := victim.Add(run.EventRowsReplaced, []byte(`{"sha256":"`+sumOf(canary)+`"}`))
	e.Content = []byte(canary)
	must(t, db.Append(ctx, victim.Batch(e.Seq)))
	return db, victim
}

// traces are the files beside the database that hold the canary in any case.
func traces(t *testing.T, db *sqlite.DB) []string {
	t.Helper()
	var all []string
	must(t, filepath.WalkDir(filepath.Dir(db.Path()), func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if bytes.Contains(bytes.ToLower(b), []byte(strings.ToLower(canary))) {
			all = append(all, filepath.Base(path))
		}
		return err
	}))
	return all
}

func backups(t *testing.T, db *sqlite.DB, n int) []run.BackupFile {
	t.Helper()
	for range n {
		_, err := db.Backup(ctx)
		must(t, err)
	}
	all, err := db.Backups(ctx)
	must(t, err)
	return all
}

func TestEraseLeavesNoTrace(t *testing.T) {
	db, victim := crowd(t)
	typed := run.Unsaved{Run: "victim", Step: "client", Item: "/wait/why", Row: "client.answer", Text: canary}
	must(t, db.SaveUnsaved(ctx, typed))
	backups(t, db, 2)
	if n := len(traces(t, db)); n < 3 {
		t.Fatalf("the search for traces finds %d", n)
	}
	var seqs []int64
	for i := range victim.Events {
		seqs = append(seqs, victim.Events[i].Seq)
	}
	b := erased(victim, seqs)
	b.Taken = []run.Unsaved{typed}
	must(t, db.Erase(ctx, seqs, b))
	if left := traces(t, db); len(left) > 0 {
		t.Errorf("traces in %q", left)
	}
	h, err := db.Header(ctx, "victim")
	must(t, err)
	events, err := db.Events(ctx, "victim", 0)
	must(t, err)
	if v := run.Verify(h, events); !v.Intact {
		t.Errorf("fault %+v", *v.Fault)
	}
}

func TestDeleteLeavesNoTrace(t *testing.T) {
	for name, remove := range map[string]func(*sqlite.DB, *storetest.Log) error{
		"run":      func(db *sqlite.DB, l *storetest.Log) error { return db.DeleteRun(ctx, l.Header.ID) },
		"customer": func(db *sqlite.DB, l *storetest.Log) error { return db.DeleteCustomer(ctx, l.Header.Customer.ID) },
	} {
		t.Run(name, func(t *testing.T) {
			db, victim := crowd(t)
			must(t, db.SaveUnsaved(ctx, run.Unsaved{Run: "victim", Item: "client.name", Text: canary}))
			f, err := db.Put(ctx, "x", strings.NewReader(canary))
			must(t, err)
			e := victim.Add(run.EventTicked, map[string]any{"evidence": f})
			must(t, db.Append(ctx, victim.Batch(e.Seq)))
			backups(t, db, 2)
			must(t, remove(db, victim))
			if left := traces(t, db); len(left) > 0 {
				t.Errorf("traces in %q", left)
			}
			finds, err := db.Examine(ctx)
			must(t, err)
			if len(finds.Problems) > 0 {
				t.Errorf("problems %q", finds.Problems)
			}
		})
	}
}

func TestDeleteTellsWhatIsLeft(t *testing.T) {
	db, _ := crowd(t)
	file := backups(t, db, 1)[0].Path
	write(t, file, bytes.Repeat([]byte("no database "), 100))
	err := db.DeleteRun(ctx, "victim")
	r := refusalOf(t, err)
	if text := sentence(t, r.Message); r.Kind != flows.ErrDamaged || strings.Count(text, file) != 1 || !strings.Contains(text, "was deleted") {
		t.Fatalf("%v: %q", err, text)
	}
	if _, err := db.Header(ctx, "victim"); err == nil {
		t.Error("the run is there")
	}
}
