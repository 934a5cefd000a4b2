package sqlite_test

import (
	"database/sql"
	"encoding/binary"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/sqlite"
	"lotse/storage/storetest"
)

// foreign makes a database by plain SQLite.
func foreign(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, path string, b []byte) {
	t.Helper()
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestOpenRefusesWhatIsNotOurs(t *testing.T) {
	dir := t.TempDir()
	tests := map[string]struct {
		make func(path string)
		want flows.RefusalKind
		code string
	}{
		"newer.db": {func(path string) {
			_ = closed(t, path)
			foreign(t, path, "PRAGMA user_version = 999")
		}, flows.ErrNewer, "store.newer"},
		"next.db": {func(path string) {
			_ = closed(t, path)
			version := binary.BigEndian.Uint32(readFile(t, path)[60:]) // as SQLite has it in the file's head
			foreign(t, path, fmt.Sprintf("PRAGMA user_version = %d", version+1))
		}, flows.ErrNewer, "store.newer"},
		"foreign.db":     {func(path string) { foreign(t, path, "PRAGMA application_id = 7", "CREATE TABLE x (y)") }, flows.ErrFailed, sqlite.Foreign},
		"unmarked.db":    {func(path string) { foreign(t, path, "CREATE TABLE runs (id)") }, flows.ErrFailed, sqlite.Foreign},
		"text.db":        {func(path string) { write(t, path, []byte(strings.Repeat("no database at all\n", 100))) }, flows.ErrDamaged, "store.no_database"},
		"short.db":       {func(path string) { write(t, path, []byte("x")) }, flows.ErrDamaged, "store.too_short"},
		"no-version.db":  {func(path string) { _ = closed(t, path); foreign(t, path, "PRAGMA user_version = 0") }, flows.ErrDamaged, "store.no_version"},
		"old-version.db": {func(path string) { _ = closed(t, path); foreign(t, path, "PRAGMA user_version = -1") }, flows.ErrDamaged, "store.no_version"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(dir, name)
			tt.make(path)
			before := readFile(t, path)
			if m := refused(t, path, tt.want); m.Code != tt.code {
				t.Errorf("refused as %s, want %s", m.Code, tt.code)
			}
			if string(readFile(t, path)) != string(before) {
				t.Error("the file was changed")
			}
		})
	}
	text := sentence(t, refused(t, filepath.Join(dir, "newer.db"), flows.ErrNewer))
	if !strings.Contains(text, "999") || !strings.Contains(text, fmt.Sprint("up to ", sqlite.SchemaVersion())) {
		t.Errorf("both versions are not named: %q", text)
	}
	refused(t, dir, flows.ErrFailed) // a folder
}

// closed makes a database and closes it again.
func closed(t *testing.T, path string) string {
	t.Helper()
	db, err := sqlite.Open(ctx, path, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOpenDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lotse.db")
	db := open(t, path)
	l := storetest.NewLog("ab12", mustCustomer(t, db))
	for range 200 {
		l.Answer("name", strings.Repeat("x", 500))
	}
	must(t, db.Append(ctx, l.Batch(1)))
	must(t, db.Close())
	b := readFile(t, path)
	for i := 4096; i < len(b); i++ {
		b[i] = byte(i)
	}
	write(t, path, b)
	damaged, err := sqlite.Open(ctx, path, sqlite.Options{})
	if err == nil { // it is seen at the latest where it is read
		defer func() { _ = damaged.Close() }()
		_, err = damaged.Events(ctx, "ab12", 0)
		if f, ferr := damaged.Examine(ctx); ferr != nil || len(f.Problems) == 0 {
			t.Errorf("examined: %v, problems %v", ferr, f.Problems)
		}
	}
	if r := refusalOf(t, err); r.Message.Code != "store.damaged" || !strings.Contains(sentence(t, r.Message), path) {
		t.Errorf("error %v", err)
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestOpenEmptyFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lotse.db")
	write(t, path, nil)
	mustCustomer(t, open(t, path))
}

func TestOpenWeirdNames(t *testing.T) {
	for _, name := range []string{
		"with blank.db", "a?mode=memory", "#x.db", "%41.db", "ü漢字.db", "it's.db", "a&b;c.db", "file:x.db", ":memory:", "\x1b[31m.db", "-x",
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, name)
			db := open(t, path)
			mustCustomer(t, db)
			file, err := db.Backup(ctx)
			must(t, err)
			info, err := os.Stat(path)
			must(t, err)
			if info.Size() == 0 || !strings.HasPrefix(file, filepath.Join(dir, "backups", name)) {
				t.Errorf("size %d, backup %q", info.Size(), file)
			}
		})
	}
}

func TestOpenByAnotherName(t *testing.T) {
	dir := t.TempDir()
	real := closed(t, filepath.Join(dir, "lotse.db"))
	link := filepath.Join(dir, "link.db")
	must(t, os.Symlink(real, link))
	if db := open(t, link); db.Path() != real {
		t.Errorf("path %q, want %q", db.Path(), real)
	}
	t.Chdir(dir)
	if db := open(t, "./lotse.db"); db.Path() != real {
		t.Errorf("path %q, want %q", db.Path(), real)
	}
}

func TestPermissions(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "folder")
	db := open(t, filepath.Join(dir, "lotse.db"))
	mustCustomer(t, db)
	_, err := db.Put(ctx, "x", strings.NewReader("x"))
	must(t, err)
	_, err = db.Backup(ctx)
	must(t, err)
	seen := 0
	must(t, filepath.WalkDir(filepath.Dir(dir), func(path string, e os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		seen++
		if want := map[bool]os.FileMode{true: 0o700, false: 0o600}[e.IsDir()]; info.Mode().Perm() != want {
			t.Errorf("%s: %v, want %v", path, info.Mode().Perm(), want)
		}
		return nil
	}))
	if seen < 12 {
		t.Errorf("only %d files and folders", seen)
	}
}

func TestPermissionsOfTheFolderStay(t *testing.T) {
	dir := t.TempDir()
	must(t, os.Chmod(dir, 0o755)) //nolint:gosec // that it stays is what is tested
	path := closed(t, filepath.Join(dir, "lotse.db"))
	must(t, os.Chmod(path, 0o644)) //nolint:gosec // that it is closed is
	open(t, path)
	for p, want := range map[string]os.FileMode{dir: 0o755, path: 0o600} {
		info, err := os.Stat(p)
		must(t, err)
		if info.Mode().Perm() != want {
			t.Errorf("%s: %v, want %v", p, info.Mode().Perm(), want)
		}
	}
}

func TestReadOnlyFolder(t *testing.T) {
	dir := t.TempDir()
	path := closed(t, filepath.Join(dir, "there", "lotse.db"))
	locked := filepath.Join(dir, "locked")
	must(t, os.Mkdir(locked, 0o700))
	asNobody(t, dir, locked, filepath.Dir(path), path)
	refused(t, filepath.Join(locked, "lotse.db"), flows.ErrReadOnly)
	refused(t, filepath.Join(locked, "new", "lotse.db"), flows.ErrReadOnly)
	refused(t, path, flows.ErrReadOnly)
}

func TestReadOnlyFile(t *testing.T) {
	dir := t.TempDir()
	path := closed(t, filepath.Join(dir, "lotse.db"))
	must(t, os.Remove(path+"-lock"))
	if os.Geteuid() == 0 {
		must(t, os.Chown(dir, 65534, -1)) // the folder can be written, the file cannot
	}
	asNobody(t, path)
	refused(t, path, flows.ErrReadOnly)
}

func TestManyProcessesCreate(t *testing.T) {
	for range 5 {
		path := filepath.Join(t.TempDir(), "lotse.db")
		const n = 8
		var all []*exec.Cmd
		for i := range n {
			cmd := child("create", path, fmt.Sprint(i))
			cmd.Stderr = os.Stderr
			must(t, cmd.Start())
			all = append(all, cmd)
		}
		for _, cmd := range all {
			if err := cmd.Wait(); err != nil {
				t.Errorf("a process failed: %v", err)
			}
		}
		customers, err := open(t, path).Customers(ctx, "", 100)
		must(t, err)
		if len(customers) != n {
			t.Errorf("%d customers, want %d", len(customers), n)
		}
	}
}

func TestClosed(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "lotse.db"))
	must(t, db.Close())
	must(t, db.Close())
	_, err := db.Headers(ctx, run.Query{})
	_, err2 := db.Backup(ctx)
	_, err3 := db.Examine(ctx)
	for _, err := range []error{err, err2, err3, db.SetSetting(ctx, "a", "b")} {
		if err == nil || !strings.Contains(err.Error(), "closed") {
			t.Errorf("error %v", err)
		}
	}
}
