package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"runtime"
	"strings"

	sqlite3 "github.com/mattn/go-sqlite3"

	"lotse/flows"
	"lotse/flows/ownfile"
)

// access is what a connection may do.
type access int

const (
	writing   access = iota // of the store: WAL, every transaction immediate
	reading                 // of the store, or of any other file: changes nothing
	copying                 // as reading, but VACUUM INTO is allowed
	alone                   // of a backup that nobody else has open: one file, no WAL
	untouched               // of a file as it lies there: no lock, no log, no rollback
)

// verbatim begins a path that Windows takes as it is, however long.
const verbatim = `\\?\`

// dsn builds the data source name; nothing else does. The driver ignores
// unknown parameters, so the important settings are read back (see
// requiredSettings).
func dsn(path string, a access) string {
	q := url.Values{
		"_busy_timeout":    {"5000"},
		"_foreign_keys":    {"1"},
		"_secure_delete":   {"on"},
		"_synchronous":     {"FULL"},
		"_stmt_cache_size": {"64"},
		"_txlock":          {"immediate"},
		"mode":             {"rw"}, // never creates: the file is made with its permissions before
	}
	switch a {
	case writing:
		q.Set("_journal_mode", "WAL")
	case reading:
		q.Set("_query_only", "1")
		fallthrough
	case copying:
		q.Set("mode", "ro")
		q.Set("_txlock", "deferred")
	case alone:
		q.Set("_journal_mode", "DELETE")
	case untouched:
		q.Set("mode", "ro")
		q.Set("immutable", "1")
	}
	if runtime.GOOS == "windows" {
		q.Set("vfs", "win32-longpath") // the other one has room for 260 letters
	}
	path = ownfile.Extended(path)
	p := filepath.ToSlash(path)
	if strings.HasPrefix(path, verbatim) {
		p = path // its backslashes are no slashes, and SQLite takes off the slash that comes before them
	}
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // a drive letter, or verbatim
	}
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: p}).EscapedPath(), RawQuery: q.Encode()}
	return u.String()
}

// everyConnection is what a DSN cannot ask for.
var everyConnection = []string{
	"PRAGMA trusted_schema = OFF",
	"PRAGMA cell_size_check = ON",
	"PRAGMA mmap_size = 0",
	"PRAGMA temp_store = MEMORY",
}

// onDarwin makes syncs reach the drive, which plain fsync does not there.
var onDarwin = []string{"PRAGMA fullfsync = 1", "PRAGMA checkpoint_fullfsync = 1"}

// requiredSettings are the settings that a connection must report before it is
// used.
func requiredSettings(a access) map[string]string {
	want := map[string]string{
		"synchronous": "2", "foreign_keys": "1", "busy_timeout": "5000",
		"secure_delete": "1", "trusted_schema": "0",
	}
	switch a {
	case writing:
		want["journal_mode"] = "wal"
	case reading:
		want["query_only"] = "1"
	}
	return want
}

// connector opens connections with one DSN and refuses any whose settings are
// not the required ones.
type connector struct {
	name   string
	driver *sqlite3.SQLiteDriver
}

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.driver.Open(c.name) }
func (c connector) Driver() driver.Driver                        { return c.driver }

// pool opens a pool of up to n connections to a file.
func pool(path string, a access, n int) *sql.DB {
	db := sql.OpenDB(connector{dsn(path, a), &sqlite3.SQLiteDriver{
		ConnectHook: func(c *sqlite3.SQLiteConn) error { return applySettings(c, a) },
	}})
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	db.SetConnMaxLifetime(0)
	return db
}

func applySettings(c *sqlite3.SQLiteConn, a access) error {
	todo := everyConnection
	if runtime.GOOS == "darwin" {
		todo = append(todo[:len(todo):len(todo)], onDarwin...)
	}
	for _, s := range todo {
		if _, err := c.Exec(s, nil); err != nil {
			return fmt.Errorf("%s: %w", s, err)
		}
	}
	if a == writing {
		if err := refuseReadOnly(c); err != nil {
			return err
		}
	}
	for name, want := range requiredSettings(a) {
		got, err := pragma(c, name)
		if err != nil {
			return fmt.Errorf("read %s: %w", name, err)
		}
		if got != want {
			return fmt.Errorf("%s is %q, not %q: %w", name, got, want, errSettings)
		}
	}
	return nil
}

// refuseReadOnly refuses a file that SQLite could open only for reading, which
// it does silently. A file that is locked can be written; a new file has no
// table yet, and is written next.
func refuseReadOnly(c *sqlite3.SQLiteConn) error {
	if _, err := c.Exec("PRAGMA busy_timeout = 0", nil); err != nil {
		return err
	}
	_, err := c.Exec("DELETE FROM settings WHERE 0", nil)
	if _, terr := c.Exec("PRAGMA busy_timeout = 5000", nil); terr != nil {
		return terr
	}
	if kindOf(err) == flows.ErrReadOnly {
		return err
	}
	return nil
}

// errSettings says that SQLite did not take a setting that the store rests on.
var errSettings = errors.New("setting not taken")

func pragma(c *sqlite3.SQLiteConn, name string) (string, error) {
	rows, err := c.Query("PRAGMA "+name, nil)
	if err != nil {
		return "", err
	}
	dest := make([]driver.Value, 1)
	err = rows.Next(dest)
	if cerr := rows.Close(); err == nil {
		err = cerr
	}
	if errors.Is(err, io.EOF) {
		return "", nil
	}
	return fmt.Sprint(dest[0]), err
}
