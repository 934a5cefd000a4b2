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
	"os/exec"
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
		_ = c.control("stop", "-m", "immediate") // its data goes with it
		_ = os.RemoveAll(c.Dir)
	}
	return code
}

// Shared is the one server of a package's tests, started by the first that asks. It is
// never stopped meanwhile: see Start for one that is.
func Shared(t testing.TB) *Cluster {
	t.Helper()
	shared.Do(func() { shared.c = start(t) })
	if shared.c == nil {
		t.Fatal("the server did not start, see the first test that asked for it")
	}
	return shared.c
}

// Start starts a server for one test alone, with settings of its own as
// postgresql.conf has them, and removes it when the test ends.
func Start(t testing.TB, settings ...string) *Cluster {
	t.Helper()
	c := start(t, settings...)
	t.Cleanup(func() {
		_ = c.control("stop", "-m", "immediate")
		_ = os.RemoveAll(c.Dir)
	})
	return c
}

func start(t testing.TB, settings ...string) *Cluster {
	t.Helper()
	c := &Cluster{bin: bin(t), Port: freePort(t)}
	var err error
	// Not t.TempDir: the path of a socket is short.
	if c.Dir, err = os.MkdirTemp("", "pg"); err != nil {
		t.Fatal(err)
	}
	c.Log = filepath.Join(c.Dir, "log")
	if os.Geteuid() == 0 {
		c.as = nobody(t)
		if err := os.Chown(c.Dir, int(c.as.Uid), int(c.as.Gid)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(c.Dir, 0o755); err != nil { //nolint:gosec // others connect to the socket in it
		t.Fatal(err)
	}
	c.must(t, "initdb", "-D", c.data(), "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8")
	c.certify(t)
	c.configure(t, settings)
	if err := c.control("start"); err != nil {
		b, _ := os.ReadFile(c.Log) //nolint:errcheck // the error says what is known
		t.Fatalf("start PostgreSQL: %v\n%s", err, b)
	}
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

func (c *Cluster) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(c.bin, name), args...) //nolint:gosec // the test names it
	cmd.Dir = c.Dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: c.as}
	return cmd
}

func (c *Cluster) must(t testing.TB, name string, args ...string) {
	t.Helper()
	if out, err := c.command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

// control calls pg_ctl and waits until it has done it.
func (c *Cluster) control(what string, args ...string) error {
	args = append([]string{what, "-D", c.data(), "-w", "-t", "60", "-s", "-l", c.Log}, args...)
	out, err := c.command("pg_ctl", args...).Output()
	if err != nil {
		return fmt.Errorf("pg_ctl %s: %w: %s", what, err, out)
	}
	return nil
}

// Stop stops the server: "smart", "fast", or "immediate", which is a crash.
func (c *Cluster) Stop(t testing.TB, mode string) {
	t.Helper()
	if err := c.control("stop", "-m", mode); err != nil {
		t.Fatal(err)
	}
}

// StartAgain starts it after Stop, with what it had.
func (c *Cluster) StartAgain(t testing.TB) {
	t.Helper()
	if err := c.control("start"); err != nil {
		t.Fatal(err)
	}
}

// configure has the socket trust whoever says who they are, and loopback ask for TLS and
// a password. A crash of the server loses nothing that the system has: the disk is waited
// for only where that is measured.
func (c *Cluster) configure(t testing.TB, settings []string) {
	t.Helper()
	c.write(t, filepath.Join(c.data(), "pg_hba.conf"), "local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n")
	c.write(t, filepath.Join(c.data(), "postgresql.auto.conf"), fmt.Sprintf(`port = %d
listen_addresses = '127.0.0.1'
unix_socket_directories = '%s'
ssl = on
ssl_cert_file = '%[2]s/tls/server.crt'
ssl_key_file = '%[2]s/tls/server.key'
max_connections = 60
shared_buffers = 64MB
log_min_messages = warning
fsync = %[3]t
%[4]s
`, c.Port, c.Dir, measures(), strings.Join(settings, "\n")))
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
	if c.as != nil {
		if err := os.Chown(path, int(c.as.Uid), int(c.as.Gid)); err != nil {
			t.Fatal(err)
		}
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
