package register

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"strings"

	"lotse/flows"
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
		return overLimit(0, 0, "register.parts_many", "n", len(z.File), "most", maxParts)
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
		return unreadable(0, 0, "register.is_zip")
	}
	return nil
}

func tooLarge(size int64) error {
	return overLimit(0, 0, "register.workbook_large", "size", size>>20, "most", MaxUnpacked>>20)
}

// broken refuses a workbook that is not as it should be; what was refused
// already, or ended with its context, stays as it is.
func broken(err error) error {
	var r *flows.Refusal
	if errors.As(err, &r) || errors.Is(err, context.Canceled) {
		return err
	}
	return unreadable(0, 0, "register.broken", "why", flows.Short(err.Error()))
}

// brokenFor refuses a workbook for a reason of ours.
func brokenFor(why string, args ...any) error {
	return unreadable(0, 0, "register.broken", "why", flows.Msg(why, args...))
}
