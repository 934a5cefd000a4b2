package postgres

import (
	"context"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres/wire"
)

// chainsAtOnce is how many runs are verified in one state of the database: few, so
// that the server need not keep long what others change meanwhile.
const chainsAtOnce = 100

// inspectChains verifies every run. One at a time is in memory.
func (d *DB) inspectChains(ctx context.Context, f *run.Findings) error {
	all, err := list(ctx, d, wire.RowTo[int], "SELECT count(*) FROM runs")
	for after := ""; err == nil; {
		run.Look{Part: run.LookRuns, Done: min(f.Runs, all[0]), All: all[0]}.Tell(ctx)
		found := run.Findings{}
		last := ""
		err = d.read(ctx, "examine", func(tx wire.Tx) (err error) {
			found = run.Findings{}
			last, err = verifyChains(ctx, tx, after, &found)
			return err
		})
		if err == nil && last == "" {
			return nil
		}
		after = last
		f.Runs, f.Events, f.Problems = f.Runs+found.Runs, f.Events+found.Events, append(f.Problems, found.Problems...)
	}
	return err
}

// verifyChains verifies the runs that come after an id, and gives the last of them; ""
// where there is none.
func verifyChains(ctx context.Context, tx wire.Tx, after string, f *run.Findings) (last string, err error) {
	rows, err := tx.Query(ctx, "SELECT "+unlisted+headerFrom+"WHERE r.id > $1 ORDER BY r.id LIMIT $2", after, chainsAtOnce)
	if err != nil {
		return "", err
	}
	var b wire.Batch
	defer rows.Close()
	for rows.Next() {
		h, err := scanHeader(rows)
		if err = damage(f, err); err != nil {
			return "", err
		}
		last = kept(h.ID)
		b.Queue(selectEvents, last, int64(0)).Query(func(rows *wire.Rows) error { return verifyChain(h, rows, f) })
	}
	if err := rows.Err(); err != nil {
		return "", err
	}
	return last, tx.SendBatch(ctx, &b)
}

// verifyChain verifies a run with its events.
func verifyChain(h run.Header, rows *wire.Rows, f *run.Findings) error {
	events, err := wire.CollectRows(rows, func(row wire.Row) (run.Event, error) { return scanEvent(h.ID, row) })
	if err != nil {
		return err
	}
	f.Runs++
	f.Events += int64(len(events))
	if v := run.Verify(h, events); !v.Intact {
		f.Problems = append(f.Problems, flows.Msg("store.chain", "run", h.ID, "seq", v.Fault.Seq, "what", v.Fault.What))
	}
	return nil
}
