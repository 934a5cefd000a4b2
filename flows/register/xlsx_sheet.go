package register

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"strconv"
	"strings"

	"lotse/flows"
)

// sheetRows gives the rows of a sheet as its XML is read (ECMA-376 part 1,
// 18.3.1), and notes what the values do not show.
type sheetRows struct {
	tokens *tokens
	book   book

	row   int
	cells []string
	cell  xlsxCell
	text  richText

	totals []area // rows of tables that only sum them up
	total  int    // the last of them that was told

	hidden, merged, formulas, empty, restored, left tally
}

// xlsxCell is the cell at hand.
type xlsxCell struct {
	column  int
	kind    string // its type
	style   int
	value   strings.Builder
	inValue bool
	has     bool // a value
	formula bool
}

func openSheet(ctx context.Context, z *zip.Reader, p parts, part string, tell func(done, size int64)) (*sheetRows, error) {
	b, err := bookOf(ctx, z, p)
	if err != nil {
		return nil, err
	}
	totals, err := totalsOf(z, part)
	if err != nil {
		return nil, err
	}
	t, err := openTokens(ctx, z, part, tell)
	if err != nil {
		return nil, err
	}
	return &sheetRows{
		tokens: t, book: b, totals: totals,
		hidden:   tally{code: IssueHidden, level: flows.Tell},
		merged:   tally{code: IssueMerged, level: flows.Warn},
		formulas: tally{code: IssueFormula, level: flows.Tell},
		empty:    tally{code: IssueNoValue, level: flows.Warn},
		restored: tally{code: IssueRestored, level: flows.Tell},
		left:     tally{code: IssueTotal, level: flows.Tell},
	}, nil
}

// next gives the next row that has a value.
func (s *sheetRows) next() (Record, error) {
	for {
		token, err := s.tokens.next()
		if err != nil {
			return Record{}, s.place(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			err = s.start(token)
		case xml.CharData:
			err = s.letters(token)
		case xml.EndElement:
			if token.Name.Local == "row" && filled(s.cells) > 0 {
				cells := s.cells
				s.cells = nil
				return Record{Row: s.row, Cells: cells}, nil
			}
			err = s.end(token)
		}
		if err != nil {
			return Record{}, err
		}
	}
}

// place gives a refusal the place at which it was found.
func (s *sheetRows) place(err error) error {
	if pointsTo(err).Row > 0 || s.row == 0 {
		return err
	}
	return placed(err, flows.FilePlace{Row: s.row, Column: s.cell.column})
}

func (s *sheetRows) start(e xml.StartElement) error {
	switch e.Name.Local {
	case "row":
		return s.startRow(e)
	case "c":
		return s.startCell(e)
	case "v":
		s.cell.inValue = true
	case "f":
		s.cell.formula = true
	case "mergeCell":
		ref := attr(e, "ref")
		first, _, _ := strings.Cut(ref, ":")
		row, column, _ := placeOf(first)
		s.merged.add(row, columnName(column), "register.merged", "cells", flows.Short(ref))
	}
	s.text.take(e)
	return nil
}

func (s *sheetRows) startRow(e xml.StartElement) error {
	s.row++
	if r := attr(e, "r"); r != "" {
		n, err := strconv.Atoi(r)
		if err != nil || n < s.row || n > maxSheetRow {
			return unreadable(s.row, 0, "register.rows_wrong")
		}
		s.row = n
	}
	s.cells, s.cell = nil, xlsxCell{}
	if h := attr(e, "hidden"); h == "1" || h == "true" {
		s.hidden.add(s.row, "", "register.hidden")
	}
	return nil
}

func (s *sheetRows) startCell(e xml.StartElement) error {
	column := s.cell.column + 1
	if ref := attr(e, "r"); ref != "" {
		row, at, ok := placeOf(ref)
		if !ok || row != s.row || at < column {
			return unreadable(s.row, 0, "register.cell_wrong", "cell", flows.Short(ref))
		}
		column = at
	}
	if column > MaxColumns {
		return overLimit(s.row, column, "register.columns_many", "most", MaxColumns)
	}
	style, err := strconv.Atoi(attr(e, "s"))
	if err != nil {
		style = 0
	}
	s.cell = xlsxCell{column: column, kind: attr(e, "t"), style: style}
	s.text.end()
	return nil
}

func (s *sheetRows) letters(text xml.CharData) error {
	s.text.take(text)
	if s.cell.inValue {
		s.cell.value.Write(text)
	}
	if s.cell.value.Len() > MaxField || s.text.b.Len() > MaxField {
		return overLimit(s.row, s.cell.column, "register.cell_long", "most", MaxField>>20)
	}
	return nil
}

func (s *sheetRows) end(e xml.EndElement) error {
	s.text.take(e)
	switch e.Name.Local {
	case "v":
		s.cell.inValue, s.cell.has = false, true
	case "c":
		return s.endCell()
	}
	return nil
}

// notComputed stands for a value that nobody has computed: what Excel shows of one
// that is still to come. It is no empty cell, and is held against nothing.
const notComputed = "#GETTING_DATA"

// isComputed reports whether a formula has a value; that of a text may be empty.
func (c *xlsxCell) isComputed() bool { return c.has && (c.value.Len() > 0 || c.kind == "str") }

// endCell puts the value of the cell at hand into its row.
func (s *sheetRows) endCell() error {
	if s.isTotal() {
		if s.total != s.row {
			s.total = s.row
			s.left.add(s.row, "", "register.table_total")
		}
		return nil
	}
	name := columnName(s.cell.column)
	switch {
	case s.cell.formula && s.cell.isComputed():
		s.formulas.add(s.row, name, "register.formula")
	case s.cell.formula:
		s.empty.add(s.row, name, "register.formula_empty")
	}
	value, err := s.value(name)
	if err != nil {
		return err
	}
	if s.cell.formula && !s.cell.isComputed() {
		value = notComputed
	}
	if i := strings.IndexByte(value, 0); i >= 0 {
		return unreadable(s.row, s.cell.column, "register.cell_nul")
	}
	if value != "" {
		for len(s.cells) < s.cell.column-1 {
			s.cells = append(s.cells, "")
		}
		s.cells = append(s.cells, value)
	}
	return nil
}

// value is what the cell at hand holds, by its type (ECMA-376 part 1, 18.18.11).
func (s *sheetRows) value(name string) (string, error) {
	raw := s.cell.value.String()
	switch s.cell.kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(raw))
		if err != nil || i < 0 || i >= len(s.book.strings) {
			return "", unreadable(s.row, s.cell.column, "register.no_text", "text", flows.Short(raw))
		}
		return s.book.strings[i], nil
	case "inlineStr":
		return s.text.end(), nil
	case "str":
		return unescapeText(raw), nil
	case "b":
		return map[string]string{"1": "TRUE", "0": "FALSE"}[strings.TrimSpace(raw)], nil
	case "", "n":
		if raw == "" {
			return "", nil
		}
		text, restored := s.format().text(strings.TrimSpace(raw), s.book.dates1904)
		if restored {
			s.restored.add(s.row, name, "register.restored", "value", text)
		}
		return text, nil
	}
	return raw, nil // an error, a day as ISO 8601 has it
}

func (s *sheetRows) format() format {
	if i := s.cell.style; i >= 0 && i < len(s.book.formats) {
		return s.book.formats[i]
	}
	return format{}
}

func (s *sheetRows) issues() []Issue {
	var all []Issue
	for _, t := range []*tally{&s.hidden, &s.merged, &s.formulas, &s.empty, &s.restored, &s.left} {
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

// placeOf reads a cell's name, such as AB12; some writers have small letters.
func placeOf(ref string) (row, column int, ok bool) {
	i := 0
	for ; i < len(ref) && i < 3; i++ {
		letter := ref[i] &^ ('a' - 'A')
		if letter < 'A' || letter > 'Z' {
			break
		}
		column = column*26 + int(letter-'A') + 1
	}
	if i == 0 || !IsDigits(ref[i:]) || len(ref)-i > 7 {
		return 0, 0, false
	}
	row, err := strconv.Atoi(ref[i:])
	return row, column, err == nil && row > 0
}

// columnName is a column as a sheet calls it: A, B, …, AA.
func columnName(n int) string {
	name := ""
	for ; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}
