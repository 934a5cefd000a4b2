package postgres

import (
	"context"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/postgres/wire"
)

// selectLearned reads no more of an event than its time, kind and step. The runs come
// from the index by which a list is ordered by procedure; which pack they are from
// only their first event knows.
const selectLearned = `SELECT e.run, e.at, e.kind, e.step
	FROM (SELECT d.id FROM (
			SELECT r.id, r.started, r.mode FROM unnest((SELECT teams())) t (team)
				CROSS JOIN LATERAL (SELECT id, started, mode FROM runs r
					WHERE r.team = t.team AND r.status = 'done' AND r.procedure = $1
					ORDER BY r.procedure DESC, r.started DESC, r.id DESC LIMIT $2) r
				ORDER BY r.started DESC, r.id DESC LIMIT $2) d
		WHERE d.mode = 'real' AND coalesce((SELECT pack_of(b.data) FROM events b WHERE b.run = d.id AND b.seq = 1), '') = $3
		ORDER BY d.started DESC, d.id DESC LIMIT $4) r
	JOIN events e ON e.run = r.id ORDER BY e.run, e.seq`

// Experience reads the newest real runs of a procedure that are done.
func (d *DB) Experience(ctx context.Context, procedure string) (run.Experience, error) {
	pack, id := flows.SplitName(procedure)
	var logs [][]run.Event
	err := d.query(ctx, "read experience", func(pool *wire.Pool) error {
		rows, err := pool.Query(ctx, selectLearned, shown(id), run.MostSought, shown(pack), run.MostLearned)
		if err != nil {
			return err
		}
		logs = nil
		var e run.Event
		var at int64
		err = wire.ForEachRow(rows, []any{&e.Run, &at, (*string)(&e.Kind), &e.Step}, func() error {
			e.Run, e.Step, e.Kind = asWritten(e.Run), asWritten(e.Step), run.EventKind(asWritten(string(e.Kind)))
			e.At = time.UnixMilli(at).UTC()
			if n := len(logs); n == 0 || logs[n-1][0].Run != e.Run {
				logs = append(logs, nil)
			}
			logs[len(logs)-1] = append(logs[len(logs)-1], e)
			return nil
		})
		return err
	})
	return run.Learn(logs), err
}
