package register

import (
	"slices"
	"strings"
	"time"

	"lotse/flows"
)

// What the rows of a table hold is decided by whole columns, as a comparison does
// it: what values stand for that are written for a spreadsheet, or by one, and
// which are none at all. One cell decides nothing.

// normalized is how the cells of a table are read under a mapping.
type normalized struct {
	t      *Table
	m      Mapping
	forms  []columnForms // by field
	blank  RowTally      // rows of which nothing fills a field; left out
	rows   []int         // the others, as indexes for Row
	issues []Issue
}

// columnForms are the forms of a column that surely stand for others.
type columnForms struct{ sure []Form }

// value is what a cell stands for.
func (s columnForms) value(cell string) string {
	if cell == "" {
		return ""
	}
	cell, _ = PlainFormula(cell)
	for _, f := range s.sure {
		cell, _ = f.Plain(cell)
	}
	return cell
}

// mostInner is how often a form may stand within another: an apostrophe in a formula.
const mostInner = 3

// normalize decides how the cells are read, and which rows are blank.
func (t *Table) normalize(m Mapping) *normalized {
	s := &normalized{t: t, m: m, forms: make([]columnForms, len(m))}
	for i := range m {
		if m[i].From >= 0 {
			s.column(i)
		}
	}
	mapped := m.fillsAny()
	for n := range t.data {
		if mapped && s.isBlank(n) {
			s.blank.Add(t.Row(n).Row)
			continue
		}
		s.rows = append(s.rows, n)
	}
	s.note(IssueBlank, flows.Tell, "", &s.blank, "register.blank_rows")
	return s
}

// zeros finds how long the numbers of a field are that have leading zeros.
func (s *normalized) zeros(i int) int {
	return Zeros(func(yield func(string) bool) {
		for _, n := range s.rows {
			if !yield(s.forms[i].value(cellOf(s.t.Row(n).Cells, s.m[i].From))) {
				return
			}
		}
	})
}

// cell is what a row has in a field, as the list gets it: what a sheet shows for
// an error is nothing.
func (s *normalized) cell(n, i int) string {
	value := s.read(n, i)
	if IsErrorValue(value) {
		return ""
	}
	return value
}

// read is what a row has in a field, an error value too.
func (s *normalized) read(n, i int) string {
	return clean(s.forms[i].value(cellOf(s.t.Row(n).Cells, s.m[i].From)), s.t.list.Fields[i])
}

// isBlank reports whether nothing in a row fills a field.
func (s *normalized) isBlank(n int) bool {
	cells := s.t.Row(n).Cells
	return !slices.ContainsFunc(s.m, func(x Match) bool { return x.From >= 0 && x.From < len(cells) && hasText(cells[x.From]) })
}

// hasText reports whether a cell is more than blanks, rewritten or not.
func hasText(cell string) bool {
	if cell == "" {
		return false
	}
	cell, _ = PlainFormula(cell)
	return strings.TrimFunc(cell, IsBlank) != ""
}

// columnSeen is what is seen of a column, as it is read so far.
type columnSeen struct {
	Forms
	rewritten, errors, unread RowTally
	example, stands           string // the first that is rewritten
}

// column decides how the column of a field is read, and notes what a person has to know.
func (s *normalized) column(i int) {
	var seen *columnSeen
	for range mostInner {
		seen = s.seen(i)
		before := len(s.forms[i].sure)
		if s.decideForms(i, &seen.Forms); len(s.forms[i].sure) == before {
			break
		}
	}
	name := s.t.Columns[s.m[i].From]
	s.note(IssueGuard, flows.Tell, name, &seen.rewritten, "register.guarded", "example", flows.Short(seen.example), "stands", flows.Short(seen.stands))
	s.note(IssueErrorCell, flows.Warn, name, &seen.errors, "register.error_values")
	s.note(IssueUnread, flows.Warn, name, &seen.unread, "register.unread_values")
	s.noteUndecided(i, &seen.Forms)
}

// seen goes through a column.
func (s *normalized) seen(i int) *columnSeen {
	seen, isCode := &columnSeen{}, s.t.list.Fields[i].Field.Type == flows.TypeCode
	for n := range s.t.data {
		row := s.t.Row(n)
		was := cellOf(row.Cells, s.m[i].From)
		value := s.forms[i].value(was)
		if value != was {
			if seen.rewritten.Add(row.Row); seen.rewritten.N == 1 {
				seen.example, seen.stands = was, value
			}
		}
		switch {
		case value == "":
		case IsErrorValue(value):
			seen.errors.Add(row.Row)
		case IsDigits(value):
			seen.Digits(len(value))
		default:
			if IsUnread(value) {
				seen.unread.Add(row.Row)
			}
			if _, quoted := WithoutApostrophe(value); isCode || quoted {
				seen.Add(value, row.Row)
			} else {
				seen.All++ // how it is written does not matter
			}
		}
	}
	return seen
}

// decideForms adds the forms that surely stand for others. Only of a code it is looked
// at how a number is written: a text may be called so, and a number is one.
func (s *normalized) decideForms(i int, seen *Forms) {
	f := s.t.list.Fields[i]
	for form := range AllForms {
		sure := form == Apostrophe && seen.Quoted()
		if f.Field.Type == flows.TypeCode {
			sure = seen.Stand(form, wantsPlain(f, form, seen)) == Surely
		}
		if sure {
			s.forms[i].sure = append(s.forms[i].sure, form)
		}
	}
}

// wantsPlain reports whether a field takes what a value of a form stands for, and
// not the value as it is written.
func wantsPlain(f *flows.Item, form Form, seen *Forms) bool {
	if seen.Of[form].N == 0 {
		return false
	}
	plain, _ := form.Plain(seen.Of[form].Example)
	return objects(f, seen.Of[form].Example) && !objects(f, plain)
}

// objects reports whether a field finds anything wrong with a value.
func objects(f *flows.Item, value string) bool {
	_, problems := f.Read(value, time.Time{})
	for _, p := range problems {
		if p.Level != flows.Tell {
			return true
		}
	}
	return false
}

// noteUndecided notes the forms of codes of which nobody knows what they stand for: they
// are taken as they are written.
func (s *normalized) noteUndecided(i int, seen *Forms) {
	f := s.t.list.Fields[i]
	if f.Field.Type != flows.TypeCode {
		return
	}
	for form := range AllForms {
		if seen.Stand(form, wantsPlain(f, form, seen)) == Maybe {
			of := &seen.Of[form]
			plain, _ := form.Plain(of.Example)
			s.issues = append(s.issues, Issue{
				Code: IssueGuard, Level: flows.Warn, Row: of.Row, Column: s.t.Columns[s.m[i].From],
				Message: flows.Msg("register.guard_doubt", "n", of.N, "example", flows.Short(of.Example), "stands", flows.Short(plain)),
			})
		}
	}
}

func (s *normalized) note(code IssueCode, level flows.Level, column string, rows *RowTally, said string, args ...any) {
	if rows.N > 0 {
		s.issues = append(s.issues, Issue{Code: code, Level: level, Row: rows.First[0], Column: column, Message: flows.Msg(said, append(args, "n", rows.N, "rows", rows.Names())...)})
	}
}
