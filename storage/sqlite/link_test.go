package sqlite_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lotse/storage/sqlite"
)

// TestLinksBesideTheDatabaseAreRefused puts a link in the place of each thing
// that lies beside a database; nothing is done through it.
func TestLinksBesideTheDatabaseAreRefused(t *testing.T) {
	for _, name := range []string{
		"backups", "backups/lotse.db", "evidence", "evidence/lotse.db",
		"lotse.db-lock", "lotse.db-wal", "lotse.db-shm", "lotse.db-journal", "lotse.db-restore.tmp", "lotse.db-restore.plan",
	} {
		t.Run(name, func(t *testing.T) {
			dir, elsewhere := t.TempDir(), t.TempDir()
			path := filepath.Join(dir, "lotse.db")
			backup := prepared(t, path)
			link := filepath.Join(dir, filepath.FromSlash(name))
			target := filepath.Join(elsewhere, "target")
			if _, err := os.Lstat(link); err == nil {
				must(t, os.Rename(link, target))
			}
			must(t, os.MkdirAll(filepath.Dir(link), 0o700))
			must(t, os.Symlink(target, link))
			before := listing(t, elsewhere)
			_, open := sqlite.Open(ctx, path, sqlite.Options{})
			_, restore := sqlite.Restore(ctx, path, backup, time.Now(), nil)
			_, list := sqlite.BackupsOf(path)
			for what, err := range map[string]error{"open": open, "restore": restore, "backups": list, "alone": sqlite.Alone(ctx, path)} {
				if r := refusalOf(t, err); r.Message.Code != "store.linked" || r.Message.Args["file"] != link {
					t.Errorf("%s: %v", what, err)
				}
			}
			if after := listing(t, elsewhere); after != before {
				t.Errorf("elsewhere were %q and are %q", before, after)
			}
		})
	}
}

// prepared makes a database with a run "aa11" in its backup, and "bb22" after.
func prepared(t *testing.T, path string) (backup string) {
	t.Helper()
	db, err := sqlite.Open(ctx, path, sqlite.Options{})
	must(t, err)
	startRun(t, db, "aa11")
	backup, err = db.Backup(ctx)
	must(t, err)
	startRun(t, db, "bb22")
	must(t, db.Close())
	return backup
}

func listing(t *testing.T, dir string) string {
	t.Helper()
	var all []string
	must(t, filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		all = append(all, path)
		return err
	}))
	return strings.Join(all, " ")
}

// TestALinkedFolderOfFilesIsRefused keeps and removes nothing through it.
func TestALinkedFolderOfFilesIsRefused(t *testing.T) {
	dir, elsewhere := t.TempDir(), t.TempDir()
	db := open(t, filepath.Join(dir, "lotse.db"))
	sum := sumOf("x")
	must(t, os.MkdirAll(filepath.Join(dir, "evidence", "lotse.db"), 0o700))
	must(t, os.Symlink(elsewhere, filepath.Join(dir, "evidence", "lotse.db", sum[:2])))
	_, err := db.Put(ctx, "x", strings.NewReader("x"))
	if r := refusalOf(t, err); r.Message.Code != "store.linked" {
		t.Errorf("error %v", err)
	}
	if got := listing(t, elsewhere); got != elsewhere {
		t.Errorf("elsewhere are %q", got)
	}
}

// TestALinkedBackupIsNone holds that a link among the backups is no backup of
// ours, which a deletion would rewrite.
func TestALinkedBackupIsNone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lotse.db")
	backup := prepared(t, path)
	elsewhere := filepath.Join(t.TempDir(), "mine.db")
	must(t, os.Rename(backup, elsewhere))
	must(t, os.Symlink(elsewhere, backup))
	before := readFile(t, elsewhere)
	db := open(t, path)
	if all := backups(t, db, 0); len(all) != 0 {
		t.Errorf("backups %v", all)
	}
	must(t, db.DeleteRun(ctx, "aa11"))
	if string(readFile(t, elsewhere)) != string(before) {
		t.Error("what lies elsewhere was changed")
	}
}

// TestTheFolderItselfMayBeALink opens, backs up and restores through one.
func TestTheFolderItselfMayBeALink(t *testing.T) {
	real := t.TempDir()
	folder := filepath.Join(t.TempDir(), "data")
	must(t, os.Symlink(real, folder))
	path := filepath.Join(folder, "lotse.db")
	backup := prepared(t, path)
	_, err := sqlite.Restore(ctx, path, backup, time.Now(), nil)
	must(t, err)
	db := open(t, path)
	if _, err := db.Header(ctx, "aa11"); err != nil || db.Path() != filepath.Join(real, "lotse.db") {
		t.Errorf("%q, %v", db.Path(), err)
	}
}
