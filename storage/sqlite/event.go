package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
)

// Events gives the events of a run after a seq; none where there is no such run.
func (d *DB) Events(ctx context.Context, id string, after int64) ([]run.Event, error) {
	var all []run.Event
	err := d.read(ctx, "read events", func(ctx context.Context, conn *sql.Conn) error {
		var err error
		all, err = eventsOf(ctx, conn, id, after)
		return err
	})
	return all, err
}

// selectEvents packs an event into few columns: a run is read whole each time
// it is opened, and every column costs as much as the row.
const selectEvents = `SELECT seq, at, mode || '|' || kind || '|' || step || '|' || by, data,
		coalesce(salt, x'') || sum || prev || hash,
		CASE WHEN EXISTS (SELECT 1 FROM contents WHERE run = ?1)
			THEN (SELECT bytes FROM contents c WHERE c.run = e.run AND c.seq = e.seq) END
	FROM events e WHERE run = ?1 AND seq > ?2 ORDER BY seq`

func eventsOf(ctx context.Context, conn *sql.Conn, id string, after int64) ([]run.Event, error) {
	var n int64
	err := conn.QueryRowContext(ctx, "SELECT events FROM runs WHERE id = ?", id).Scan(&n)
	if err != nil {
		return nil, ignore(err, sql.ErrNoRows)
	}
	all := make([]run.Event, 0, min(max(n-after, 0), 100_000))
	// Past database/sql, which would copy each value once more.
	err = conn.Raw(func(c any) error {
		rows, err := c.(driver.QueryerContext).QueryContext(ctx, selectEvents, []driver.NamedValue{{Ordinal: 1, Value: id}, {Ordinal: 2, Value: after}})
		if err != nil {
			return err
		}
		all, err = readEvents(all, id, rows)
		return errors.Join(err, rows.Close())
	})
	return all, err
}

func readEvents(all []run.Event, id string, rows driver.Rows) ([]run.Event, error) {
	row := make([]driver.Value, len(rows.Columns()))
	for {
		err := rows.Next(row)
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		all = append(all, unpack(id, row))
	}
}

// unpack reads a row of selectEvents. A row that somebody changed gives an
// event that does not verify.
func unpack(id string, row []driver.Value) run.Event {
	e := run.Event{Run: id}
	e.Seq, _ = row[0].(int64)
	at, _ := row[1].(int64)
	e.At = time.UnixMilli(at).UTC()
	words, _ := row[2].(string)
	for _, field := range []*string{(*string)(&e.Mode), (*string)(&e.Kind), &e.Step} {
		*field, words, _ = strings.Cut(words, "|")
	}
	e.By = words
	e.Data, _ = row[3].([]byte)
	e.Salt, e.Sum, e.Prev, e.Hash = cutSums(row[4])
	e.Content, _ = row[5].([]byte)
	return e
}

func cutSums(v driver.Value) (salt, sum, prev, hash []byte) {
	var b []byte
	switch v := v.(type) {
	case []byte:
		b = v
	case string:
		b = []byte(v)
	}
	const sums = 3 * sha256.Size
	if len(b) < sums {
		return nil, nil, nil, b
	}
	if n := len(b) - sums; n > 0 {
		salt, b = b[:n:n], b[n:]
	}
	return salt, b[0:32:32], b[32:64:64], b[64:]
}

// Document gives the procedure of a digest.
func (d *DB) Document(ctx context.Context, digest string) ([]byte, error) {
	var doc []byte
	err := d.read(ctx, "read procedure", func(ctx context.Context, conn *sql.Conn) error {
		var format int
		err := conn.QueryRowContext(ctx, "SELECT format, doc FROM procedures WHERE digest = ?", digest).Scan(&format, &doc)
		if errors.Is(err, sql.ErrNoRows) {
			return key.NoProcedure(digest)
		}
		if err == nil && format > flows.NewestFormat {
			return flows.Refuse(flows.ErrNewer, nil, "store.newer_procedure", "digest", digest, "format", format)
		}
		return err
	})
	return doc, err
}
