package wire

import (
	"context"
	"errors"
)

// Tx is a connection within a transaction.
type Tx struct{ *Conn }

// Isolation is what a transaction sees of others, as the statement that begins it.
type Isolation string

const (
	ReadCommitted Isolation = "BEGIN ISOLATION LEVEL READ COMMITTED"             // each statement what is committed by then
	Snapshot      Isolation = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY" // all of them one state, and it changes nothing
)

var errRolledBack = errors.New("the server has rolled back what was to be committed")

// Begin does something in a transaction, which is committed unless do fails. A connection
// on which the transaction cannot be ended is closed, which ends it.
func (c *Conn) Begin(ctx context.Context, what Isolation, do func(Tx) error) error {
	if _, err := c.Exec(ctx, string(what)); err != nil {
		return err
	}
	defer c.end(ctx)
	if err := do(Tx{c}); err != nil {
		return err
	}
	tag, err := c.Exec(ctx, "COMMIT")
	if err == nil && tag.String() == "ROLLBACK" {
		return errRolledBack
	}
	return err
}

// end rolls a transaction back that is not done.
func (c *Conn) end(ctx context.Context) {
	if c.IsClosed() || c.pg.TxStatus() == idle {
		return
	}
	if _, err := c.Exec(ctx, "ROLLBACK"); err != nil {
		at, cancel := context.WithCancel(context.Background())
		cancel() // the server is not waited for
		_ = c.Close(at)
	}
}
