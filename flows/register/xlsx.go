package register

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"strings"
)

// openXLSX opens a workbook. It is read by ourselves and not by excelize, which
// is the oracle in the tests: that costs every start of the program more than a
// millisecond of initialisation, holds the workbook unpacked in memory, and
// gives dates and numbers as a sheet shows them and not as they are.
func openXLSX(ctx context.Context, src Source, o Options) (*Reader, error) {
	if src.Size > MaxUnpacked {
		return nil, tooLarge(src.Size)
	}
	st := newStream(ctx, src, nil)
	if _, err := io.Copy(io.Discard, st); err != nil {
		return nil, err
	}
	z, err := zip.NewReader(src.R, src.Size)
	if err != nil {
		return nil, broken(err)
	}
	if err := unpackable(z); err != nil {
		return nil, err
	}
	sheets, dates, err := sheetsOf(z)
	if err != nil {
		return nil, err
	}
	sheet, err := pick(ctx, z, sheets, o.Sheet)
	if err != nil {
		return nil, err
	}
	s, err := openSheet(ctx, z, sheet.part, o.Progress)
	if err != nil {
		return nil, err
	}
	s.book.dates1904 = dates
	info := Info{Name: src.Name, Kind: "xlsx", Size: src.Size, Sum: st.digest(), Sheet: sheet.name}
	for _, sh := range sheets {
		info.Sheets = append(info.Sheets, sh.name)
	}
	return &Reader{next: s.next, notes: s.issues, done: func() Info { return info }, release: s.tokens.close}, nil
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

// broken is the fault of a workbook that is not as it should be; what has a
// place of its own, or ended with its context, stays as it is.
func broken(err error) error {
	var f *Fault
	if errors.As(err, &f) || errors.Is(err, context.Canceled) {
		return err
	}
	return faultf(FaultBroken, 0, 0, "The workbook cannot be read (%s). Open it in Excel and save it again, or save it as CSV.", err.Error())
}
