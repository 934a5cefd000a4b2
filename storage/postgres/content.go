package postgres

import (
	"context"
	"errors"
	"io"
	"sync"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
	"lotse/storage/postgres/wire"
)

// Open gives a file: flows.ErrNotFound, flows.ErrDamaged. One of the usual size is
// compared with its name at once, and where several have kept it, another is taken in
// the place of one that is damaged; a larger one is compared while it is read, piece by
// piece.
func (d *DB) Open(ctx context.Context, sum string) (run.Content, error) {
	if !key.Sum(sum) {
		return nil, key.NoSum(sum)
	}
	all, err := d.filesOf(ctx, sum)
	if err != nil {
		return nil, err
	}
	err = flows.Refuse(flows.ErrNotFound, nil, "store.no_evidence", "file", sum)
	for _, p := range all {
		var c run.Content
		if c, err = key.Content(p, sum, sum, p.size); !errors.Is(err, flows.ErrDamaged) {
			return c, err
		}
	}
	return nil, err
}

// filesOf are the files that have been kept under a sum, the newest first.
func (d *DB) filesOf(ctx context.Context, sum string) ([]*pieces, error) {
	var all []*pieces
	err := d.query(ctx, "open file", func(pool *wire.Pool) error {
		rows, err := pool.Query(ctx, "SELECT n, size FROM files WHERE sum = $1 ORDER BY n DESC", sum)
		if err != nil {
			return err
		}
		all, err = wire.CollectRows(rows, func(row wire.Row) (*pieces, error) {
			p := &pieces{db: d, ctx: context.WithoutCancel(ctx), sum: sum, has: -1}
			return p, row.Scan(&p.file, &p.size)
		})
		return err
	})
	return all, err
}

// pieces are the bytes of a kept file. The piece that was read last is kept at hand.
type pieces struct {
	db   *DB
	ctx  context.Context // of its Open, without its end: a file is read after that
	sum  string
	file int64
	size int64

	mu    sync.Mutex
	has   int64 // which piece is at hand; -1 for none
	bytes []byte
}

// ReadAt implements io.ReaderAt; flows.ErrDamaged where a piece is not there or not whole.
func (p *pieces) ReadAt(b []byte, off int64) (n int, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for n < len(b) {
		if off >= p.size {
			return n, io.EOF
		}
		if err := p.fetch(off / chunk); err != nil {
			return n, err
		}
		copied := copy(b[n:], p.bytes[off%chunk:])
		n, off = n+copied, off+int64(copied)
	}
	return n, nil
}

// Close implements io.Closer.
func (p *pieces) Close() error { return nil }

// fetch has a piece at hand.
func (p *pieces) fetch(n int64) error {
	if p.has == n {
		return nil
	}
	p.has = -1
	err := p.db.query(p.ctx, "read file", func(pool *wire.Pool) error {
		return pool.QueryRow(p.ctx, "SELECT bytes FROM chunks WHERE file = $1 AND n = $2", p.file, n).Scan(&p.bytes)
	})
	if ignore(err, wire.ErrNoRows) != nil {
		return err
	}
	if err != nil || int64(len(p.bytes)) != min(chunk, p.size-n*chunk) {
		return flows.Refuse(flows.ErrDamaged, nil, "store.evidence_changed", "file", p.sum)
	}
	p.has = n
	return nil
}
