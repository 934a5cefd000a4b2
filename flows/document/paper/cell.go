package paper

import "strings"

// formulas are what a spreadsheet begins to compute at, also in their wide form.
const formulas = "=+-@\t\r＝＋－＠"

// Inert keeps a spreadsheet from computing a cell: one that it would compute gets
// an apostrophe before it.
func Inert(s string) string {
	if s != "" && strings.ContainsRune(formulas, []rune(s[:min(len(s), 4)])[0]) {
		return "'" + s
	}
	return s
}
