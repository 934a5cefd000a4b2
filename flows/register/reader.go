package register

import (
	"bytes"
	"context"
	"errors"
	"io"
)

// Options say how a file is to be read; the zero value finds out all of it.
type Options struct {
	Encoding  string // one of Encodings
	Delimiter byte
	Sheet     string // of an XLSX
	// Progress is told, from the goroutine that reads, how far it has got.
	Progress func(done, size int64)
}

// Info is what was understood of a file.
type Info struct {
	Name      string
	Kind      string // "csv" or "xlsx"
	Sum       string // hex SHA-256 of the file; known when all of it was read
	Size      int64
	Encoding  string // of a CSV
	Delimiter string // of a CSV: ";", ",", "|" or "tab"
	Sheet     string // of an XLSX
	Sheets    []string
}

// Record is one row of a file.
type Record struct {
	Row   int // the line on which it begins, as an editor counts; the sheet's row
	Cells []string
	Odd   bool // it has a quote where none belongs
}

// Reader gives the records of a file one after the other, title lines and the
// header row included; empty lines are left out.
type Reader struct {
	name    string // of the file
	next    func() (Record, error)
	notes   func() []Issue
	done    func() Info
	release func() error
}

// Open looks at the beginning of a file and makes a reader of it. The reader
// has to be closed.
func Open(ctx context.Context, src Source, o Options) (*Reader, error) {
	r, err := open(ctx, src, o)
	if err != nil {
		return nil, InFile(err, src.Name)
	}
	r.name = src.Name
	return r, nil
}

func open(ctx context.Context, src Source, o Options) (*Reader, error) {
	switch {
	case src.Size == 0:
		return nil, unreadable(0, 0, "register.empty")
	case src.Size > MaxFile:
		return nil, overLimit(0, 0, "register.file_large", "size", src.Size>>20, "most", MaxFile>>20)
	}
	head := make([]byte, min(src.Size, sampleSize))
	if n, err := src.R.ReadAt(head, 0); n < len(head) {
		if errors.Is(err, io.EOF) {
			return nil, unreadable(0, 0, "register.shrank")
		}
		return nil, err
	}
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06")) {
		return openXLSX(ctx, src, o)
	}
	if err := isForeign(head); err != nil {
		return nil, err
	}
	return openCSV(ctx, src, head, o)
}

func openCSV(ctx context.Context, src Source, head []byte, o Options) (*Reader, error) {
	d, err := detect(head, int64(len(head)) == src.Size, o)
	if err != nil {
		return nil, err
	}
	st := newStream(ctx, src, o.Progress)
	if _, err := io.CopyN(io.Discard, st, int64(d.bom)); err != nil {
		return nil, err
	}
	r, text := d.textOf(st)
	s := newSplitter(r, d.comma, d.eol, text)
	s.page = d.page()
	if d.sep {
		if _, err := s.readLine(); err != nil {
			return nil, err
		}
	}
	info := Info{Name: src.Name, Kind: "csv", Size: src.Size, Encoding: d.encoding, Delimiter: delimiterName(d.comma)}
	return &Reader{
		next:    s.record,
		notes:   func() []Issue { return nil },
		release: func() error { return nil },
		done: func() Info {
			info.Sum = st.digest()
			if info.Encoding == "" {
				info.Encoding = s.text.name()
			}
			return info
		},
	}, nil
}

// name is an encoding as it turned out.
func (c code) name() string {
	if c == pageCode {
		return Windows
	}
	return UTF8
}

// Next gives the next record; io.EOF ends them. Any other error is a refusal of
// the file, the context's, or of whoever the source reads from. The slice of cells
// is valid until the next call; what keeps it clones it.
func (r *Reader) Next() (Record, error) {
	rec, err := r.next()
	if err != nil {
		err = InFile(err, r.name)
	}
	return rec, err
}

// Info is what was understood; after io.EOF it is complete.
func (r *Reader) Info() Info { return r.done() }

// Notes are what the file has that its rows do not show: formulas, merged
// cells, hidden rows.
func (r *Reader) Notes() []Issue { return r.notes() }

// Close lets go of what the reader holds. The source is its owner's to close.
func (r *Reader) Close() error { return r.release() }
