package postgres

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"lotse/storage/postgres/wire"
)

// How long is waited for a server that does not answer: a network that lets nothing
// through any more says nothing either.
const (
	connectTime = 10 * time.Second // for one host, where the address does not say
	pingTime    = 5 * time.Second  // for a connection that was idle
	idleToRead  = time.Second      // before it is asked whether a connection is there still
	idleToSave  = time.Minute      // likewise
	silence     = 20 * time.Second // between two answers to one statement
	largestPart = 64 << 20         // bytes of one message of the server
	connections = 4                // of one program
)

// alive finds out within half a minute that nobody is at the other end.
var alive = net.KeepAliveConfig{Enable: true, Idle: 15 * time.Second, Interval: 5 * time.Second, Count: 3}

// session is what the server is told about a connection. Everything is looked for in
// our schema alone; what is acknowledged is on the disk; a program that is gone holds its
// locks no longer than a minute, and nobody's are waited for longer than lock_timeout.
// What somebody has set for a role or a database, and what all of this would fail with,
// does not hold here.
var session = map[string]string{
	"search_path":                         "lotse",
	"application_name":                    "lotse",
	"synchronous_commit":                  "on",
	"jit":                                 "off", // it takes 150 ms where a policy is thought to cost more than it does
	"idle_in_transaction_session_timeout": "60000",
	"lock_timeout":                        "10000", // less than silence: who waits longer is left behind at the server
	"row_security":                        "on",
	"role":                                "none",
	"default_transaction_isolation":       "read committed",
	"standard_conforming_strings":         "on",
	"client_encoding":                     "UTF8",
	"tcp_keepalives_idle":                 "15",
	"tcp_keepalives_interval":             "5",
	"tcp_keepalives_count":                "3",
	"tcp_user_timeout":                    "30000",
}

// oldestServer is the first version of PostgreSQL that has all that the schema needs
// and that anybody still mends.
const oldestServer = 13

// poolConfig is how the pool connects. The server may be silent for quiet within a
// statement, before the connection counts as lost.
func (a Address) poolConfig(quiet time.Duration) wire.PoolConfig {
	c := a.configure()
	dial := c.DialFunc
	c.DialFunc = func(ctx context.Context, network, address string) (net.Conn, error) {
		conn, err := dial(ctx, network, address)
		if err != nil {
			return nil, err
		}
		return &impatient{Conn: conn, quiet: quiet}, nil
	}
	return wire.PoolConfig{Conn: c, Most: connections, PingTime: pingTime, ShouldPing: shouldPing}
}

// shouldPing reports whether it is asked first whether a connection is there that has
// rested for so long.
func shouldPing(ctx context.Context, rested time.Duration) bool {
	if ctx.Value(saving{}) != nil {
		return rested > idleToSave
	}
	return rested > idleToRead
}

// saving marks the context of what is done again where the connection was lost: between two
// answers that a person gives, it need not be asked first whether it is there.
type saving struct{}

// configure is how every connection is made.
func (a Address) configure() *pgconn.Config {
	c := a.config.Copy()
	for name, value := range session {
		c.RuntimeParams[name] = value
	}
	if c.ConnectTimeout == 0 {
		c.ConnectTimeout = connectTime
	}
	c.DialFunc = (&net.Dialer{KeepAliveConfig: alive}).DialContext
	c.MaxProtocolMessageBodyLen = largestPart
	may := c.ValidateConnect
	c.ValidateConnect = func(ctx context.Context, conn *pgconn.PgConn) error {
		if err := fits(conn); err != nil || may == nil {
			return err
		}
		return may(ctx, conn)
	}
	return c
}

// connect opens a connection of its own, beside a pool. It may be silent for ever, as
// one that listens is; hear is told what the server tells on it, nil where nobody listens.
func (a Address) connect(ctx context.Context, hear func(*pgconn.Notification)) (*wire.Conn, error) {
	c := a.configure()
	if hear != nil {
		c.OnNotification = func(_ *pgconn.PgConn, n *pgconn.Notification) { hear(n) }
	}
	return wire.Connect(ctx, c)
}

// tooOld says that a server is of a version that has not what is needed.
type tooOld struct{ version string }

func (e tooOld) Error() string { return "PostgreSQL " + e.version + " is too old" }

// otherEncoding says that a database keeps text in an encoding that has not every letter.
type otherEncoding struct{ name string }

func (e otherEncoding) Error() string { return "the encoding of the database is " + e.name }

// fits looks at what the server says of itself when one has logged in.
func fits(conn *pgconn.PgConn) error {
	if name := conn.ParameterStatus("server_encoding"); name != "" && name != "UTF8" {
		return otherEncoding{name}
	}
	return newEnough(conn)
}

// newEnough looks at the server's version.
func newEnough(conn *pgconn.PgConn) error {
	version, _, _ := strings.Cut(conn.ParameterStatus("server_version"), " ")
	digits := strings.IndexFunc(version+".", func(r rune) bool { return r < '0' || r > '9' })
	major, err := strconv.Atoi(version[:digits])
	switch {
	case err != nil:
		return errForeign
	case major < oldestServer:
		return tooOld{version}
	}
	return nil
}

var errForeign = errors.New("no version of a server of PostgreSQL")

func isSocket(host string) bool { return strings.HasPrefix(host, "/") || filepath.IsAbs(host) }

// verified reports whether it is known which server answers.
func verified(host string, c *tls.Config) bool {
	return isSocket(host) || c != nil && !c.InsecureSkipVerify
}

// impatient is a connection that fails when the other end is silent for longer than
// quiet while something is read or written, unless a time has been set.
type impatient struct {
	net.Conn
	quiet time.Duration
	mu    sync.Mutex
	set   bool // a time of whoever uses the connection
}

// Read reads, and fails with a timeout after a long silence.
func (c *impatient) Read(p []byte) (int, error) {
	if err := c.allow(c.Conn.SetReadDeadline); err != nil {
		return 0, err
	}
	return c.Conn.Read(p)
}

// Write writes, and fails with a timeout where nobody takes it.
func (c *impatient) Write(p []byte) (int, error) {
	if err := c.allow(c.Conn.SetWriteDeadline); err != nil {
		return 0, err
	}
	return c.Conn.Write(p)
}

func (c *impatient) allow(set func(time.Time) error) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.set {
		return nil
	}
	return set(time.Now().Add(c.quiet))
}

// SetDeadline sets the time for reading and writing; pgconn does when a context ends.
func (c *impatient) SetDeadline(t time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.set = !t.IsZero()
	return c.Conn.SetDeadline(t)
}

// SetReadDeadline sets the time for reading.
func (c *impatient) SetReadDeadline(t time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.set = !t.IsZero()
	return c.Conn.SetReadDeadline(t)
}
