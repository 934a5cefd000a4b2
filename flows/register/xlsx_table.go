package register

import (
	"archive/zip"
	"strings"
)

// area is a part of a sheet, its edges included.
type area struct{ top, left, bottom, right int }

// areaOf reads a range, such as A1:B4.
func areaOf(ref string) (a area, ok bool) {
	first, last, both := strings.Cut(ref, ":")
	if !both {
		last = first
	}
	var begins, ends bool
	a.top, a.left, begins = placeOf(first)
	a.bottom, a.right, ends = placeOf(last)
	return a, begins && ends && a.top <= a.bottom && a.left <= a.right
}

// totalsOf are the rows below the tables of a sheet that sum them up (ECMA-376
// part 1, 18.5.1.2).
func totalsOf(z *zip.Reader, part string) ([]area, error) {
	relations, err := relationsOf(z, part)
	if err != nil {
		return nil, err
	}
	var all []area
	for _, r := range relations {
		if r.kind != "table" || findPart(z, r.target) == nil {
			continue
		}
		var table struct {
			Ref    string `xml:"ref,attr"`
			Totals int    `xml:"totalsRowCount,attr"`
		}
		if err := decodePart(z, r.target, &table); err != nil {
			return nil, broken(err)
		}
		if a, ok := areaOf(table.Ref); ok && table.Totals > 0 && table.Totals <= a.bottom-a.top {
			a.top = a.bottom - table.Totals + 1
			all = append(all, a)
		}
	}
	return all, nil
}

// isTotal reports whether the cell at hand only sums up a table.
func (s *sheetRows) isTotal() bool {
	for _, a := range s.totals {
		if s.row >= a.top && s.row <= a.bottom && s.cell.column >= a.left && s.cell.column <= a.right {
			return true
		}
	}
	return false
}
