//go:build campaign

package pgtest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// Replica starts a hot standby of a server, which streams what the server writes, has
// its certificates, and ends with the test.
func (c *Cluster) Replica(t testing.TB) *Cluster {
	t.Helper()
	r := found(t).alone(t)
	r.tls = c.tls
	r.must(t, "pg_basebackup", "-D", r.data(), "-d", c.primary(), "-X", "stream", "-c", "fast", "-R", "--no-sync")
	r.configure(t, []string{fmt.Sprintf("primary_conninfo = '%s'", strings.ReplaceAll(c.primary(), "'", "''"))})
	r.StartAgain(t)
	return r
}

// primary says to a standby how to come to the server.
func (c *Cluster) primary() string {
	return fmt.Sprintf("host=%s port=%d user=postgres", c.Dir, c.Port)
}

// Promote makes a primary of a standby.
func (c *Cluster) Promote(t testing.TB) {
	t.Helper()
	if err := c.control("promote"); err != nil {
		t.Fatal(err)
	}
}

// CaughtUp waits until a standby has what a server has written up to now.
func (c *Cluster) CaughtUp(t testing.TB, with *Cluster) {
	t.Helper()
	written := with.ask(t, "SELECT pg_current_wal_lsn()::text")
	for end := time.Now().Add(30 * time.Second); c.ask(t, "SELECT (pg_last_wal_replay_lsn() >= '"+written+"')::text") != "true"; {
		if time.Now().After(end) {
			t.Fatal("the replica does not catch up")
		}
		time.Sleep(10 * time.Millisecond)
	}
}

func (c *Cluster) ask(t testing.TB, sql string) (answer string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), c.URL("postgres", "postgres"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(t.Context()) }()
	if err := conn.QueryRow(t.Context(), sql).Scan(&answer); err != nil {
		t.Fatal(err)
	}
	return answer
}
