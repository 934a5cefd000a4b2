package compare

import (
	"slices"
	"strings"
	"time"

	"lotse/flows/register"
)

// What a file holds is normalized when all of it was read: which rows are none of
// the register's, what codes stand for that are written for a spreadsheet, and
// which values are none at all. Columns are looked at whole, so that one cell
// decides nothing.

// normalized is what came of that, for the notes and the comparison.
type normalized struct {
	of          Kind // "": nothing was
	left, blank register.RowTally
	uncertain   register.RowTally // left out, and may be cards
	barred      register.RowTally // of which nobody knows whether they are barred
	rewritten   rewritten
	undecided   []undecidedForm
	unread      [3]register.RowTally // code, business id, name: see marks
	errors      [3]bool              // some of them are error values
	codes       codeNotes
	letters     encodingCheck
}

// normalize does so.
func (r *Register) normalize(l *layout) {
	r.normalized.of = l.of
	v := r.survey(l)
	if r.leaveOut(l, v) {
		v = r.survey(l)
	}
	for range 3 { // a formula may have an apostrophe within it
		if !r.rewrite(l, v) {
			break
		}
		v = r.survey(l)
	}
	r.normalized.undecided = undecidedForms(&v.codes, l.of)
	r.normalized.unread, r.normalized.errors, r.normalized.codes, r.normalized.barred = v.unread, v.errors, r.codes(v), v.barred
	if v.uncommon && !l.asked { // where a person said which encoding it is, it is
		r.checkEncoding(l)
	}
}

// survey is what was seen of all rows.
type survey struct {
	codes      register.Forms
	ids, names register.Forms
	lone       []int // rows that may be none of the register's
	blank      bool  // there are rows without anything
	isDigits   bool  // the code at hand
	unread     [3]register.RowTally
	barred     register.RowTally
	errors     [3]bool
	spoilt     register.RowTally
	lengths    register.Lengths
	wordy      bool // some codes have no digit
	uncommon   bool // there are signs that are no letters which are everywhere
	sheet      bool // they are those of a workbook
}

// survey looks at all rows, and marks what is not to be read.
func (r *Register) survey(l *layout) *survey {
	v := &survey{sheet: r.Info.Kind == "xlsx"}
	odd := make([]bool, len(r.texts))
	for i, text := range r.texts {
		uncommon := register.HasUncommon(text)
		v.uncommon = v.uncommon || uncommon
		odd[i] = uncommon && register.HasUnread(text)
	}
	_, named := l.column[Name]
	tail := len(r.spans) - register.TailRows
	for i := range r.spans {
		p := &r.spans[i]
		if p.marks &= ofBarred; p.marks.has(barredUnread) {
			v.barred.Add(int(p.row))
		}
		v.row(p, r.texts[p.text], l.of, odd[p.text])
		switch {
		case p.code == 0 && p.id == 0 && p.name == 0:
			v.blank = v.blank || named
		case p.id == 0 && (i >= tail || !v.isDigits && (p.code == 0 || p.name == 0 || l.of != Products || register.IsLine(r.code(i)))):
			v.lone = append(v.lone, i)
		}
	}
	return v
}

// row looks at the values of a row in its text.
func (v *survey) row(p *span, text string, k Kind, odd bool) {
	id := p.at + p.code
	name := id + p.id
	code := text[p.at:id]
	if v.isDigits = register.IsDigits(code); v.isDigits {
		v.codes.Digits(len(code))
		v.lengths.Add(code)
	} else if code != "" {
		v.code(p, code, k, odd)
	}
	if id < name {
		v.other(p, text[id:name], 1, idUnread, &v.ids, odd)
	}
	if p.name > 0 {
		v.other(p, text[name:name+p.name], 2, nameUnread, &v.names, odd)
	}
}

// code looks at a code that is not digits alone.
func (v *survey) code(p *span, code string, k Kind, odd bool) {
	switch {
	case isSpoilt(code, k), v.sheet && isSheetValue(code):
		v.spoilt.Add(int(p.row))
		p.marks |= codeUnread
	case register.IsErrorValue(code), odd && register.IsUnread(code):
		v.mark(p, code, 0, codeUnread)
	default:
		v.codes.Add(code, int(p.row))
		v.wordy = v.wordy || !strings.ContainsAny(code, "0123456789") && !register.IsSum(code) && !register.IsFoot(code)
	}
}

// isSheetValue reports whether a code of a workbook is what no code is there: a
// truth, or a day. Excel makes one of what looks like it.
func isSheetValue(code string) bool {
	if code == "TRUE" || code == "FALSE" {
		return true
	}
	_, err := time.Parse(time.DateOnly, code[:min(len(code), len(time.DateOnly))])
	return err == nil && (len(code) == len(time.DateOnly) || len(code) == len(time.DateTime))
}

// isSpoilt reports whether a spreadsheet made a number in scientific notation of
// a code. Products are called 1E-2 too.
func isSpoilt(code string, k Kind) bool {
	return register.IsScientific(code) && (k != Products || len(code) >= len("1E+05") && code[len(code)-3] == '+')
}

// other looks at a business id or a name. Nearly all are nothing but that.
func (v *survey) other(p *span, s string, field int, m marks, c *register.Forms, odd bool) {
	switch first := s[0]; {
	case odd, first == '#', first == '=', first == '\'', first == 0xe2, len(s) > 4 && s[len(s)-4] == ':':
		v.unusual(p, s, field, m, c)
	default:
		c.All++
	}
}

func (v *survey) unusual(p *span, s string, field int, m marks, c *register.Forms) {
	if register.IsErrorValue(s) || register.IsUnread(s) {
		v.mark(p, s, field, m)
		return
	}
	c.Add(s, int(p.row))
}

func (v *survey) mark(p *span, s string, field int, m marks) {
	p.marks |= m
	v.unread[field].Add(int(p.row))
	v.errors[field] = v.errors[field] || register.IsErrorValue(s)
}

// recode makes the rows anew, with what change makes of each.
func (r *Register) recode(change func(c *Card)) {
	var s shelf
	for i := range r.Len() {
		c := r.Card(i)
		change(&c)
		s.add(&c)
		s.spans[i].marks = r.spans[i].marks
	}
	s.close()
	r.shelf = s
}

// drop takes rows out; they are in order.
func (r *Register) drop(rows []int) {
	n := 0
	r.spans = slices.DeleteFunc(r.spans, func(span) bool {
		gone := len(rows) > 0 && rows[0] == n
		if gone {
			rows = rows[1:]
		}
		n++
		return gone
	})
}
