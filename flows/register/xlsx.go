package register

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// openXLSX opens a workbook: excelize reads the values as the sheet shows them,
// and a look of our own at the sheet's XML finds what those do not show.
func openXLSX(ctx context.Context, src Source, o Options) (*Reader, error) {
	if src.Size > MaxUnpacked {
		return nil, tooLarge(src.Size)
	}
	z, err := zip.NewReader(src.R, src.Size)
	if err != nil {
		return nil, broken(err)
	}
	if err := unpackable(z); err != nil {
		return nil, err
	}
	st := newStream(ctx, src, o.Progress)
	book, err := openBook(st)
	if err != nil {
		return nil, err
	}
	r, err := sheetReader(ctx, book, z, o)
	if err != nil {
		return nil, errors.Join(err, book.Close())
	}
	r.info.Name, r.info.Kind, r.info.Size, r.info.Sum = src.Name, "xlsx", src.Size, st.digest()
	return r, nil
}

// unpackable refuses a workbook that is too large once it is unpacked, before
// it is: archive/zip gives no part more than its header says.
func unpackable(z *zip.Reader) error {
	if len(z.File) > maxParts {
		return faultf(FaultLimit, 0, 0, "The workbook has %d parts; %d are the most that are taken.", len(z.File), maxParts)
	}
	var size uint64
	workbook := false
	for _, f := range z.File {
		if size += f.UncompressedSize64; f.UncompressedSize64 > MaxUnpacked || size > MaxUnpacked {
			return tooLarge(int64(min(size, 1<<50))) //nolint:gosec // bounded
		}
		workbook = workbook || strings.EqualFold(f.Name, workbookPart)
	}
	if !workbook {
		return faultf(FaultKind, 0, 0, "This is a ZIP, but no Excel workbook. Unpack it, or save the list as .xlsx or CSV.")
	}
	return nil
}

func tooLarge(size int64) error {
	return faultf(FaultLimit, 0, 0, "The workbook has %d MiB unpacked; %d MiB are the most that are taken. Save the sheet as CSV.", size>>20, MaxUnpacked>>20)
}

func broken(err error) error {
	return faultf(FaultBroken, 0, 0, "The workbook cannot be read (%s). Open it in Excel and save it again, or save it as CSV.", err.Error())
}

// guard turns a panic of excelize over a hostile workbook into a fault.
func guard(err *error) {
	if p := recover(); p != nil {
		*err = broken(fmt.Errorf("%v", p))
	}
}

func openBook(r io.Reader) (book *excelize.File, err error) {
	defer guard(&err)
	book, err = excelize.OpenReader(r, excelize.Options{UnzipSizeLimit: MaxUnpacked, UnzipXMLSizeLimit: MaxUnpacked})
	var f *Fault
	switch {
	case err == nil:
		return book, nil
	case errors.As(err, &f), errors.Is(err, context.Canceled):
		return nil, err
	}
	return nil, broken(err)
}

func sheetReader(ctx context.Context, book *excelize.File, z *zip.Reader, o Options) (*Reader, error) {
	sheets, err := sheetsOf(z)
	if err != nil {
		return nil, err
	}
	sheet, err := pick(ctx, z, sheets, o.Sheet)
	if err != nil {
		return nil, err
	}
	marks, err := marksOf(ctx, z, sheet.part)
	if err != nil {
		return nil, err
	}
	rows, err := rowsOf(book, sheet.name)
	if err != nil {
		return nil, err
	}
	s := &sheetRows{ctx: ctx, rows: rows, marks: marks}
	r := &Reader{info: Info{Sheet: sheet.name}, next: s.next, notes: marks.issues}
	for _, sh := range sheets {
		r.info.Sheets = append(r.info.Sheets, sh.name)
	}
	r.done = func() Info { return r.info }
	r.release = func() error { return errors.Join(rows.Close(), book.Close()) }
	return r, nil
}

func rowsOf(book *excelize.File, sheet string) (rows *excelize.Rows, err error) {
	defer guard(&err)
	if rows, err = book.Rows(sheet); err != nil {
		return nil, broken(err)
	}
	return rows, nil
}

// sheetRows gives the rows of a sheet.
type sheetRows struct {
	ctx   context.Context
	rows  *excelize.Rows
	marks *marks
	row   int
}

func (s *sheetRows) next() (rec Record, err error) {
	defer guard(&err)
	for s.rows.Next() {
		if s.row++; s.row%256 == 0 && s.ctx.Err() != nil {
			return Record{}, s.ctx.Err()
		}
		if s.row > s.marks.last {
			return Record{}, io.EOF
		}
		cells, err := s.rows.Columns()
		if err != nil {
			return Record{}, faultf(FaultBroken, s.row, 0, "The row cannot be read (%s).", err.Error())
		}
		if filled(cells) == 0 {
			continue
		}
		return s.record(cells)
	}
	if err := s.rows.Error(); err != nil {
		return Record{}, broken(err)
	}
	return Record{}, io.EOF
}

// record holds the limits, and puts the digits back that the sheet has and does
// not show.
func (s *sheetRows) record(cells []string) (Record, error) {
	for i, c := range cells {
		switch {
		case len(c) > MaxField:
			return Record{}, faultf(FaultLimit, s.row, i+1, "The cell is longer than %d MiB, the most that is taken.", MaxField>>20)
		case strings.IndexByte(c, 0) >= 0:
			return Record{}, faultf(FaultNul, s.row, i+1, "There is a NUL byte: this is no text.")
		case isScientific(c):
			if digits, ok := s.marks.long[place{s.row, i + 1}]; ok {
				cells[i] = digits
				s.marks.restored.add(s.row, columnName(i+1), fmt.Sprintf("Excel shows %s; the cell has %s, which was taken.", c, digits))
			}
		}
	}
	return Record{Row: s.row, Cells: cells}, nil
}
