package wire

import (
	"cmp"
	"context"
	"fmt"

	"github.com/jackc/pgx/v5/pgconn"
)

// Batch are statements that are sent at once, and are one transaction where none is begun.
type Batch struct{ all []*Queued }

// Queued is a statement of a batch.
type Queued struct {
	text    string
	values  [][]byte
	formats []int16
	err     error // of the parameters
	read    func(*Rows) error
}

// Queue adds a statement. What it gives is passed over, unless Query or QueryRow says who
// reads it.
func (b *Batch) Queue(text string, args ...any) *Queued {
	q := &Queued{text: text}
	q.values, q.formats, q.err = encode(args)
	b.all = append(b.all, q)
	return q
}

// Query has the rows read. Its error ends the batch for the caller, and not for the
// server.
func (q *Queued) Query(read func(*Rows) error) { q.read = read }

// QueryRow has one row read, as Query does.
func (q *Queued) QueryRow(read func(Row) error) {
	q.Query(func(rows *Rows) error { return read(oneRow{rows: rows}) })
}

// SendBatch sends a batch in one round trip, and in one before it what is not prepared yet.
// It gives the first error, after which nothing more is read.
func (c *Conn) SendBatch(ctx context.Context, b *Batch) error {
	if len(b.all) == 0 {
		return nil
	}
	return c.anew(func() error {
		err := c.send(ctx, b)
		if err != nil {
			for _, q := range b.all {
				c.forget(q.text)
			}
		}
		return err
	})
}

func (c *Conn) send(ctx context.Context, b *Batch) error {
	texts := make([]string, len(b.all))
	for i, q := range b.all {
		texts[i] = q.text
	}
	all, err := c.prepare(ctx, texts...)
	for i := 0; i < len(all) && err == nil; i++ {
		err = cmp.Or(b.all[i].err, takes(all[i], b.all[i].values))
	}
	if err != nil {
		return err
	}
	p := c.pg.StartPipeline(ctx)
	for i, q := range b.all {
		p.SendQueryStatement(all[i], q.values, q.formats, inBinary)
	}
	err = p.Sync()
	for i := 0; i < len(b.all) && err == nil; i++ {
		err = b.all[i].results(p)
	}
	return cmp.Or(err, p.Close())
}

// results reads what a statement gives.
func (q *Queued) results(p *pgconn.Pipeline) error {
	got, err := p.GetResults()
	if err != nil {
		return err
	}
	reader, is := got.(*pgconn.ResultReader)
	if !is {
		return fmt.Errorf("read batch: %T in the place of rows", got)
	}
	rows := begin(reader)
	if rows.err == nil && q.read != nil {
		err = q.read(rows)
	}
	rows.Close()
	return cmp.Or(err, rows.err)
}
