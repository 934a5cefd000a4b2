package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"lotse/flows/run"
	"lotse/storage/storetest"
)

// TestMovedRowsLeaveNoTrace erases from a database whose rows have moved about.
// secure_delete clears where a row lies, and not where it lay before its page
// was split: without the rewriting of the file this test finds some.
func TestMovedRowsLeaveNoTrace(t *testing.T) {
	const canary = "kanarienvogel"
	for seed := range uint64(2) {
		d := opened(t)
		logs, hits := shuffled(t, d, seed, canary)
		file, err := d.Backup(ctx)
		must(t, err)
		var batches []run.Batch
		for i, l := range logs {
			l.Add(run.EventErased, map[string]any{"why": "asked for", "seqs": hits[i]})
			batches = append(batches, l.Batch(int64(len(l.Events))))
		}
		remove := func(ctx context.Context, tx *sql.Tx) (bool, error) {
			for i, b := range batches {
				if err := appendBatch(ctx, tx, &b); err != nil {
					return false, err
				}
				for _, seq := range hits[i] {
					if err := eraseEvent(ctx, tx, b.Header.ID, seq); err != nil {
						return false, err
					}
				}
			}
			return true, nil
		}
		must(t, d.write(ctx, "erase", func(ctx context.Context, tx *sql.Tx) error {
			_, err := remove(ctx, tx)
			return err
		}))
		must(t, d.purge(ctx, remove))
		for _, path := range []string{d.path, d.path + "-wal", file} {
			b, err := os.ReadFile(path)
			must(t, err)
			if n := bytes.Count(b, []byte(canary)); n > 0 {
				t.Errorf("seed %d: %d traces in %s", seed, n, path)
			}
		}
	}
}

// shuffled writes events of many runs in no order, some of which hold a value.
func shuffled(t *testing.T, d *DB, seed uint64, value string) (logs []*storetest.Log, hits [][]int64) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 0)) //nolint:gosec // the same rows each time
	for range 60 {
		logs = append(logs, begun(t, d, fmt.Sprintf("%08x", r.Uint32())))
	}
	hits = make([][]int64, len(logs))
	must(t, d.write(ctx, "fill", func(ctx context.Context, tx *sql.Tx) error {
		for range 6000 {
			i := r.IntN(len(logs))
			text := strings.Repeat("x", r.IntN(600))
			if r.IntN(10) == 0 {
				text += value + text
			}
			e := logs[i].Answer("name", text)
			if strings.Contains(text, value) {
				hits[i] = append(hits[i], e.Seq)
			}
			b := logs[i].Batch(e.Seq)
			if err := appendBatch(ctx, tx, &b); err != nil {
				return err
			}
		}
		return nil
	}))
	return logs, hits
}
