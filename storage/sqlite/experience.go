package sqlite

import (
	"context"
	"database/sql"
	"time"

	"lotse/flows"
	"lotse/flows/run"
)

// selectLearned reads no more of an event than its time, kind and step. The runs
// come from the index by which a list is ordered by procedure; which pack they are
// from only their first event knows.
const selectLearned = `SELECT e.run, e.at, e.kind, e.step
	FROM (SELECT id FROM (SELECT id, mode FROM runs INDEXED BY runs_by_procedure
			WHERE status = 'done' AND procedure = ? ORDER BY started DESC, id DESC LIMIT ?) runs
		WHERE mode = 'real' AND ` + packOfRun + ` = ? LIMIT ?) r
	CROSS JOIN events e ON e.run = r.id ORDER BY e.run, e.seq`

// packOfRun is the pack that a run was begun from; "" for none, and where nobody can
// tell any more.
const packOfRun = `coalesce((SELECT iif(json_valid(CAST(data AS TEXT)), json_extract(CAST(data AS TEXT), '$.provenance.pack'), NULL)
	FROM events WHERE run = runs.id AND seq = 1), '')`

// Experience reads the newest real runs of a procedure that are done.
func (d *DB) Experience(ctx context.Context, procedure string) (run.Experience, error) {
	var logs [][]run.Event
	pack, id := flows.SplitName(procedure)
	err := d.read(ctx, "read experience", func(ctx context.Context, conn *sql.Conn) error {
		rows, err := conn.QueryContext(ctx, selectLearned, id, run.MostSought, pack, run.MostLearned)
		return rowsOf(rows, err, func(rows *sql.Rows) error {
			var e run.Event
			var at int64
			if err := rows.Scan(&e.Run, &at, &e.Kind, &e.Step); err != nil {
				return err
			}
			e.At = time.UnixMilli(at).UTC()
			if n := len(logs); n == 0 || logs[n-1][0].Run != e.Run {
				logs = append(logs, nil)
			}
			logs[len(logs)-1] = append(logs[len(logs)-1], e)
			return nil
		})
	})
	return run.Learn(logs), err
}
