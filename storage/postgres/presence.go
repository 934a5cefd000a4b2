package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"lotse/flows/run"
	"lotse/storage/key"
)

// presenceClass is the first key of the advisory locks that say that a row of presence
// counts; the second is the row's n.
const presenceClass = 0x4c6f7470 // "Lotp"

// Enter holds a connection of its own. An auditor writes nothing, and is not seen.
func (d *DB) Enter(ctx context.Context, id string) (leave func(), err error) {
	if d.me.Role == run.Auditor {
		return func() {}, nil
	}
	var n int32
	enter := func(ctx context.Context) (*pgx.Conn, error) {
		conn, err := d.address.connect(ctx, nil)
		if err != nil {
			return nil, err
		}
		d.ours.set(conn, true)
		if n, err = sayPresent(ctx, conn, id, d.now()); err == nil {
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
	ctx, stop := context.WithCancel(context.WithoutCancel(ctx))
	left := make(chan struct{})
	go func() {
		defer close(left)
		// It ends where the run, or the right to see it, has gone.
		_ = hold(ctx, func(ctx context.Context) (conn *pgx.Conn, err error) {
			if conn, first = first, nil; conn != nil {
				return conn, nil
			}
			return enter(ctx)
		}, func(ctx context.Context, conn *pgx.Conn) error {
			defer d.ours.set(conn, false)
			err := waitForEnd(ctx, conn)
			bye(ctx, func(ctx context.Context) error {
				_, err := conn.Exec(ctx, "DELETE FROM presence WHERE n = $1", n)
				return err
			})
			return err
		})
	}()
	return func() { stop(); <-left }, nil
}

// waitForEnd waits until the context ends or the connection is lost.
func waitForEnd(ctx context.Context, conn *pgx.Conn) error {
	for {
		if err := conn.PgConn().WaitForNotification(ctx); err != nil {
			return err
		}
	}
}

// sayPresent makes a row of presence and locks it, for as long as the connection is
// there. The rows that nobody holds any more go.
func sayPresent(ctx context.Context, conn *pgx.Conn, id string, now time.Time) (n int32, err error) {
	err = pgx.BeginFunc(ctx, conn, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "DELETE FROM presence p WHERE owner = session_user AND NOT "+isHeld, presenceClass); err != nil {
			return err
		}
		if err := tx.QueryRow(ctx, "INSERT INTO presence (run, at) VALUES ($1, $2) RETURNING n", id, now.UnixMilli()).Scan(&n); err != nil {
			return err
		}
		// Nobody else has reason to hold it; who does is not waited for.
		_, err := tx.Exec(ctx, "SELECT pg_try_advisory_lock($1, $2)", presenceClass, n)
		return err
	})
	return n, err
}

// isHeld is the condition that the row p of presence counts: its lock is held, by the
// one who made it. The first argument is presenceClass.
const isHeld = `EXISTS (
	SELECT 1 FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid AND a.usename = p.owner AND a.datname = current_database() AND a.datid = l.database
	WHERE l.locktype = 'advisory' AND l.classid = $1::int4::oid AND l.objid = p.n::oid AND l.objsubid = 2 AND l.granted)`

// Present leaves out whoever asks, in another window too.
func (d *DB) Present(ctx context.Context, id string) ([]run.Presence, error) {
	var all []run.Presence
	err := d.read(ctx, "read who is in run "+id, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `SELECT owner::text, min(at) FROM presence p
			WHERE run = $2 AND owner <> session_user AND `+isHeld+` GROUP BY 1 ORDER BY owner::text COLLATE "C"`, presenceClass, id)
		if err != nil {
			return err
		}
		var name string
		var at int64
		_, err = pgx.ForEachRow(rows, []any{&name, &at}, func() error {
			all = append(all, run.Presence{Name: name, Since: time.UnixMilli(at)})
			return nil
		})
		return err
	})
	return all, err
}
