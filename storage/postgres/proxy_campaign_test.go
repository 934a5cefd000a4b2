//go:build campaign

package postgres_test

import (
	"bytes"
	"net"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"testing"

	"lotse/storage/postgres/pgtest"
)

// proxy is a network between a program and its server, which can fail.
type proxy struct {
	net.Listener
	socket  string
	stalled atomic.Bool // lets nothing through, and says nothing
	cut     atomic.Bool // the next answer to a commit is lost, with its connection
	cuts    atomic.Int64
}

func newProxy(t *testing.T, c *pgtest.Cluster) *proxy {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &proxy{Listener: l, socket: filepath.Join(c.Dir, ".s.PGSQL."+strconv.Itoa(c.Port))}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			here, err := l.Accept()
			if err != nil {
				return
			}
			go p.serve(here)
		}
	}()
	return p
}

// serve carries bytes both ways until an end hangs up.
func (p *proxy) serve(here net.Conn) {
	there, err := net.Dial("unix", p.socket)
	if err != nil {
		_ = here.Close()
		return
	}
	var lose atomic.Bool
	go p.carry(here, there, func(b []byte) bool {
		if bytes.Contains(b, []byte("commit")) && p.cut.CompareAndSwap(true, false) {
			lose.Store(true)
		}
		return true
	})
	p.carry(there, here, func(b []byte) bool {
		if lose.Load() && bytes.Contains(b, []byte("COMMIT")) {
			p.cuts.Add(1)
			return false
		}
		return true
	})
}

func (p *proxy) carry(from, to net.Conn, may func([]byte) bool) {
	defer func() { _, _ = from.Close(), to.Close() }()
	b := make([]byte, 64<<10)
	for {
		n, err := from.Read(b)
		if err != nil || !may(b[:n]) {
			return
		}
		if p.stalled.Load() { // for good: what a partition has swallowed does not come later
			continue
		}
		if _, err := to.Write(b[:n]); err != nil {
			return
		}
	}
}

// url is the address of a database by the proxy.
func (p *proxy) url(member, database string) string {
	return "postgres://" + member + "@" + p.Addr().String() + "/" + database + "?sslmode=disable&connect_timeout=1"
}
