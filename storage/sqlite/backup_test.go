package sqlite_test

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
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

func sumOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// erased is the batch that erases events of a run.
func erased(l *storetest.Log, seqs []int64) run.Batch {
	l.Add(run.EventErased, map[string]any{"why": "asked for", "seqs": seqs})
	return l.Batch(int64(len(l.Events)))
}

// clock is a time that a test moves.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

func openAt(t *testing.T, path string, c *clock) *sqlite.DB {
	t.Helper()
	db, err := sqlite.Open(ctx, path, sqlite.Options{Now: c.now})
	must(t, err)
	t.Cleanup(func() { must(t, db.Close()) })
	return db
}

func startRun(t *testing.T, db *sqlite.DB, id string) *storetest.Log {
	t.Helper()
	l := storetest.NewLog(id, mustCustomer(t, db))
	l.Add(run.EventStarted, map[string]string{})
	must(t, db.Append(ctx, l.Batch(1)))
	return l
}

func TestBackupIfDue(t *testing.T) {
	c := &clock{storetest.Epoch}
	db := openAt(t, filepath.Join(t.TempDir(), "lotse.db"), c)
	due := func(want bool) {
		t.Helper()
		file, err := db.BackupIfDue(ctx)
		must(t, err)
		if (file != "") != want {
			t.Errorf("at %v: %q", c.at, file)
		}
	}
	due(false) // nothing to keep
	startRun(t, db, "ab12")
	due(true)
	c.at = c.at.Add(23 * time.Hour)
	due(false)
	c.at = c.at.Add(2 * time.Hour)
	due(true)
}

func TestBackupsRotate(t *testing.T) {
	c := &clock{time.Date(2026, 11, 1, 8, 0, 0, 0, time.UTC)}
	db := openAt(t, filepath.Join(t.TempDir(), "lotse.db"), c)
	startRun(t, db, "ab12")
	for range 20 { // two a day
		backups(t, db, 1)
		c.at = c.at.Add(12 * time.Hour)
	}
	var days []int
	for _, f := range backups(t, db, 0) {
		days = append(days, f.At.Day())
	}
	// The ten newest, and of the days before them the newest each.
	want := []int{10, 10, 9, 9, 8, 8, 7, 7, 6, 6, 5, 4, 3, 2, 1}
	if len(days) != len(want) {
		t.Fatalf("days %v, want %v", days, want)
	}
	for i := range want {
		if days[i] != want[i] {
			t.Fatalf("days %v, want %v", days, want)
		}
	}
	c.at = c.at.Add(60 * 24 * time.Hour)
	if n := len(backups(t, db, 1)); n != 10 {
		t.Errorf("%d backups are kept after two months", n)
	}
}

func TestBackupOfTheSameMoment(t *testing.T) {
	c := &clock{storetest.Epoch}
	db := openAt(t, filepath.Join(t.TempDir(), "lotse.db"), c)
	startRun(t, db, "ab12")
	if n := len(backups(t, db, 3)); n != 3 {
		t.Errorf("%d backups", n)
	}
}

// TestBackupHasWhatIsInTheLog takes a backup of what SQLite has in its log alone:
// the file beside it does not have it yet.
func TestBackupHasWhatIsInTheLog(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "lotse.db"))
	l := startRun(t, db, "ab12")
	for n := 2; n < 5; n++ {
		l.Answer("name", "Muster")
		must(t, db.Append(ctx, l.Batch(int64(n))))
		file, err := db.Backup(ctx)
		must(t, err)
		copied := open(t, file)
		events, err := copied.Events(ctx, "ab12", 0)
		must(t, err)
		if len(events) != n {
			t.Errorf("of %d events the backup has %d", n, len(events))
		}
	}
}

func TestBackupThatIsNotWholeIsNotKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lotse.db")
	db := open(t, path)
	startRun(t, db, "ab12")
	good := backups(t, db, 1)[0].Path
	must(t, db.Close())
	foreign(t, path, "UPDATE events SET by = 'somebody else'")
	db = open(t, path)
	_, err := db.Backup(ctx)
	if !errors.Is(err, flows.ErrDamaged) || !strings.Contains(err.Error(), "ab12") {
		t.Errorf("error %v", err)
	}
	if all := backups(t, db, 0); len(all) != 1 || all[0].Path != good {
		t.Errorf("backups %v", all)
	}
	f, err := db.Examine(ctx)
	must(t, err)
	if len(f.Problems) != 1 || !strings.Contains(words.Say(words.English, f.Problems[0]), "event 1") {
		t.Errorf("problems %q", f.Problems)
	}
}

func TestRestoreDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lotse.db")
	db := open(t, path)
	startRun(t, db, "ab12")
	file := backups(t, db, 1)[0].Path
	must(t, db.Close())
	junk := strings.Repeat("junk ", 1000)
	write(t, path, []byte(junk))
	_, err := sqlite.Open(ctx, path, sqlite.Options{})
	if r := refusalOf(t, err); r.Kind != flows.ErrDamaged || r.Message.Args["backup"] != file {
		t.Fatalf("error %v", err)
	}
	kept, err := sqlite.Restore(ctx, path, file, time.Now(), nil)
	must(t, err)
	if string(readFile(t, kept)) != junk {
		t.Error("the damaged database was not kept as it was")
	}
	if _, err := open(t, path).Header(ctx, "ab12"); err != nil {
		t.Error(err)
	}
}

func TestRestoreMissing(t *testing.T) {
	dir := t.TempDir()
	db := open(t, filepath.Join(dir, "lotse.db"))
	startRun(t, db, "ab12")
	elsewhere := filepath.Join(dir, "else", "where.db")
	kept, err := sqlite.Restore(ctx, elsewhere, backups(t, db, 1)[0].Path, time.Now(), nil)
	must(t, err)
	if kept != "" {
		t.Errorf("kept %q", kept)
	}
	if _, err := open(t, elsewhere).Header(ctx, "ab12"); err != nil {
		t.Error(err)
	}
}

func TestRestoreRefuses(t *testing.T) {
	dir := t.TempDir()
	db := open(t, filepath.Join(dir, "lotse.db"))
	startRun(t, db, "ab12")
	good := backups(t, db, 1)[0].Path
	variant := func(name string, statements ...string) string {
		path := filepath.Join(dir, name)
		write(t, path, readFile(t, good))
		foreign(t, path, statements...)
		return path
	}
	text := filepath.Join(dir, "text.db")
	write(t, text, []byte(strings.Repeat("text ", 1000)))
	empty := filepath.Join(dir, "empty.db")
	write(t, empty, nil)
	for path, want := range map[string]flows.RefusalKind{
		text:                     flows.ErrDamaged,
		empty:                    flows.ErrFailed,
		dir:                      flows.ErrNotFound,
		filepath.Join(dir, "no"): flows.ErrNotFound,
		variant("changed.db", "UPDATE events SET data = x'00'"):                                              flows.ErrDamaged,
		variant("cut.db", "DELETE FROM events"):                                                              flows.ErrDamaged,
		variant("newer.db", "PRAGMA user_version = 99"):                                                      flows.ErrNewer,
		variant("other.db", "PRAGMA application_id = 1"):                                                     flows.ErrFailed,
		variant("view.db", "DROP TABLE settings", "CREATE VIEW settings AS SELECT 'a' AS key, 'b' AS value"): flows.ErrDamaged,
		variant("less.db", "DROP TABLE settings"):                                                            flows.ErrDamaged,
	} {
		again, _, err := restored(t, db, path)
		db = again
		if r := refusalOf(t, err); r.Kind != want {
			t.Errorf("%s: %v, want %v", filepath.Base(path), err, want)
		} else if text := sentence(t, r.Message); !strings.Contains(text, path) {
			t.Errorf("%s: not named in %q", filepath.Base(path), text)
		}
		if _, err := db.Header(ctx, "ab12"); err != nil {
			t.Errorf("%s: %v", filepath.Base(path), err)
		}
	}
	for name, code := range map[string]string{"cut.db": "store.backup_torn", "other.db": sqlite.Foreign, "empty.db": "store.backup_empty", "no": "store.no_backup"} {
		again, _, err := restored(t, db, filepath.Join(dir, name))
		db = again
		if r := refusalOf(t, err); r.Message.Code != code {
			t.Errorf("%s: %v, want %s", name, err, code)
		}
	}
	if _, _, err := restored(t, db, db.Path()); refusalOf(t, err).Message.Code != "store.itself" {
		t.Errorf("restored itself: %v", err)
	}
	left, err := filepath.Glob(filepath.Join(dir, "*restore*"))
	must(t, err)
	if len(left) > 0 {
		t.Errorf("left %q", left)
	}
}

func TestRestoreWaitsForNobody(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lotse.db")
	db := open(t, path)
	startRun(t, db, "ab12")
	file := backups(t, db, 1)[0].Path
	cmd := child("hold", path)
	in, err := cmd.StdinPipe()
	must(t, err)
	out, err := cmd.StdoutPipe()
	must(t, err)
	cmd.Stderr = os.Stderr
	must(t, cmd.Start())
	_, err = out.Read(make([]byte, 8)) // it is open
	must(t, err)
	db, _, err = restored(t, db, file)
	if !errors.Is(err, flows.ErrLocked) {
		t.Errorf("error %v", err)
	}
	if _, err := db.Header(ctx, "ab12"); err != nil {
		t.Error(err)
	}
	_, err = in.Write([]byte("x"))
	must(t, err)
	must(t, cmd.Wait())
	_, _, err = restored(t, db, file)
	must(t, err)
}
