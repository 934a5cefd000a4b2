package sqlite

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	sqlite3 "github.com/mattn/go-sqlite3"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/storage/key"
)

// Append writes a batch in one transaction: it is durable when Append returns.
func (d *DB) Append(ctx context.Context, b run.Batch) error {
	if err := key.Check(&b); err != nil {
		return fmt.Errorf("save run: %w", err)
	}
	return d.write(ctx, "save run", func(ctx context.Context, tx *sql.Tx) error {
		return appendBatch(ctx, tx, &b)
	})
}

func appendBatch(ctx context.Context, tx *sql.Tx, b *run.Batch) error {
	if err := writeDocuments(ctx, tx, b); err != nil {
		return err
	}
	n, err := writeHeader(ctx, tx, b)
	if err != nil {
		return err
	}
	for i := range b.Events {
		if err := writeEvent(ctx, tx, &b.Events[i]); err != nil {
			return err
		}
	}
	if err := writeVersions(ctx, tx, b); isForeignKey(err) {
		return key.Needs(b.Header.Customer.ID, b.Header.Digest)
	} else if err != nil {
		return err
	}
	for i := range b.Secrets {
		if err := writeSecret(ctx, tx, &b.Secrets[i]); err != nil {
			return err
		}
	}
	for i := range b.Taken {
		if err := removeUnsaved(ctx, tx, &b.Taken[i]); err != nil {
			return err
		}
	}
	return indexLater(ctx, tx, n, b.Index)
}

// writeHeader adds or updates the row of a run and gives its number. What is
// usual is one statement: the update of the run that the events follow.
func writeHeader(ctx context.Context, tx *sql.Tx, b *run.Batch) (int64, error) {
	if len(b.Events) > 0 && b.Events[0].Seq > 1 {
		n, err := updateRun(ctx, tx, b, "id = ? AND events = ? AND head = ?", b.Header.ID, b.Events[0].Seq-1, b.Events[0].Prev)
		if !errors.Is(err, sql.ErrNoRows) {
			return n, err
		}
	}
	n, head, err := headOf(ctx, tx, b.Header.ID)
	switch {
	case err == nil:
		if err := key.Follows(b, head); err != nil {
			return 0, err
		}
		return updateRun(ctx, tx, b, "n = ?", n)
	case !errors.Is(err, sql.ErrNoRows):
		return 0, err
	case len(b.Events) == 0 || b.Events[0].Seq > 1:
		return 0, key.NoRun(b.Header.ID)
	}
	if err := key.Follows(b, key.Head{Hash: make([]byte, 32)}); err != nil {
		return 0, err
	}
	return addRun(ctx, tx, b)
}

func headOf(ctx context.Context, tx *sql.Tx, id string) (n int64, h key.Head, err error) {
	err = tx.QueryRowContext(ctx, "SELECT n, events, head FROM runs WHERE id = ?", id).Scan(&n, &h.Seq, &h.Hash)
	return n, h, err
}

func addRun(ctx context.Context, tx *sql.Tx, b *run.Batch) (int64, error) {
	h := key.Settle(b)
	head, err := hex.DecodeString(h.Head)
	if err != nil {
		return 0, fmt.Errorf("read head: %w", err)
	}
	news, err := key.EncodeNews(h.News)
	if err != nil {
		return 0, err
	}
	if b.Customer != nil {
		if h.Customer, err = bringCustomer(ctx, tx, *b.Customer); err != nil {
			return 0, err
		}
	}
	res, err := tx.ExecContext(ctx, `INSERT INTO runs (id, procedure, version, title, digest, customer, mode, status, lang,
			started, changed, events, head, due, progress, current, current_title, why, waits_for, waits_since, news, customer_key)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce((SELECT folded FROM customers WHERE id = ?6), ''))`,
		h.ID, h.Procedure, h.ProcedureVersion, h.Title, h.Digest, h.Customer.ID, string(h.Mode), string(h.Status), h.Lang,
		h.Started.UnixMilli(), h.Changed.UnixMilli(), h.Events, head, instant(h.Due), key.EncodeProgress(h.Progress), h.Current, h.CurrentTitle, h.Why,
		h.WaitsFor, instant(h.WaitsSince), news)
	if isForeignKey(err) {
		return 0, key.Needs(h.Customer.ID, h.Digest)
	}
	if err != nil {
		return 0, err
	}
	return res.LastInsertId()
}

// updateRun updates the row of a run and gives its number; sql.ErrNoRows where
// none is such.
func updateRun(ctx context.Context, tx *sql.Tx, b *run.Batch, which string, args ...any) (n int64, err error) {
	h := key.Settle(b)
	head, err := hex.DecodeString(h.Head)
	if err != nil {
		return 0, fmt.Errorf("read head: %w", err)
	}
	news, err := key.EncodeNews(h.News)
	if err != nil {
		return 0, err
	}
	values := []any{
		h.Title, string(h.Status), h.Lang, h.Changed.UnixMilli(), h.Events, head, instant(h.Due),
		key.EncodeProgress(h.Progress), h.Current, h.CurrentTitle, h.Why, h.WaitsFor, instant(h.WaitsSince), news,
	}
	//nolint:gosec // which is one of this file's constants
	err = tx.QueryRowContext(ctx, `UPDATE runs SET title = ?, status = ?, lang = ?, changed = ?, events = ?, head = ?, due = ?,
			progress = ?, current = ?, current_title = ?, why = ?, waits_for = ?, waits_since = ?, news = ? WHERE `+which+` RETURNING n`, append(values, args...)...).Scan(&n)
	return n, err
}

func writeEvent(ctx context.Context, tx *sql.Tx, e *run.Event) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO events (run, seq, at, by, mode, kind, step, data, salt, sum, prev, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		e.Run, e.Seq, e.At.UnixMilli(), e.By, string(e.Mode), string(e.Kind), e.Step,
		[]byte(e.Data), e.Salt, e.Sum, e.Prev, e.Hash)
	if isTaken(err) {
		return fmt.Errorf("event %d of run %q: %w", e.Seq, e.Run, errors.Join(flows.ErrConflict, err))
	}
	if err != nil {
		return err
	}
	if e.Content != nil {
		if _, err := tx.ExecContext(ctx, "INSERT INTO contents (run, seq, bytes) VALUES (?, ?, ?)", e.Run, e.Seq, e.Content); err != nil {
			return err
		}
	}
	return nameEvidence(ctx, tx, e)
}

func isTaken(err error) bool {
	var e sqlite3.Error
	return errors.As(err, &e) && (e.ExtendedCode == sqlite3.ErrConstraintPrimaryKey || e.ExtendedCode == sqlite3.ErrConstraintUnique)
}

func isForeignKey(err error) bool {
	var e sqlite3.Error
	return errors.As(err, &e) && e.ExtendedCode == sqlite3.ErrConstraintForeignKey
}

// instant is a time as a column has it; NULL for none.
func instant(t *time.Time) any {
	if t == nil {
		return nil
	}
	return t.UnixMilli()
}
