package register

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// The parts of a workbook that say which sheets there are, and where.
// ECMA-376 part 1, 18.2 (workbook), part 2, 9.3 (relationships).
const (
	workbookPart  = "xl/workbook.xml"
	relationsPart = "xl/_rels/workbook.xml.rels"
)

// sheet is a sheet of a workbook.
type sheet struct {
	name   string
	part   string
	hidden bool
}

// sheetsOf lists the sheets in their order; charts and macros are none.
func sheetsOf(z *zip.Reader) ([]sheet, error) {
	var book struct {
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			ID    string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
			ID2   string `xml:"http://purl.oclc.org/ooxml/officeDocument/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var relations struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := errors.Join(decodePart(z, workbookPart, &book), decodePart(z, relationsPart, &relations)); err != nil {
		return nil, broken(err)
	}
	parts := map[string]string{}
	for _, r := range relations.All {
		if strings.HasSuffix(r.Type, "/worksheet") {
			parts[r.ID] = partPath(r.Target)
		}
	}
	var all []sheet
	for _, s := range book.Sheets {
		if part, ok := parts[s.ID+s.ID2]; ok {
			all = append(all, sheet{s.Name, part, s.State != "" && s.State != "visible"})
		}
	}
	if len(all) == 0 {
		return nil, faultf(FaultEmpty, 0, 0, "The workbook has no sheet with cells.")
	}
	return all, nil
}

// partPath resolves a relationship's target, which is seen from xl/.
func partPath(target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if rest, ok := strings.CutPrefix(target, "/"); ok {
		return path.Clean(rest)
	}
	return path.Join("xl", target)
}

// openPart opens a part by its name, of which case does not count.
func openPart(z *zip.Reader, name string) (io.ReadCloser, error) {
	for _, f := range z.File {
		if strings.EqualFold(strings.ReplaceAll(f.Name, `\`, "/"), name) {
			return f.Open()
		}
	}
	return nil, errors.New("it has no part " + short(name))
}

func decodePart(z *zip.Reader, name string, v any) error {
	r, err := openPart(z, name)
	if err != nil {
		return err
	}
	defer r.Close() //nolint:errcheck // only read
	return xml.NewDecoder(r).Decode(v)
}

// pick finds the sheet that is asked for, or the first visible one with data.
func pick(ctx context.Context, z *zip.Reader, all []sheet, name string) (sheet, error) {
	var names []string
	for _, s := range all {
		if name != "" && (s.name == name || strings.EqualFold(s.name, name)) {
			return s, nil
		}
		names = append(names, short(s.name))
	}
	if name != "" {
		return sheet{}, faultf(FaultSheet, 0, 0, "The workbook has no sheet %q; it has %s.", name, ours(strings.Join(names, ", ")))
	}
	for _, hidden := range []bool{false, true} {
		for _, s := range all {
			if s.hidden != hidden {
				continue
			}
			has, err := hasData(ctx, z, s.part)
			if err != nil {
				return sheet{}, err
			}
			if has {
				return s, nil
			}
		}
	}
	return sheet{}, faultf(FaultEmpty, 0, 0, "No sheet of the workbook has data.")
}

// hasData reports whether a sheet has a cell with a value.
func hasData(ctx context.Context, z *zip.Reader, part string) (bool, error) {
	found := errors.New("found")
	err := eachToken(ctx, z, part, func(token xml.Token) error {
		if e, ok := token.(xml.StartElement); ok && (e.Name.Local == "v" || e.Name.Local == "t") {
			return found
		}
		return nil
	})
	if errors.Is(err, found) {
		return true, nil
	}
	return false, err
}

// eachToken calls f with every token of a part, in order. What f keeps of a
// token it has to copy.
func eachToken(ctx context.Context, z *zip.Reader, part string, f func(xml.Token) error) error {
	r, err := openPart(z, part)
	if err != nil {
		return broken(err)
	}
	defer r.Close() //nolint:errcheck // only read
	d := xml.NewDecoder(r)
	depth := 0
	for n := 0; ; n++ {
		token, err := d.RawToken()
		switch {
		case errors.Is(err, io.EOF) && depth > 0:
			return broken(errors.New("it ends in the middle of a sheet"))
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return broken(err)
		case n%1024 == 0 && ctx.Err() != nil:
			return ctx.Err()
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if err := f(token); err != nil {
			return err
		}
	}
}
