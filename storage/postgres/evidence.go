package postgres

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"lotse/flows"
	"lotse/flows/ownfile"
	"lotse/flows/run"
	"lotse/storage/key"
	"lotse/storage/postgres/wire"
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
	return file, d.keep(ctx, file, tmp)
}

// keep sends a file, a small one in one round trip.
func (d *DB) keep(ctx context.Context, file run.File, r io.ReaderAt) error {
	const first = atOnce * chunk
	begin, err := readPieces(r, 0, min(first, file.Size))
	if err != nil {
		return err
	}
	if file.Size <= first {
		return d.save(ctx, "keep file", func(ctx context.Context) error {
			_, err := sendFile(ctx, d.pool, file, begin)
			return err
		})
	}
	return d.write(ctx, "keep file", func(ctx context.Context, tx wire.Tx) error {
		made, err := sendFile(ctx, tx, file, begin)
		for at := int64(first); err == nil && at < file.Size; at += first {
			err = sendPieces(ctx, tx, made, r, at, min(first, file.Size-at))
		}
		return err
	})
}

// sendFile makes a file there with its first pieces, and gives its number.
func sendFile(ctx context.Context, to sender, file run.File, begin [][]byte) (made int64, err error) {
	var b wire.Batch
	b.Queue("SELECT sweep()")
	b.Queue("SELECT keep($1, $2, $3)", file.Sum, file.Size, begin).QueryRow(func(row wire.Row) error { return row.Scan(&made) })
	err = to.SendBatch(ctx, &b)
	return made, err
}

// sendPieces sends what lies at a place of a file.
func sendPieces(ctx context.Context, tx wire.Tx, file int64, r io.ReaderAt, at, size int64) error {
	all, err := readPieces(r, at, size)
	if err != nil {
		return err
	}
	var b wire.Batch
	for i, piece := range all {
		b.Queue("INSERT INTO chunks (file, n, bytes) VALUES ($1, $2, $3)", file, at/chunk+int64(i), piece)
	}
	return tx.SendBatch(ctx, &b)
}

// readPieces reads what lies at a place of a file, in pieces.
func readPieces(r io.ReaderAt, at, size int64) ([][]byte, error) {
	b := make([]byte, size)
	if _, err := io.ReadFull(io.NewSectionReader(r, at, size), b); err != nil {
		return nil, fmt.Errorf("read file: %w", err)
	}
	return slices.Collect(slices.Chunk(b, chunk)), nil
}
