package compare

import (
	"context"
	"errors"
	"io"
	"runtime"
	"slices"

	"lotse/flows/register"
)

// Options say how a file is to be read; the zero value finds out all of it.
type Options struct {
	register.Options
	Map    map[Field]string // the header, or the number of a column, that fills a field; "" for none
	Header int              // the row of the header; 0 finds it
}

// Register is one side, read. It is safe for several readers.
type Register struct {
	Info    register.Info
	Header  []string         // what the columns are called
	Columns map[Field]string // the header that fills a field; no entry: nothing does
	Notes   []register.Issue // what a person has to know of the file

	shelf
	normalized normalized
}

// MaxRows is how many rows a register may have.
const MaxRows = 5_000_000

// Read reads a register. A file that cannot be taken is refused as package
// register does it: nothing in it, broken off, no code column, another
// register's header.
func Read(ctx context.Context, src register.Source, k Kind, o Options) (*Register, error) {
	r, err := read(ctx, src, k, o)
	return r, register.InFile(err, src.Name)
}

// read reads it; a second time where its letters turn out to be of another
// encoding than its beginning shows.
func read(ctx context.Context, src register.Source, k Kind, o Options) (*Register, error) {
	r, err := readOnce(ctx, src, k, o)
	if err != nil || r.normalized.letters.better == "" {
		return r, err
	}
	o.Encoding = r.normalized.letters.better
	r, err = readOnce(ctx, src, k, o)
	if err == nil {
		r.Notes = append(r.Notes, register.EncodingFound(o.Encoding))
	}
	return r, err
}

func readOnce(ctx context.Context, src register.Source, k Kind, o Options) (*Register, error) {
	l, err := understand(ctx, src, k, o)
	if err != nil {
		return nil, err
	}
	if l.sheet != "" {
		o.Sheet = l.sheet
	}
	return readRows(ctx, src, l, o)
}

// understandOne looks at the beginning of a text, or of a sheet; one without codes
// is refused.
func understandOne(ctx context.Context, src register.Source, k Kind, o Options) (*layout, register.Info, error) {
	l, lead, info, err := begin(ctx, src, k, o)
	if err != nil {
		return nil, info, err
	}
	if _, ok := l.column[Code]; !ok {
		return nil, info, l.codeless(k, lead)
	}
	l.tell(k, lead)
	return l, info, nil
}

// begin finds the header of a file, and its columns.
func begin(ctx context.Context, src register.Source, k Kind, o Options) (l *layout, lead *leading, info register.Info, err error) {
	opt := o.Options
	opt.Progress = nil
	r, err := register.Open(ctx, src, opt)
	if err != nil {
		return nil, nil, info, err
	}
	defer r.Close() //nolint:errcheck // only memory is let go of
	info = r.Info()
	if lead, err = readLead(r, o.Header); err != nil {
		return nil, nil, info, err
	}
	if l, err = layoutOf(k, lead, o); err == nil {
		l.kind = info.Kind
	}
	return l, lead, info, err
}

// The most that is looked at for the header: records, and bytes in them.
const (
	leadRows = 25
	leadText = 4 << 20
)

// leading is the beginning of a file.
type leading struct {
	records []register.Record
	first   int // row of the file's first record
	before  int // records above these, which were passed over
}

// readLead reads the first records; where the row of the header is given, that
// and the next.
func readLead(r *register.Reader, header int) (*leading, error) {
	lead := &leading{}
	for size := 0; len(lead.records) < leadRows && size < leadText; {
		rec, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if lead.first == 0 {
			lead.first = rec.Row
		}
		if rec.Row < header {
			lead.before++
			continue
		}
		rec.Cells = slices.Clone(rec.Cells)
		lead.records = append(lead.records, rec)
		if header > 0 && len(lead.records) == 2 {
			break
		}
		for _, c := range rec.Cells {
			size += len(c)
		}
	}
	return lead, nil
}

// readRows reads a file row by row.
func readRows(ctx context.Context, src register.Source, l *layout, o Options) (*Register, error) {
	in, err := register.Open(ctx, src, o.Options)
	if err != nil {
		return nil, err
	}
	defer in.Close() //nolint:errcheck // only memory is let go of
	r := &Register{Header: l.columns, Columns: l.names}
	at := l.indexes()
	var odd oddRows
	for n := 0; ; n++ {
		rec, err := in.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if n%yieldEvery == 0 {
			runtime.Gosched()
		}
		switch {
		case n < l.skip || register.IsBlankRow(rec.Cells):
			continue
		case l.isHeaderAgain(rec.Cells):
			odd.again.Add(rec.Row)
			continue
		case r.Len() == MaxRows:
			return nil, tooMany(rec.Row)
		}
		odd.look(&rec, l)
		r.add(&Card{Row: rec.Row, Code: cell(rec.Cells, at[0]), ID: cell(rec.Cells, at[1]), Name: cell(rec.Cells, at[2])})
		r.spans[r.Len()-1].marks = l.barred(cell(rec.Cells, at[3]))
		if l.kind == "xlsx" && r.size() > register.MaxUnpacked {
			return nil, tooLong(rec.Row)
		}
	}
	r.close()
	r.Info = in.Info()
	r.normalize(l)
	r.Notes = append(notes(l, &odd, r), in.Notes()...)
	return r, nil
}

// yieldEvery is after how many rows others are let to work: the screen's keys
// may be handled in the same process.
const yieldEvery = 64

func tooMany(row int) error {
	return overLimit(row, "compare.rows_many", "n", MaxRows+1, "most", MaxRows)
}

// tooLong refuses a workbook that names the same long texts in many cells: they
// are there once, and would be held for every row.
func tooLong(row int) error {
	return overLimit(row, "compare.text_large", "most", register.MaxUnpacked>>20)
}

// FromCards makes a register of rows that stand in no file, such as those of an
// API, in the order of their rows; name says where they come from, and sum is of
// what was read. Fields are those that were read, besides the code; without any,
// those of which a card has something. The values are trimmed.
func FromCards(name, sum string, cards []Card, fields ...Field) *Register {
	r := &Register{Info: register.Info{Name: name, Sum: sum}, Columns: map[Field]string{Code: string(Code)}}
	for _, f := range fields {
		r.Columns[f] = string(f)
	}
	var id, named, barred bool
	for _, c := range cards {
		c.Code, c.ID, c.Name = trim(c.Code), trim(c.ID), trim(c.Name)
		r.add(&c)
		id, named, barred = id || c.ID != "", named || c.Name != "", barred || c.IsBarred
	}
	r.close()
	for f, has := range map[Field]bool{BusinessID: id, Name: named, Barred: barred} {
		if has && len(fields) == 0 {
			r.Columns[f] = string(f)
		}
	}
	return r
}
