// Package wire asks a PostgreSQL server by pgconn, the lower layer of pgx: with statements
// that are prepared once for a connection, batches, transactions and a pool, and for the
// types that Lotse's tables have. It imports pgconn and the standard library. It exists
// because the upper layer of pgx has codecs of every type that PostgreSQL knows, some 3 MB
// of a program that reads eight of them.
package wire

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/jackc/pgx/v5/pgconn"
)

// Conn is a connection. It is for one goroutine. What it fails with are pgconn's errors,
// of the server a *pgconn.PgError, those of a context, or what says which column or
// parameter is of a type that cannot be read or sent.
type Conn struct {
	pg       *pgconn.PgConn
	prepared map[string]*pgconn.StatementDescription // by their texts
	left     []string                                // names of statements that are used no more
	names    int                                     // that were given
}

// mostPrepared is how many statements of a connection stay prepared.
const mostPrepared = 512

// idle is the state of a connection that is in no transaction.
const idle = 'I'

// inBinary asks for all columns as the server has them.
var inBinary = []int16{1}

// Connect connects to the first server of a configuration that takes it.
func Connect(ctx context.Context, config *pgconn.Config) (*Conn, error) {
	pg, err := pgconn.ConnectConfig(ctx, config)
	if err != nil {
		return nil, err
	}
	return &Conn{pg: pg, prepared: map[string]*pgconn.StatementDescription{}}, nil
}

// PgConn is what the connection is made of.
func (c *Conn) PgConn() *pgconn.PgConn { return c.pg }

// IsClosed reports whether the connection was closed or is broken.
func (c *Conn) IsClosed() bool { return c.pg.IsClosed() }

// Close takes leave of the server, until the context ends. Twice is no error.
func (c *Conn) Close(ctx context.Context) error { return c.pg.Close(ctx) }

// Exec runs a statement, and says what it has done. Without parameters it may be
// several statements.
func (c *Conn) Exec(ctx context.Context, text string, args ...any) (pgconn.CommandTag, error) {
	if len(args) > 0 {
		rows, err := c.Query(ctx, text, args...)
		if err != nil {
			return pgconn.CommandTag{}, err
		}
		rows.Close()
		return rows.tag, rows.err
	}
	var tag pgconn.CommandTag
	results := c.pg.Exec(ctx, text)
	for results.NextResult() {
		tag, _ = results.ResultReader().Close() // Close of all has its error, too
	}
	return tag, results.Close()
}

// Query asks for rows, which have to be closed. It fails where the first cannot be read.
func (c *Conn) Query(ctx context.Context, text string, args ...any) (rows *Rows, err error) {
	values, formats, err := encode(args)
	if err != nil {
		return nil, err
	}
	return rows, c.anew(func() error {
		rows, err = c.query(ctx, text, values, formats)
		return err
	})
}

// QueryRow asks for one row; ErrNoRows where there is none. It has to be scanned.
func (c *Conn) QueryRow(ctx context.Context, text string, args ...any) Row {
	rows, err := c.Query(ctx, text, args...)
	return oneRow{rows, err}
}

func (c *Conn) query(ctx context.Context, text string, values [][]byte, formats []int16) (*Rows, error) {
	all, err := c.prepare(ctx, text)
	if err == nil {
		err = takes(all[0], values)
	}
	if err != nil {
		return nil, err
	}
	r := begin(c.pg.ExecStatement(ctx, all[0], values, formats, inBinary))
	r.then(func() {
		if r.err != nil {
			c.forget(text)
		}
	})
	return r, r.err
}

// takes refuses more or fewer parameters than a statement has.
func takes(s *pgconn.StatementDescription, values [][]byte) error {
	if len(values) != len(s.ParamOIDs) {
		return fmt.Errorf("a statement of %d parameters got %d", len(s.ParamOIDs), len(values))
	}
	return nil
}

// anew does something, and once more where the server would not run a statement any more
// as it was prepared, since the tables are others or it has forgotten it. In a transaction
// that cannot be mended: it has failed.
func (c *Conn) anew(do func() error) error {
	alone := c.pg.TxStatus() == idle
	err := do()
	if alone && outdated(err) {
		return do()
	}
	return err
}

func outdated(err error) bool {
	var e *pgconn.PgError
	return errors.As(err, &e) && (e.Code == "26000" || e.Code == "0A000" && e.Routine == "RevalidateCachedQuery")
}

// prepare gives statements by their texts. Those that are new are prepared in one round
// trip.
func (c *Conn) prepare(ctx context.Context, texts ...string) ([]*pgconn.StatementDescription, error) {
	var all, fresh []*pgconn.StatementDescription
	left := len(c.left) // what makes room now may be needed with the rest
	for _, text := range texts {
		s := c.prepared[text]
		if s == nil {
			c.makeRoom()
			c.names++
			s = &pgconn.StatementDescription{Name: "lotse_" + strconv.Itoa(c.names), SQL: text}
			c.prepared[text], fresh = s, append(fresh, s)
		}
		all = append(all, s)
	}
	if len(fresh) == 0 {
		return all, nil
	}
	err := c.describe(ctx, fresh, c.left[:left])
	if err != nil {
		for _, s := range fresh {
			c.forget(s.SQL)
		}
	}
	return all, err
}

// describe prepares statements, and has the server drop others by their names.
func (c *Conn) describe(ctx context.Context, fresh []*pgconn.StatementDescription, left []string) error {
	p := c.pg.StartPipeline(ctx)
	for _, name := range left {
		p.SendDeallocate(name)
	}
	for _, s := range fresh {
		p.SendPrepare(s.Name, s.SQL, nil)
	}
	err := p.Sync()
	for i := 0; i < len(left) && err == nil; i++ {
		_, err = p.GetResults()
	}
	for i := 0; i < len(fresh) && err == nil; i++ {
		var got any
		got, err = p.GetResults()
		if s, is := got.(*pgconn.StatementDescription); is {
			fresh[i].ParamOIDs, fresh[i].Fields = s.ParamOIDs, s.Fields
		}
	}
	if err = cmp.Or(err, p.Close()); err == nil {
		c.left = c.left[len(left):]
	}
	return err
}

// forget has a statement prepared again where it is asked for.
func (c *Conn) forget(text string) {
	if s := c.prepared[text]; s != nil {
		c.left = append(c.left, s.Name)
		delete(c.prepared, text)
	}
}

func (c *Conn) makeRoom() {
	if len(c.prepared) < mostPrepared {
		return
	}
	for text := range c.prepared { // any
		c.forget(text)
		return
	}
}
