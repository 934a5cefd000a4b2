package wire

import (
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// counts are the connections of a pool that it has told of.
type counts struct{ opened, closing int }

func (s *server) pool(most int, ping bool) (*Pool, *counts) {
	n := &counts{}
	p := NewPool(PoolConfig{
		Conn: s.config(), Most: most, PingTime: time.Second,
		ShouldPing: func(context.Context, time.Duration) bool { return ping },
		Opened:     func(*Conn) { n.opened++ },
		Closing:    func(*Conn) { n.closing++ },
	})
	s.t.Cleanup(p.Close)
	return p, n
}

func TestPoolKeeps(t *testing.T) {
	s := start(t)
	p, n := s.pool(2, false)
	for range 3 {
		rows, err := p.Query(t.Context(), "SELECT 1")
		equal(t, said(t, rows, err), "yes")
		var got string
		if err := p.QueryRow(t.Context(), "SELECT 1").Scan(&got); err != nil || got != "yes" {
			t.Error(got, err)
		}
		if _, err := p.Query(t.Context(), "SELECT MISSPELT"); code(err) != "42601" {
			t.Error(err)
		}
		if err := p.QueryRow(t.Context(), "SELECT 1").Scan(new(int)); err == nil {
			t.Error("a text is a number")
		}
		if _, err := p.Exec(t.Context(), "DELETE 1"); err != nil {
			t.Error(err)
		}
		var b Batch
		b.Queue("DELETE 1")
		if err := p.SendBatch(t.Context(), &b); err != nil {
			t.Error(err)
		}
		if err := p.Begin(t.Context(), ReadCommitted, func(Tx) error { return io.EOF }); !errors.Is(err, io.EOF) {
			t.Error(err)
		}
	}
	if *n != (counts{1, 0}) {
		t.Error(*n)
	}
}

func TestPoolPings(t *testing.T) {
	s := start(t)
	p, n := s.pool(1, true)
	ask := func(want ...string) {
		t.Helper()
		s.hears()
		if _, err := p.Exec(t.Context(), "DELETE 1"); err != nil {
			t.Error(err)
		}
		s.wants(want...)
	}
	ask("DELETE 1")
	ask("-- ping", "DELETE 1")
	s.answer = func(text string, _ []string) ([]string, error) {
		if text == "-- ping" {
			return nil, errGone
		}
		return nil, nil
	}
	ask("-- ping", "DELETE 1")
	if *n != (counts{2, 1}) {
		t.Error(*n)
	}
}

// What somebody has left in a state in which another cannot use it is closed.
func TestPoolCloses(t *testing.T) {
	for _, tt := range []struct {
		name string
		do   func(*Pool) error
		is   func(error) bool
	}{
		{"broken", func(p *Pool) error { _, err := p.Exec(t.Context(), "DELETE gone"); return err }, func(err error) bool { return err != nil && !pgconn.SafeToRetry(err) }},
		{"broken within rows", func(p *Pool) error {
			rows, err := p.Query(t.Context(), "SELECT gone")
			return errors.Join(err, ForEachRow(rows, []any{new(string)}, func() error { return nil }))
		}, func(err error) bool { return err != nil }},
		{"in a transaction", func(p *Pool) error { _, err := p.Exec(t.Context(), "BEGIN"); return err }, func(err error) bool { return err == nil }},
		{"reset meanwhile", func(p *Pool) error {
			return p.Begin(t.Context(), ReadCommitted, func(Tx) error { p.Reset(); return nil })
		}, func(err error) bool { return err == nil }},
		{"reset", func(p *Pool) error { _, err := p.Exec(t.Context(), "DELETE 1"); p.Reset(); return err }, func(err error) bool { return err == nil }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := start(t)
			s.answer = func(text string, _ []string) ([]string, error) {
				if strings.HasSuffix(text, "gone") {
					return nil, errGone
				}
				return []string{"yes"}, nil
			}
			p, n := s.pool(1, false)
			if tt.name == "broken within rows" {
				s.answer = func(string, []string) ([]string, error) { return []string{"a", "gone"}, nil }
			}
			if err := tt.do(p); !tt.is(err) {
				t.Error(err)
			}
			s.answer = nil
			if _, err := p.Exec(t.Context(), "DELETE 1"); err != nil {
				t.Error(err)
			}
			if *n != (counts{2, 1}) {
				t.Error(*n)
			}
		})
	}
}

func TestPoolIsFull(t *testing.T) {
	s := start(t)
	p, n := s.pool(2, false)
	s.answer = func(string, []string) ([]string, error) { return []string{"a", "b"}, nil }
	var all []*Rows
	for range 2 {
		rows, err := p.Query(t.Context(), "SELECT 1")
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, rows)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	if _, err := p.Exec(ctx, "DELETE 1"); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
	all[0].Close()
	all[0].Close() // gives nothing back again
	if _, err := p.Exec(t.Context(), "DELETE 1"); err != nil {
		t.Error(err)
	}
	ctx, cancel = context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	err := p.Begin(t.Context(), ReadCommitted, func(Tx) error { _, err := p.Exec(ctx, "DELETE 1"); return err })
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
	all[1].Close()
	if err := all[1].Err(); err != nil || n.opened != 2 {
		t.Error(err, n.opened)
	}
}

// Close waits for who works still, and nobody comes in after it.
func TestPoolEnds(t *testing.T) {
	s := start(t)
	p, n := s.pool(2, false)
	in, out := make(chan struct{}), make(chan struct{})
	done := make(chan error)
	go func() {
		done <- p.Begin(t.Context(), ReadCommitted, func(tx Tx) error {
			close(in)
			<-out
			_, err := tx.Exec(t.Context(), "DELETE 1")
			return err
		})
	}()
	<-in
	closed := make(chan struct{})
	go func() { p.Close(); close(closed) }()
	select {
	case <-closed:
		t.Error("it has not waited")
	case <-time.After(10 * time.Millisecond):
	}
	close(out)
	if err := <-done; err != nil {
		t.Error(err)
	}
	<-closed
	if _, err := p.Exec(t.Context(), "DELETE 1"); !errors.Is(err, errPoolClosed) {
		t.Error(err)
	}
	if *n != (counts{1, 1}) {
		t.Error(*n)
	}
	p.Close()
}

// A connection that has rested for long, or is old, is made anew.
func TestPoolAges(t *testing.T) {
	s := start(t)
	p, n := s.pool(2, false)
	for _, age := range []func(*pooled){
		func(c *pooled) { c.born = c.born.Add(-oldest) },
		func(c *pooled) { c.resting = c.resting.Add(-longestRest); p.drop(longestRest) },
	} {
		if _, err := p.Exec(t.Context(), "DELETE 1"); err != nil {
			t.Fatal(err)
		}
		p.mu.Lock()
		c := p.idle[0]
		p.mu.Unlock()
		*n = counts{}
		age(c)
		if _, err := p.Exec(t.Context(), "DELETE 1"); err != nil || *n != (counts{1, 1}) {
			t.Error(*n, err)
		}
	}
}

// Who cannot be let in keeps nobody else out.
func TestPoolUnreached(t *testing.T) {
	s := start(t)
	p, n := s.pool(1, false)
	dial := p.config.Conn.DialFunc
	refused := errors.New("refused")
	p.config.Conn.DialFunc = func(context.Context, string, string) (net.Conn, error) { return nil, refused }
	if _, err := p.Exec(t.Context(), "DELETE 1"); !errors.Is(err, refused) {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	p.config.Conn.DialFunc = func(context.Context, string, string) (net.Conn, error) { cancel(); return nil, refused }
	if _, err := p.Exec(ctx, "DELETE 1"); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	p.config.Conn.DialFunc = dial
	if _, err := p.Exec(t.Context(), "DELETE 1"); err != nil || *n != (counts{1, 0}) {
		t.Error(*n, err)
	}
}
