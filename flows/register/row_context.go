package register

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// TailRows is how many rows at the end of a file may be totals and feet.
const TailRows = 8

// shortestTitle is how many letters a title has at least that is known again.
const shortestTitle = 4

// Titles are the texts of rows above the header by which the title of a further
// page is known, those that are long enough.
func Titles(rows []Record) []string {
	var all []string
	for i := range rows {
		for _, c := range rows[i].Cells {
			if t := titleOf(c); len(t) >= shortestTitle {
				all = append(all, t)
			}
		}
	}
	return all
}

// titleOf is a title as it stands on every page: without its digits.
func titleOf(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsDigit(c) {
			return -1
		}
		return c
	}, Fold(s))
}

// RowContext is how a row stands that may be none of a register's.
type RowContext struct {
	Before int      // rows above it
	AtEnd  bool     // nothing but such rows follows
	Fits   bool     // what it begins with stands where other rows have words, too
	Named  bool     // rows have more than one text
	Titles []string // see there
}

// IsNotData reports whether a row of these texts, empty cells left out, is a total, a
// drawn line, a title or the foot of a page: it has words for that, and nothing of
// a card beside. At the end of the file fewer signs are enough.
func (c *RowContext) IsNotData(text string, rest ...string) bool {
	text, _ = PlainFormula(text)
	switch {
	case IsDigits(text): // how many there are
		n, err := strconv.Atoi(text)
		return c.AtEnd && err == nil && n == c.Before && len(rest) > 0 && IsSum(rest[0]) && allAre(rest[1:], IsQuantity)
	case IsLine(text):
		return allAre(rest, IsLine)
	case IsSum(text):
		return (c.AtEnd || !c.Fits) && allAre(rest, IsQuantity)
	case len(rest) > 0 || !c.AtEnd && !c.Named && c.Fits:
		return false
	}
	return IsFoot(text) || len(c.Titles) > 0 && slices.Contains(c.Titles, titleOf(text))
}

func allAre(texts []string, is func(string) bool) bool {
	return !slices.ContainsFunc(texts, func(s string) bool { return !is(s) })
}
