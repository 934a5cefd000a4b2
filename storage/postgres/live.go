package postgres

import (
	"context"
	"errors"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres/wire"
)

// A connection of its own, beside the pool, is made again by itself: soon at first,
// then less and less often.
const (
	firstPause   = 100 * time.Millisecond
	longestPause = 5 * time.Second
	longestBye   = 2 * time.Second // for what is said before a connection is closed
)

// hold keeps a connection until the context ends: open makes it, and again when it was
// lost; use uses it until it is. It fails only where the next attempt would, too.
func hold(ctx context.Context, open func(context.Context) (*wire.Conn, error), use func(context.Context, *wire.Conn) error) error {
	pause := firstPause
	for {
		conn, err := open(ctx)
		if err == nil {
			pause = firstPause
			err = use(ctx, conn)
			bye(ctx, conn.Close)
		}
		switch {
		case ctx.Err() != nil:
			return nil
		case isShutOut(err):
			return err
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(pause):
		}
		pause = min(2*pause, longestPause)
	}
}

// bye does what comes before a connection is closed, also where the context has ended.
func bye(ctx context.Context, do func(context.Context) error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), longestBye)
	defer cancel()
	_ = do(ctx) // the server does the same where it cannot be told
}

// isShutOut reports whether the server refuses whoever asks, and would again.
func isShutOut(err error) bool {
	var e *pgconn.PgError
	return errors.Is(err, flows.ErrNotFound) || errors.As(err, &e) && (strings.HasPrefix(e.Code, invalidAuthorization) || e.Code == insufficientPrivilege)
}

// invalidAuthorization is the class of what the server says to whom it does not let in.
const invalidAuthorization = "28"

// backends are the processes of the server that work for this program: what they tell
// is what it has done itself.
type backends struct {
	mu   sync.Mutex
	pids map[uint32]bool
}

// of has a pool's connections noted.
func (b *backends) of(c wire.PoolConfig) wire.PoolConfig {
	c.Opened = func(conn *wire.Conn) { b.set(conn, true) }
	c.Closing = func(conn *wire.Conn) { b.set(conn, false) }
	return c
}

func (b *backends) set(conn *wire.Conn, ours bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.pids == nil {
		b.pids = map[uint32]bool{}
	}
	if pid := conn.PgConn().PID(); ours {
		b.pids[pid] = true
	} else {
		delete(b.pids, pid)
	}
}

func (b *backends) has(pid uint32) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.pids[pid]
}

// Watch listens on a connection of its own.
func (d *DB) Watch(ctx context.Context, tell func(run.Written)) error {
	h := heard{missed: true}
	listen := func(ctx context.Context) (*wire.Conn, error) {
		conn, err := d.address.connect(ctx, func(n *pgconn.Notification) {
			h.note(n.Payload, d.ours.has(n.PID))
		})
		if err != nil {
			return nil, err
		}
		if _, err := conn.Exec(ctx, "LISTEN lotse"); err != nil {
			bye(ctx, conn.Close)
			return nil, err
		}
		return conn, nil
	}
	return d.explain("watch", hold(ctx, listen, func(ctx context.Context, conn *wire.Conn) error {
		h.anything()
		for {
			if err := h.tell(ctx, conn, d.entered.has, tell); err != nil {
				return err
			}
			if h.isEmpty() { // more may have come while it was looked what may be seen
				if err := conn.PgConn().WaitForNotification(ctx); err != nil {
					return err
				}
			}
		}
	}))
}
