package register

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"lotse/flows"
)

// place is a cell of a sheet; the first is 1, 1.
type place struct{ row, column int }

// marks are what a sheet has that the values of its cells do not show.
type marks struct {
	last     int              // the last row
	long     map[place]string // whole numbers that may be shown as 1.2E+11
	formulas tally
	empty    tally
	merged   tally
	hidden   tally
	restored tally

	row   int
	cell  place
	text  bool // the cell's value is a text
	value bool // the formula of the cell at hand has a value
	open  bool // the cell at hand has a formula

	inValue bool
}

// marksOf looks through a sheet.
func marksOf(ctx context.Context, z *zip.Reader, part string) (*marks, error) {
	m := &marks{
		long:     map[place]string{},
		formulas: tally{code: IssueFormula, level: flows.Tell},
		empty:    tally{code: IssueNoValue, level: flows.Warn},
		merged:   tally{code: IssueMerged, level: flows.Warn},
		hidden:   tally{code: IssueHidden, level: flows.Tell},
		restored: tally{code: IssueRestored, level: flows.Tell},
	}
	if err := eachToken(ctx, z, part, m.token); err != nil {
		return nil, err
	}
	m.close()
	return m, nil
}

// token takes one token of a sheet's XML.
func (m *marks) token(token xml.Token) error {
	switch token := token.(type) {
	case xml.StartElement:
		return m.element(token)
	case xml.CharData:
		if m.inValue {
			m.valueOf(string(token))
		}
	case xml.EndElement:
		m.inValue = false
	}
	return nil
}

// element takes one element of a sheet's XML (ECMA-376 part 1, 18.3.1).
func (m *marks) element(e xml.StartElement) error {
	switch e.Name.Local {
	case "row":
		m.close()
		return m.rowElement(e)
	case "c":
		m.close()
		return m.cellElement(e)
	case "f":
		m.open = true
	case "v":
		m.inValue = true
	case "mergeCell":
		ref := attr(e, "ref")
		first, _, _ := strings.Cut(ref, ":")
		at, _ := placeOf(first)
		m.merged.add(at.row, columnName(at.column), fmt.Sprintf("The cells %s are merged: only the first has the value, the others are empty.", short(ref)))
	}
	return nil
}

func (m *marks) rowElement(e xml.StartElement) error {
	m.row++
	if r := attr(e, "r"); r != "" {
		n, err := strconv.Atoi(r)
		if err != nil || n < m.row || n > maxSheetRow {
			return faultf(FaultBroken, m.row, 0, "The workbook cannot be read: its rows are not in order, or are more than a sheet has.")
		}
		m.row = n
	}
	m.last, m.cell = m.row, place{row: m.row}
	if h := attr(e, "hidden"); h == "1" || h == "true" {
		m.hidden.add(m.row, "", "The row is hidden in the sheet. It was read.")
	}
	return nil
}

func (m *marks) cellElement(e xml.StartElement) error {
	m.cell.column++
	if ref := attr(e, "r"); ref != "" {
		at, ok := placeOf(ref)
		if !ok || at.row != m.row || at.column < m.cell.column {
			return faultf(FaultBroken, m.row, 0, "The workbook cannot be read: it has a cell %q there.", ref)
		}
		m.cell = at
	}
	if m.cell.column > MaxColumns {
		return faultf(FaultLimit, m.row, m.cell.column, "The row has more than %d columns, the most that are taken.", MaxColumns)
	}
	t := attr(e, "t")
	m.text = t != "" && t != "n"
	return nil
}

// valueOf notes the value of the cell at hand. A number of up to 15 digits is
// as it was entered; longer ones Excel has cut already.
func (m *marks) valueOf(s string) {
	m.value = true
	if m.text || len(s) < 6 {
		return
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || n < 1e5 || n >= 1e15 || n != float64(int64(n)) {
		return
	}
	if len(m.long) < maxLong {
		m.long[m.cell] = strconv.FormatInt(int64(n), 10)
	}
}

// maxLong bounds how many long numbers are kept.
const maxLong = 1_000_000

// close ends the cell at hand.
func (m *marks) close() {
	switch {
	case m.open && m.value:
		m.formulas.add(m.cell.row, columnName(m.cell.column), "This is a formula: its last computed value was taken.")
	case m.open:
		m.empty.add(m.cell.row, columnName(m.cell.column), "This is a formula that was never computed: it has no value. Open the workbook in Excel and save it.")
	}
	m.open, m.value = false, false
}

func (m *marks) issues() []Issue {
	var all []Issue
	for _, t := range []*tally{&m.hidden, &m.merged, &m.formulas, &m.empty, &m.restored} {
		all = append(all, t.issues()...)
	}
	return all
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// placeOf reads a cell's name, such as AB12.
func placeOf(ref string) (place, bool) {
	column, i := 0, 0
	for ; i < len(ref) && i < 3 && ref[i] >= 'A' && ref[i] <= 'Z'; i++ {
		column = column*26 + int(ref[i]-'A') + 1
	}
	if i == 0 || !isDigits(ref[i:]) || len(ref)-i > 7 {
		return place{}, false
	}
	row, err := strconv.Atoi(ref[i:])
	return place{row, column}, err == nil && row > 0
}

// columnName is a column as a sheet calls it: A, B, …, AA.
func columnName(n int) string {
	name := ""
	for ; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}
