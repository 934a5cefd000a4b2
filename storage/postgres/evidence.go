package postgres

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/jackc/pgx/v5"

	"lotse/flows"
	"lotse/flows/ownfile"
	"lotse/flows/run"
	"lotse/storage/key"
)

// chunk is the bytes of a piece of a file, of which the last may have less.
const chunk = 256 << 10

// atOnce is how many pieces are on their way together.
const atOnce = 4

// Put keeps a file under its SHA-256. It is committed when Put returns; an event has to
// name it within a day, or it is swept.
func (d *DB) Put(ctx context.Context, name string, r io.Reader) (run.File, error) {
	return d.PutLarge(ctx, name, flows.MaxEvidence, r)
}

// PutLarge is Put with another limit, in bytes. Memory stays flat, and the context ends
// it. The file lies in the person's own folder meanwhile, so that it can be sent again.
func (d *DB) PutLarge(ctx context.Context, name string, most int64, r io.Reader) (file run.File, err error) {
	file.Name = key.FileName(name)
	tmp, err := ownfile.CreateTemp(d.dir, "put-*.tmp")
	if err != nil {
		return file, fmt.Errorf("keep file: %w", err)
	}
	gone := os.Remove(tmp.Name()) == nil // where a system lets one remove what is open
	defer func() {
		err = errors.Join(err, tmp.Close())
		if !gone {
			err = errors.Join(err, os.Remove(tmp.Name()))
		}
	}()
	if file.Sum, file.Size, err = key.Fill(ctx, tmp, name, most, r); err != nil {
		return file, fmt.Errorf("keep file: %w", err)
	}
	return file, d.write(ctx, "keep file", func(_ context.Context, tx pgx.Tx) error { return d.keep(ctx, tx, file, tmp) })
}

func (d *DB) keep(ctx context.Context, tx pgx.Tx, file run.File, r io.ReaderAt) error {
	if err := d.sweep(ctx, tx); err != nil {
		return err
	}
	var n int64
	if err := tx.QueryRow(ctx, "SELECT keep($1, $2)", file.Sum, file.Size).Scan(&n); err != nil {
		return err
	}
	for at := int64(0); at < file.Size; at += atOnce * chunk {
		if err := sendPieces(ctx, tx, n, at, io.NewSectionReader(r, at, min(atOnce*chunk, file.Size-at))); err != nil {
			return err
		}
	}
	return nil
}

// sendPieces sends what lies at a place of a file.
func sendPieces(ctx context.Context, tx pgx.Tx, file, at int64, r *io.SectionReader) error {
	b, err := io.ReadAll(r)
	if err != nil {
		return fmt.Errorf("read file: %w", err)
	}
	var pieces pgx.Batch
	for n := at / chunk; len(b) > 0; n++ {
		size := min(chunk, len(b))
		pieces.Queue("INSERT INTO chunks (file, n, bytes) VALUES ($1, $2, $3)", file, n, b[:size])
		b = b[size:]
	}
	return tx.SendBatch(ctx, &pieces).Close()
}
