package register

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"

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
	workbook, err := workbookOf(z)
	if err != nil {
		return nil, err
	}
	if workbook == "" {
		return nil, unreadable(0, 0, zipKind(z))
	}
	p, err := partsOf(z, workbook)
	if err != nil {
		return nil, err
	}
	sheet, err := pick(ctx, z, p.sheets, o.Sheet)
	if err != nil {
		return nil, err
	}
	s, err := openSheet(ctx, z, p, sheet.part, o.Progress)
	if err != nil {
		return nil, err
	}
	info := Info{Name: src.Name, Kind: "xlsx", Size: src.Size, Sum: st.digest(), Sheet: sheet.name}
	for _, sh := range p.sheets {
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
	for _, f := range z.File {
		if size += f.UncompressedSize64; f.UncompressedSize64 > MaxUnpacked || size > MaxUnpacked {
			return tooLarge(int64(min(size, 1<<50))) //nolint:gosec // bounded
		}
	}
	return nil
}

// zipKinds are files that are a ZIP and no workbook, by a part that they have.
var zipKinds = []struct{ part, code string }{
	{"xl/workbook.bin", "register.is_xlsb"},
	{"word/document.xml", "register.is_document"},
	{"index/document.iwa", "register.is_numbers"},
	{"index.zip", "register.is_numbers"},
}

// zipKind is the code of what a ZIP is that is no workbook.
func zipKind(z *zip.Reader) string {
	for _, k := range zipKinds {
		if findPart(z, k.part) != nil {
			return k.code
		}
	}
	if f := findPart(z, "mimetype"); f != nil {
		kind := make([]byte, 100)
		if r, err := f.Open(); err == nil {
			n, _ := io.ReadFull(r, kind)
			kind = kind[:n]
			r.Close() //nolint:errcheck,gosec // only read
		}
		switch {
		case bytes.Contains(kind, []byte("opendocument.spreadsheet")):
			return "register.is_ods"
		case bytes.Contains(kind, []byte("opendocument.text")):
			return "register.is_document"
		}
	}
	return "register.is_zip"
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
