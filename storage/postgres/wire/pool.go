package wire

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
)

// How long a connection of a pool lasts: a server keeps for each what it has read and
// planned.
const (
	oldest      = time.Hour
	longestRest = 30 * time.Minute
	leaveTime   = 15 * time.Second // for the server to be told that one is closed
)

var errPoolClosed = errors.New("the connections to the server were closed")

// PoolConfig is how a pool connects.
type PoolConfig struct {
	Conn       *pgconn.Config // of pgconn.ParseConfig, and not changed any more
	Most       int            // connections at once
	ShouldPing func(ctx context.Context, rested time.Duration) bool
	PingTime   time.Duration // for the answer of a connection that should be pinged before it is used
	Opened     func(*Conn)   // is told of each connection
	Closing    func(*Conn)   // likewise, before it is closed
}

// Pool are connections that are made where they are needed, and kept. It is safe for
// several goroutines.
type Pool struct {
	config PoolConfig
	slots  chan struct{} // one for each connection in use
	done   chan struct{} // closed with the pool
	once   sync.Once
	rest   *time.Timer
	ending sync.WaitGroup // connections that are being closed

	mu   sync.Mutex
	idle []*pooled // that which was used last at the end
	era  int
}

// pooled is a connection of a pool.
type pooled struct {
	*Conn
	era           int // before the pool was reset
	born, resting time.Time
}

// NewPool makes a pool, which connects as soon as it is used.
func NewPool(c PoolConfig) *Pool {
	p := &Pool{config: c, slots: make(chan struct{}, c.Most), done: make(chan struct{})}
	p.rest = time.AfterFunc(longestRest, func() { p.drop(longestRest) })
	return p
}

// Exec is Conn.Exec.
func (p *Pool) Exec(ctx context.Context, text string, args ...any) (tag pgconn.CommandTag, err error) {
	err = p.with(ctx, func(c *Conn) error {
		tag, err = c.Exec(ctx, text, args...)
		return err
	})
	return tag, err
}

// Query is Conn.Query. The rows keep a connection until they are closed.
func (p *Pool) Query(ctx context.Context, text string, args ...any) (*Rows, error) {
	c, err := p.acquire(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := c.Query(ctx, text, args...)
	if err != nil {
		p.release(c)
		return nil, err
	}
	rows.then(func() { p.release(c) })
	return rows, nil
}

// QueryRow is Conn.QueryRow.
func (p *Pool) QueryRow(ctx context.Context, text string, args ...any) Row {
	rows, err := p.Query(ctx, text, args...)
	return oneRow{rows, err}
}

// SendBatch is Conn.SendBatch.
func (p *Pool) SendBatch(ctx context.Context, b *Batch) error {
	return p.with(ctx, func(c *Conn) error { return c.SendBatch(ctx, b) })
}

// Begin is Conn.Begin.
func (p *Pool) Begin(ctx context.Context, what Isolation, do func(Tx) error) error {
	return p.with(ctx, func(c *Conn) error { return c.Begin(ctx, what, do) })
}

func (p *Pool) with(ctx context.Context, do func(*Conn) error) error {
	c, err := p.acquire(ctx)
	if err != nil {
		return err
	}
	defer p.release(c)
	return do(c.Conn)
}

// Reset closes the connections that rest, and those in use once they do.
func (p *Pool) Reset() {
	p.mu.Lock()
	p.era++
	p.mu.Unlock()
	p.drop(0)
}

// Close closes all connections, once they are not used any more. Twice is no error.
func (p *Pool) Close() {
	p.once.Do(func() {
		close(p.done)
		for range cap(p.slots) {
			p.slots <- struct{}{}
		}
		p.rest.Stop()
		p.drop(0)
	})
	p.ending.Wait()
}

// acquire gives a connection that is there, as far as one can know.
func (p *Pool) acquire(ctx context.Context) (*pooled, error) {
	select {
	case <-p.done:
		return nil, errPoolClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	case p.slots <- struct{}{}:
	}
	for ctx.Err() == nil {
		c := p.pop()
		if c == nil {
			break
		}
		if p.isThere(ctx, c) {
			return c, nil
		}
		p.destroy(c)
	}
	c, err := p.connect(ctx)
	if err == nil {
		return c, nil
	}
	<-p.slots
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return nil, err
}

func (p *Pool) pop() *pooled {
	p.mu.Lock()
	defer p.mu.Unlock()
	last := len(p.idle) - 1
	if last < 0 {
		return nil
	}
	c := p.idle[last]
	p.idle = p.idle[:last]
	return c
}

// isThere reports whether a connection that rested can be used.
func (p *Pool) isThere(ctx context.Context, c *pooled) bool {
	if time.Since(c.born) > oldest {
		return false
	}
	if !p.config.ShouldPing(ctx, time.Since(c.resting)) {
		return true
	}
	ctx, cancel := context.WithTimeout(ctx, p.config.PingTime)
	defer cancel()
	return c.pg.Ping(ctx) == nil
}

func (p *Pool) connect(ctx context.Context) (*pooled, error) {
	p.mu.Lock()
	c := &pooled{era: p.era, born: time.Now()}
	p.mu.Unlock()
	var err error
	if c.Conn, err = Connect(ctx, p.config.Conn); err != nil {
		return nil, err
	}
	p.config.Opened(c.Conn)
	return c, nil
}

// release takes a connection back, or closes one that nobody can use any more.
func (p *Pool) release(c *pooled) {
	c.resting = time.Now()
	p.mu.Lock()
	keeps := c.era == p.era && !c.IsClosed() && !c.pg.IsBusy() && c.pg.TxStatus() == idle
	if keeps {
		p.idle = append(p.idle, c)
	}
	p.mu.Unlock()
	if !keeps {
		p.destroy(c)
	}
	p.rest.Reset(longestRest)
	p.drop(longestRest)
	<-p.slots
}

// drop closes the connections that have rested for so long.
func (p *Pool) drop(rested time.Duration) {
	p.mu.Lock()
	n := 0
	for n < len(p.idle) && time.Since(p.idle[n].resting) >= rested {
		n++
	}
	all := slices.Clone(p.idle[:n])
	p.idle = slices.Delete(p.idle, 0, n)
	p.mu.Unlock()
	for _, c := range all {
		p.destroy(c)
	}
}

// destroy closes a connection, and waits for nobody: of one that is broken the server is
// told by another.
func (p *Pool) destroy(c *pooled) {
	p.config.Closing(c.Conn)
	p.ending.Go(func() {
		ctx, cancel := context.WithTimeout(context.Background(), leaveTime)
		defer cancel()
		_ = c.Close(ctx)
		<-c.pg.CleanupDone()
	})
}
