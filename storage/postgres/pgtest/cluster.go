//go:build campaign

// Package pgtest starts a PostgreSQL server of its own for tests: Debian's, in a
// temporary folder, on a socket and, with TLS by a test's own authority, on loopback.
// It imports pgx, storage/postgres and the standard library, and fails where there is
// no PostgreSQL: .ci/run installs it.
package pgtest

import (
	"context"
	"flag"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"lotse/flows/run"
	"lotse/storage/postgres"
)

// Cluster is a server with its own data.
type Cluster struct {
	Dir  string // data in Dir/data, the socket in Dir, the certificates in Dir/tls
	Port int
	Log  string // file
	bin  string
	as   *syscall.Credential // PostgreSQL does not run as root
	tls  string              // folder of the certificates
	env  []string            // of the server, beside this process's
	end  func() error        // stops the server and removes Dir
}

var shared = struct {
	sync.Once
	c *Cluster
}{}

// Main runs the tests of a package and stops the server that they share: to be called
// by TestMain.
func Main(m *testing.M) int {
	code := m.Run()
	if c := shared.c; c != nil {
		if err := c.end(); err != nil {
			fmt.Fprintln(os.Stderr, "pgtest:", err)
			return 1
		}
	}
	return code
}

// Shared is the one server of a package's tests, started by the first that asks. It is
// never stopped meanwhile: see Start for one that is.
func Shared(t testing.TB) *Cluster {
	t.Helper()
	shared.Do(func() { shared.c = found(t).start(t) })
	if shared.c == nil {
		t.Fatal("the server did not start, see the first test that asked for it")
	}
	return shared.c
}

// Start starts a server for one test alone, with settings of its own as
// postgresql.conf has them, and removes it when the test ends.
func Start(t testing.TB, settings ...string) *Cluster {
	t.Helper()
	return found(t).alone(t).start(t, settings...)
}

// StartAt starts one whose clock is ahead of this machine's, by faketime's library.
func StartAt(t testing.TB, ahead time.Duration) *Cluster {
	t.Helper()
	all, err := filepath.Glob("/usr/lib/*/faketime/libfaketime.so.1")
	if err != nil || len(all) != 1 {
		t.Fatal("no libfaketime here: apt-get install faketime")
	}
	c := found(t).alone(t)
	c.env = []string{"LD_PRELOAD=" + all[0], fmt.Sprintf("FAKETIME=%+ds", int(ahead.Seconds())), "FAKETIME_DONT_FAKE_MONOTONIC=1", "FAKETIME_DONT_RESET=1"}
	return c.start(t)
}

// found makes a folder for a server, which goes with this process, however that ends.
func found(t testing.TB) *Cluster {
	t.Helper()
	c := &Cluster{bin: bin(t), Port: freePort(t)}
	var err error
	// Not t.TempDir: the path of a socket is short.
	if c.Dir, err = os.MkdirTemp("", "pg"); err != nil {
		t.Fatal(err)
	}
	c.Log, c.tls = filepath.Join(c.Dir, "log"), filepath.Join(c.Dir, "tls")
	if os.Geteuid() == 0 {
		c.as = nobody(t)
		c.own(t, c.Dir)
	}
	if err := os.Chmod(c.Dir, 0o755); err != nil { //nolint:gosec // others connect to the socket in it
		t.Fatal(err)
	}
	if c.end, err = c.guard(); err != nil {
		t.Fatal(err)
	}
	return c
}

// alone has the server end with a test.
func (c *Cluster) alone(t testing.TB) *Cluster {
	t.Cleanup(func() {
		if err := c.end(); err != nil {
			t.Error(err)
		}
	})
	return c
}

// start makes the data and starts the server.
func (c *Cluster) start(t testing.TB, settings ...string) *Cluster {
	t.Helper()
	c.must(t, "initdb", "-D", c.data(), "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8")
	c.certify(t)
	c.configure(t, settings)
	c.StartAgain(t)
	return c
}

// bin is the folder of the newest PostgreSQL of Debian.
func bin(t testing.TB) string {
	t.Helper()
	all, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err != nil || len(all) == 0 {
		t.Fatal("no PostgreSQL server here: apt-get install postgresql")
	}
	slices.Sort(all)
	return filepath.Dir(all[len(all)-1])
}

func nobody(t testing.TB) *syscall.Credential {
	t.Helper()
	u, err := user.Lookup("postgres")
	if err != nil {
		t.Fatal(err)
	}
	uid, _ := strconv.Atoi(u.Uid)                                  //nolint:errcheck // a number on every Unix
	gid, _ := strconv.Atoi(u.Gid)                                  //nolint:errcheck // likewise
	return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)} //nolint:gosec // as the system gave them
}

func freePort(t testing.TB) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	return l.Addr().(*net.TCPAddr).Port
}

func (c *Cluster) data() string { return filepath.Join(c.Dir, "data") }

// configure has the socket trust whoever says who they are, and loopback ask for TLS and
// a password. A crash of the server loses nothing that the system has: the disk is waited
// for only where that is measured.
func (c *Cluster) configure(t testing.TB, settings []string) {
	t.Helper()
	c.write(t, filepath.Join(c.data(), "pg_hba.conf"), "local all all trust\nlocal replication all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n")
	c.write(t, filepath.Join(c.data(), "postgresql.auto.conf"), fmt.Sprintf(`port = %d
listen_addresses = '127.0.0.1'
unix_socket_directories = '%s'
ssl = on
ssl_cert_file = '%[5]s/server.crt'
ssl_key_file = '%[5]s/server.key'
max_connections = 60
shared_buffers = 64MB
log_min_messages = warning
fsync = %[3]t
%[4]s
`, c.Port, c.Dir, measures(), strings.Join(settings, "\n"), c.tls))
}

// measures reports whether benchmarks are run.
func measures() bool {
	f := flag.Lookup("test.bench")
	return f != nil && f.Value.String() != ""
}

// write writes a file that the server may read.
func (c *Cluster) write(t testing.TB, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	c.own(t, path)
}

// own gives a path to whom the server runs as.
func (c *Cluster) own(t testing.TB, path string) {
	t.Helper()
	if c.as == nil {
		return
	}
	if err := os.Chown(path, int(c.as.Uid), int(c.as.Gid)); err != nil {
		t.Fatal(err)
	}
}

// URL is the address of a database by the socket, for somebody by name; it needs no
// password.
func (c *Cluster) URL(member, database string) string {
	u := url.URL{Scheme: "postgres", User: url.User(member), Path: "/" + database}
	u.RawQuery = url.Values{"host": {c.Dir}, "port": {strconv.Itoa(c.Port)}}.Encode()
	return u.String()
}

// Exec runs SQL as the server's superuser.
func (c *Cluster) Exec(t testing.TB, database, sql string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), c.URL("postgres", database))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.WithoutCancel(t.Context())) }()
	if _, err := conn.Exec(t.Context(), sql); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

var number atomic.Int64

// Database makes a database with a team's schema and gives its name.
func (c *Cluster) Database(t testing.TB) string {
	t.Helper()
	name := fmt.Sprintf("team%d", number.Add(1))
	c.Exec(t, "postgres", "CREATE DATABASE "+name)
	if _, err := postgres.Init(t.Context(), c.URL("postgres", name), time.Now()); err != nil {
		t.Fatal(err)
	}
	return name
}

// Copy makes a database like another, which nobody may be connected to: with its group
// roles, so that whoever is a member of the one is of the other. It is quicker than
// Database.
func (c *Cluster) Copy(t testing.TB, of string) string {
	t.Helper()
	name := fmt.Sprintf("team%d", number.Add(1))
	c.Exec(t, "postgres", "CREATE DATABASE "+name+" TEMPLATE "+of)
	return name
}

// Member makes a login, where there is none, and lets it into the team of a database in
// a role, and into teams, which are made where they are missing.
func (c *Cluster) Member(t testing.TB, database, name string, role run.Role, teams ...string) {
	t.Helper()
	quoted, literal := pgx.Identifier{name}.Sanitize(), "'"+strings.ReplaceAll(name, "'", "''")+"'"
	c.Exec(t, database, `DO $$ BEGIN CREATE ROLE `+quoted+` LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
		GRANT `+pgx.Identifier{database + "_" + string(role)}.Sanitize()+` TO `+quoted)
	for _, team := range teams {
		c.Exec(t, database, `INSERT INTO lotse.teams VALUES ('`+team+`') ON CONFLICT DO NOTHING;
			INSERT INTO lotse.memberships VALUES ('`+team+`', `+literal+`) ON CONFLICT DO NOTHING`)
	}
}
