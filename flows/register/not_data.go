package register

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// rowsNotData are the rows of data, by index in Records, that are totals,
// lines, titles or feet; and those that look like a total, and may be a row all
// the same, which stay.
func (t *Table) rowsNotData() (none map[int]bool, left, uncertain RowTally) {
	none = map[int]bool{}
	wordy := map[int]bool{}
	context := RowContext{Titles: Titles(t.Records[:max(t.Header, 0)]), Named: len(t.Columns) > 1}
	last := len(t.data)
	var gone []int
	for n := len(t.data) - 1; n >= 0; n-- {
		if !mayBeNotData(t.Row(n).Cells, n+1 == last) {
			continue
		}
		at, some := textsOf(t.Row(n).Cells)
		context.Before, context.AtEnd, context.Fits = n, n+1 == last, false
		if len(some) > 0 && IsSum(some[0]) {
			if _, known := wordy[at]; !known {
				wordy[at] = t.isWordy(at)
			}
			context.Fits = wordy[at]
		}
		if len(some) == 0 || !context.IsNotData(some[0], some[1:]...) {
			continue
		}
		gone = append(gone, n)
		if n+1 == last {
			last = n
		}
		none[t.data[n]] = true
	}
	for i := len(gone) - 1; i >= 0; i-- {
		row := t.Row(gone[i])
		if at, some := textsOf(row.Cells); IsSum(some[0]) && wordy[at] && !strings.ContainsAny(some[0], "0123456789:") || t.isLong(at, some[0]) {
			if uncertain.Add(row.Row); len(t.Columns) == 1 {
				delete(none, t.data[gone[i]])
			}
			continue
		}
		left.Add(row.Row)
	}
	return none, left, uncertain
}

// mayBeNotData reports whether it is worth to look at a row: nearly all have a word
// behind their first text, and are none of those.
func mayBeNotData(cells []string, atEnd bool) bool {
	first := ""
	for _, c := range cells {
		c = strings.TrimLeftFunc(c, IsBlank)
		switch {
		case c == "":
		case first == "":
			first = c
		case isLetterOf(c) && !(atEnd && IsDigits(strings.TrimRightFunc(first, IsBlank))):
			return false
		}
	}
	return first != ""
}

// isLetterOf reports whether a text begins with a letter.
func isLetterOf(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// textsOf are the cells that are not empty, and the column of the first.
func textsOf(cells []string) (at int, all []string) {
	for i, c := range cells {
		if c = strings.TrimFunc(c, IsBlank); c != "" {
			if all == nil {
				at = i
			}
			all = append(all, c)
		}
	}
	return at, all
}

// isWordy reports whether some values of a column have no digit, and are no sum:
// another word may be one of them.
func (t *Table) isWordy(column int) bool {
	for _, k := range t.data {
		if c := cellOf(t.Records[k].Cells, column); c != "" && !strings.ContainsAny(c, "0123456789") && !IsSum(c) && !IsFoot(c) && !IsLine(c) {
			return true
		}
	}
	return false
}

// isLong reports whether a text is as many digits as other values of a column are.
func (t *Table) isLong(column int, text string) bool {
	if !IsDigits(text) {
		return false
	}
	same := 0
	for _, k := range t.data {
		if c := cellOf(t.Records[k].Cells, column); IsDigits(c) && len(c) == len(text) {
			same++
		}
	}
	return same > 1
}
