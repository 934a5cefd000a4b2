//go:build campaign

package postgres_test

import (
	"bytes"
	"net"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"

	"lotse/storage/postgres/pgtest"
)

// proxy is a network between a program and its server, which can fail.
type proxy struct {
	address string
	socket  string
	stalled atomic.Bool // lets nothing through, and says nothing
	cut     atomic.Bool // the next answer to a commit is lost, with its connection
	torn    atomic.Bool // likewise, but for its first half
	short   atomic.Bool // the first half of the next question of some length comes through
	cuts    atomic.Int64
	asks    atomic.Int64 // questions
	change  func([]byte) // of what the server says; nil: nothing

	mu       sync.Mutex
	listener net.Listener
	open     map[net.Conn]bool
}

func newProxy(t *testing.T, c *pgtest.Cluster) *proxy {
	t.Helper()
	p := &proxy{address: "127.0.0.1:0", socket: filepath.Join(c.Dir, ".s.PGSQL."+strconv.Itoa(c.Port)), open: map[net.Conn]bool{}}
	p.listen(t)
	t.Cleanup(p.hangUp)
	return p
}

// listen takes connections, again after hangUp at the same address.
func (p *proxy) listen(t *testing.T) {
	t.Helper()
	l, err := net.Listen("tcp", p.address)
	if err != nil {
		t.Fatal(err)
	}
	p.address, p.listener = l.Addr().String(), l
	go func() {
		for {
			here, err := l.Accept()
			if err != nil {
				return
			}
			go p.serve(here)
		}
	}()
}

// hangUp ends all connections and refuses others.
func (p *proxy) hangUp() {
	_ = p.listener.Close()
	p.mu.Lock()
	defer p.mu.Unlock()
	for conn := range p.open {
		_ = conn.Close()
	}
}

// serve carries bytes both ways until an end hangs up.
func (p *proxy) serve(here net.Conn) {
	there, err := net.Dial("unix", p.socket)
	if err != nil {
		_ = here.Close()
		return
	}
	p.mu.Lock()
	p.open[here] = true
	p.mu.Unlock()
	go p.carry(here, there, p.asked)
	p.carry(there, here, p.answered)
	p.mu.Lock()
	delete(p.open, here)
	p.mu.Unlock()
}

// asked is how many bytes of what a program says come through; fewer than all are the
// last.
func (p *proxy) asked(b []byte) int {
	p.asks.Add(1)
	if len(b) > 256 && p.short.CompareAndSwap(true, false) {
		p.cuts.Add(1)
		return len(b) / 2
	}
	return len(b)
}

// answered is the same of what the server says.
func (p *proxy) answered(b []byte) int {
	if p.change != nil {
		p.change(b)
	}
	switch {
	case !committed(b):
	case p.cut.CompareAndSwap(true, false):
		p.cuts.Add(1)
		return 0
	case p.torn.CompareAndSwap(true, false):
		p.cuts.Add(1)
		return len(b) / 2
	}
	return len(b)
}

// committed reports whether an answer says that something was written, and that no
// transaction is open any more.
func committed(b []byte) bool {
	if !bytes.HasSuffix(b, []byte("Z\x00\x00\x00\x05I")) {
		return false
	}
	for _, tag := range []string{"COMMIT", "UPDATE 1", "INSERT 0 1", appended} {
		if bytes.Contains(b, []byte(tag+"\x00")) {
			return true
		}
	}
	return false
}

// appended is what the server says of a call that gives nothing, as append does: a row of
// one empty column, and that there was one row.
const appended = "D\x00\x00\x00\x0a\x00\x01\x00\x00\x00\x00C\x00\x00\x00\x0dSELECT 1"

func (p *proxy) carry(from, to net.Conn, through func([]byte) int) {
	defer func() { _, _ = from.Close(), to.Close() }()
	b := make([]byte, 64<<10)
	for {
		n, err := from.Read(b)
		if err != nil {
			return
		}
		if p.stalled.Load() { // for good: what a partition has swallowed does not come later
			continue
		}
		some := through(b[:n])
		if _, err := to.Write(b[:some]); err != nil || some < n {
			return
		}
	}
}

// url is the address of a database by the proxy.
func (p *proxy) url(member, database string) string {
	return "postgres://" + member + "@" + p.address + "/" + database + "?sslmode=disable&connect_timeout=1"
}
