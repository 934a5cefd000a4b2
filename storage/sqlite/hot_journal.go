package sqlite

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"

	sqlite3 "github.com/mattn/go-sqlite3"
)

// A change that was cut off outside of the write-ahead log leaves a rollback
// journal. Only a connection that may write can roll it back, so what the file
// is must be known before: here it is told from the journal and the first page,
// and nothing is changed.

// isCutOff reports whether a reader could not read because a change that was cut
// off has to be rolled back first.
func isCutOff(err error) bool {
	var e sqlite3.Error
	return errors.As(err, &e) && e.ExtendedCode == sqlite3.ErrReadonlyRollback
}

// identifyCutOff is identify of a database as it will be once what was cut off
// is rolled back.
func identifyCutOff(ctx context.Context, path string) (identity, error) {
	page, empty, err := firstPageBefore(path + "-journal")
	if err != nil {
		return identity{}, err
	}
	var id identity
	switch {
	case empty:
		return identity{empty: true}, nil
	case len(page) >= 100:
		id.application = int64(binary.BigEndian.Uint32(page[68:]))
		id.version = int(int32(binary.BigEndian.Uint32(page[60:]))) //nolint:gosec // SQLite has it signed
	default: // the change had not come to the first page
		db := pool(path, untouched, 1)
		err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&id.application)
		if err == nil {
			err = db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&id.version)
		}
		if err = errors.Join(err, db.Close()); err != nil {
			return id, err
		}
	}
	return id, id.refuse(path)
}

// The head of a rollback journal, as SQLite's file format has it.
const (
	journalMagic = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
	journalHead  = 28
	maxSector    = 65536
)

// firstPageBefore gives the first page as a rollback journal has kept it, nil
// where it has not; empty says that there was none. What is no journal has
// nothing to roll back.
func firstPageBefore(journal string) (page []byte, empty bool, err error) {
	f, err := os.Open(journal) // not the database: nobody locks a journal
	if err != nil {
		return nil, false, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	for at, first := int64(0), true; ; first = false {
		head := make([]byte, journalHead)
		if _, err := f.ReadAt(head, at); err != nil || !bytes.HasPrefix(head, []byte(journalMagic)) {
			return nil, empty, ignore(err, io.EOF)
		}
		n, nonce := binary.BigEndian.Uint32(head[8:]), binary.BigEndian.Uint32(head[12:])
		sector, size := binary.BigEndian.Uint32(head[20:]), binary.BigEndian.Uint32(head[24:])
		if sector < journalHead || sector > maxSector || size < minSize || size > maxSector {
			return nil, empty, nil
		}
		if first {
			empty = binary.BigEndian.Uint32(head[16:]) == 0
		}
		records := io.NewSectionReader(f, at+int64(sector), 1<<62)
		read, page := firstPageIn(records, n, nonce, size)
		if page != nil || n == 0 {
			return page, empty, nil
		}
		at += (int64(sector) + read + int64(sector) - 1) / int64(sector) * int64(sector)
	}
}

// firstPageIn looks for the first page among n records of a journal, or as many
// as there are where n was not written yet, and gives how many bytes it read.
func firstPageIn(r io.Reader, n, nonce, size uint32) (read int64, page []byte) {
	record := make([]byte, 4+size+4)
	for i := uint32(0); i < n || n == 0; i++ {
		if _, err := io.ReadFull(r, record); err != nil {
			return read, nil
		}
		read += int64(len(record))
		page := record[4 : 4+size]
		if binary.BigEndian.Uint32(record[4+size:]) != journalSum(nonce, page) {
			return read, nil // SQLite rolls back no further
		}
		if binary.BigEndian.Uint32(record) == 1 {
			return read, page
		}
	}
	return read, nil
}

// journalSum is the sum of a page in a journal.
func journalSum(nonce uint32, page []byte) uint32 {
	for i := len(page) - 200; i > 0; i -= 200 {
		nonce += uint32(page[i])
	}
	return nonce
}
