package postgres

import (
	"context"
	"sync"
	"time"

	"lotse/flows/run"
	"lotse/storage/key"
	"lotse/storage/postgres/wire"
)

// sweepEvery is how long after another was cut off, at the longest, whoever has a run
// open removes what was left behind: it is in the server's tables until then, and counts
// no more.
const sweepEvery = 2 * time.Second

// Enter holds a connection of its own. An auditor writes nothing, and is not seen.
func (d *DB) Enter(ctx context.Context, id string) (leave func(), err error) {
	if d.me.Role == run.Auditor {
		return func() {}, nil
	}
	var n int
	enter := func(ctx context.Context) (*wire.Conn, error) {
		conn, err := d.address.connect(ctx, nil)
		if err != nil {
			return nil, err
		}
		d.ours.set(conn, true)
		if err = conn.QueryRow(ctx, "SELECT enter($1)", id).Scan(&n); err == nil {
			return conn, nil
		}
		bye(ctx, conn.Close)
		d.ours.set(conn, false)
		if is(err, insufficientPrivilege) || is(err, foreignKeyViolation) {
			return nil, key.NoRun(id) // as for whoever may not see it
		}
		return nil, err
	}
	first, err := enter(ctx)
	if err != nil {
		return nil, d.explain("enter run "+id, err)
	}
	d.entered.add(id, 1)
	ctx, stop := context.WithCancel(context.WithoutCancel(ctx))
	left := make(chan struct{})
	go func() {
		defer close(left)
		defer d.entered.add(id, -1)
		// It ends where the run, or the right to see it, has gone.
		_ = hold(ctx, func(ctx context.Context) (conn *wire.Conn, err error) {
			if conn, first = first, nil; conn != nil {
				return conn, nil
			}
			return enter(ctx)
		}, func(ctx context.Context, conn *wire.Conn) error {
			defer d.ours.set(conn, false)
			err := sweepPresence(ctx, conn)
			bye(ctx, func(ctx context.Context) error {
				_, err := conn.Exec(ctx, "DELETE FROM presence WHERE n = $1", n)
				return err
			})
			return err
		})
	}()
	return func() { stop(); <-left; d.takeIn() }, nil
}

// entered are the runs that this program has open, by how often.
type entered struct {
	mu   sync.Mutex
	runs map[string]int
}

func (e *entered) add(id string, n int) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.runs == nil {
		e.runs = map[string]int{}
	}
	if e.runs[id] += n; e.runs[id] == 0 {
		delete(e.runs, id)
	}
}

func (e *entered) has(id string) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.runs[id] > 0
}

// sweepPresence keeps removing what others have left behind, until the context ends or
// the connection is lost.
func sweepPresence(ctx context.Context, conn *wire.Conn) error {
	for {
		asked, cancel := context.WithTimeout(context.WithoutCancel(ctx), pingTime)
		_, err := conn.Exec(asked, "SELECT lotse.sweep_presence()")
		cancel()
		if err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(sweepEvery):
		}
	}
}

// Present leaves out whoever asks, in another window too.
func (d *DB) Present(ctx context.Context, id string) (names []string, err error) {
	err = d.query(ctx, "read who is in run "+id, func(pool *wire.Pool) error {
		rows, err := pool.Query(ctx, `SELECT DISTINCT owner::text COLLATE "C" FROM present()
			WHERE run = $1 AND owner <> session_user ORDER BY 1`, id)
		if err != nil {
			return err
		}
		names, err = wire.CollectRows(rows, wire.RowTo[string])
		return err
	})
	return names, err
}
