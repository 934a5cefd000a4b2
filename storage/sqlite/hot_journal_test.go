package sqlite

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"lotse/flows"
)

// foreignFile makes a database by plain SQLite.
func foreignFile(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+path)
	must(t, err)
	for _, s := range statements {
		_, err := db.Exec(s)
		must(t, err)
	}
	must(t, db.Close())
}

// cutOff begins a change outside of the write-ahead log, so large that half of
// it is in the file, and takes a copy of file and journal as a kill would leave
// them.
func cutOff(t *testing.T, path string, statements ...string) (cut string) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+path+"?_journal_mode=DELETE")
	must(t, err)
	db.SetMaxOpenConns(1)
	for _, s := range append([]string{"PRAGMA cache_size = 1", "PRAGMA cache_spill = 1", "BEGIN IMMEDIATE"}, statements...) {
		_, err := db.Exec(s)
		must(t, err)
	}
	cut = filepath.Join(t.TempDir(), "cut.db")
	for _, end := range []string{"", "-journal"} {
		b, err := os.ReadFile(path + end)
		must(t, err)
		must(t, os.WriteFile(cut+end, b, fileMode))
	}
	_, err = db.Exec("ROLLBACK")
	must(t, errors.Join(err, db.Close()))
	return cut
}

const fillUp = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400) INSERT INTO %s SELECT i, hex(zeroblob(1000)) FROM n"

// ours makes a database of ours with a run, in one file.
func ours(t *testing.T) string {
	t.Helper()
	s := staged(t)
	must(t, foldLog(ctx, s.path))
	return s.path
}

// TestHotJournalIsRolledBack opens what a cut-off change has left.
func TestHotJournalIsRolledBack(t *testing.T) {
	fill := fmt.Sprintf(fillUp, "settings (key, value)")
	for name, statements := range map[string][]string{
		"rows":              {fill},
		"first page early":  {"PRAGMA user_version = 999", fill},
		"first page late":   {fill, "PRAGMA user_version = 999", "UPDATE settings SET value = hex(zeroblob(900))"},
		"not ours any more": {"PRAGMA application_id = 7", fill},
		"newly made":        {"CREATE TABLE x (y, z)", fmt.Sprintf(fillUp, "x")},
	} {
		t.Run(name, func(t *testing.T) {
			cut := cutOff(t, ours(t), statements...)
			var said told
			d, err := Open(ctx, cut, Options{Tell: said.add})
			must(t, err)
			if runs := runsOf(t, d); runs != "aa11 bb22" || len(said) > 0 {
				t.Errorf("runs %q, told %v", runs, said)
			}
			f, err := d.Examine(ctx)
			if must(t, err); len(f.Problems) > 0 {
				t.Errorf("problems %v", f.Problems)
			}
			must(t, d.Close())
			if exists(cut + "-journal") {
				t.Error("the journal is left")
			}
		})
	}
}

// TestHotJournalOfAnEmptyFile opens what was cut off when it was first made.
func TestHotJournalOfAnEmptyFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new.db")
	must(t, os.WriteFile(path, nil, fileMode))
	cut := cutOff(t, path, "CREATE TABLE x (y, z)", fmt.Sprintf(fillUp, "x"))
	d, err := Open(ctx, cut, Options{})
	must(t, err)
	begun(t, d, "aa11")
	must(t, d.Close())
}

// TestHotJournalOfOthersIsLeft refuses what is not ours, or newer, as it will be
// once it is rolled back, and changes neither file nor journal.
func TestHotJournalOfOthersIsLeft(t *testing.T) {
	newer := ours(t)
	foreignFile(t, newer, "PRAGMA user_version = 999")
	other := filepath.Join(t.TempDir(), "other.db")
	foreignFile(t, other, "PRAGMA application_id = 7", "CREATE TABLE x (y, z)")
	unmarked := filepath.Join(t.TempDir(), "unmarked.db")
	foreignFile(t, unmarked, "CREATE TABLE x (y, z)")
	disguise := fmt.Sprintf("PRAGMA application_id = %d", applicationID)
	for name, tt := range map[string]struct {
		cut  string
		kind flows.RefusalKind
	}{
		"newer":             {cutOff(t, newer, fmt.Sprintf(fillUp, "settings (key, value)")), flows.ErrNewer},
		"newer, going back": {cutOff(t, newer, "PRAGMA user_version = 2", fmt.Sprintf(fillUp, "settings (key, value)")), flows.ErrNewer},
		"foreign":           {cutOff(t, other, fmt.Sprintf(fillUp, "x")), flows.ErrFailed},
		"foreign, as ours":  {cutOff(t, other, disguise, "PRAGMA user_version = 2", fmt.Sprintf(fillUp, "x")), flows.ErrFailed},
		"unmarked":          {cutOff(t, unmarked, fmt.Sprintf(fillUp, "x")), flows.ErrFailed},
	} {
		t.Run(name, func(t *testing.T) {
			before := contents(t, tt.cut)
			_, err := Open(ctx, tt.cut, Options{})
			if !errors.Is(err, tt.kind) || kindOf(err) == flows.ErrReadOnly {
				t.Errorf("error %v", err)
			}
			if tt.kind == flows.ErrFailed {
				if _, err := Restore(ctx, tt.cut, ours(t), modified(tt.cut), nil); err == nil {
					t.Error("restored over it")
				}
			}
			if contents(t, tt.cut) != before {
				t.Error("it was changed")
			}
		})
	}
}

func contents(t *testing.T, path string) [2]string {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, err)
	j, err := os.ReadFile(path + "-journal")
	must(t, err)
	return [2]string{string(b), string(j)}
}

// TestHotJournalOfABackup says why it cannot be restored, and changes nothing.
func TestHotJournalOfABackup(t *testing.T) {
	s := staged(t)
	cut := cutOff(t, ours(t), fmt.Sprintf(fillUp, "settings (key, value)"))
	before := contents(t, cut)
	_, err := Restore(ctx, s.path, cut, s.now, nil)
	var r *flows.Refusal
	if !errors.As(err, &r) || r.Message.Code != "store.backup_cut_off" || r.Message.Args["journal"] != cut+"-journal" {
		t.Errorf("error %v", err)
	}
	if contents(t, cut) != before {
		t.Error("it was changed")
	}
	if runs, said := s.opened(t); runs != "aa11 bb22" || len(said) > 0 {
		t.Errorf("runs %q, told %v", runs, said)
	}
}
