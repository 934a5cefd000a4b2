package postgres

import (
	"context"
	"errors"
	"io"
	"strconv"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
	"lotse/storage/postgres/wire"
)

// inspectProcedures proves every stored procedure by its digest, one at a time.
func (d *DB) inspectProcedures(ctx context.Context, f *run.Findings) error {
	digests, err := list(ctx, d, wire.RowTo[string], "SELECT digest FROM procedures ORDER BY digest")
	if err != nil {
		return err
	}
	for _, digest := range digests {
		docs, err := list(ctx, d, wire.RowTo[[]byte], "SELECT doc FROM procedures WHERE digest = $1", digest)
		if err != nil {
			return err
		}
		named := asWritten(digest)
		if len(docs) == 0 || flows.Fits(docs[0], named) {
			continue
		}
		runs, err := list(ctx, d, wire.RowTo[string], "SELECT run FROM versions WHERE digest = $1 ORDER BY run", digest)
		if err != nil {
			return err
		}
		n := len(runs)
		runs = runs[:min(n, mostNamed)]
		for i := range runs {
			runs[i] = asWritten(runs[i])
		}
		f.Problems = append(f.Problems, key.ProcedureChanged(named, runs, n).Message)
	}
	return nil
}

// list gives what a statement gives.
func list[T any](ctx context.Context, d *DB, scan func(wire.Row) (T, error), text string, args ...any) (all []T, err error) {
	err = d.query(ctx, "examine", func(pool *wire.Pool) error {
		rows, err := pool.Query(ctx, text, args...)
		if err != nil {
			return err
		}
		all, err = wire.CollectRows(rows, scan)
		return err
	})
	return all, err
}

// mostNamed is how many runs a problem names.
const mostNamed = 5

// selectFiles gives the files that events name, some sums at a time.
const selectFiles = `SELECT DISTINCT e.sum, coalesce(e.file, 0), coalesce(k.size, 0) FROM evidence e LEFT JOIN files k ON k.n = e.file
	WHERE e.sum IN (SELECT DISTINCT sum FROM evidence WHERE sum > $1 ORDER BY sum LIMIT 200) ORDER BY 1, 2`

// inspectFiles compares every kept file that an event names with its SHA-256.
func (d *DB) inspectFiles(ctx context.Context, f *run.Findings) error {
	all, err := list(ctx, d, wire.RowTo[int], "SELECT count(DISTINCT sum) FROM evidence")
	if err != nil {
		return err
	}
	f.Facts["evidence_files"] = strconv.Itoa(all[0])
	scan := func(row wire.Row) (*pieces, error) {
		p := &pieces{db: d, ctx: ctx, has: -1}
		return p, row.Scan(&p.sum, &p.file, &p.size)
	}
	for after, done := "", 0; ; {
		files, err := list(ctx, d, scan, selectFiles, after)
		if err != nil || len(files) == 0 {
			return err
		}
		for _, p := range files {
			run.Look{Part: run.LookFiles, Done: min(done, all[0]), All: all[0]}.Tell(ctx)
			if err := damage(f, p.prove(ctx)); err != nil {
				return err
			}
			after, done = p.sum, done+1
		}
	}
}

// prove reads a kept file and compares it with its SHA-256.
func (p *pieces) prove(ctx context.Context) error {
	if p.file == 0 {
		return flows.Refuse(flows.ErrNotFound, nil, "store.no_evidence", "file", p.sum)
	}
	r, err := key.Content(p, p.sum, p.sum, p.size)
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, key.Reader(ctx, r)) // a large one shows at its end
	return errors.Join(err, r.Close())
}
