// Package zone says what a mouse points at: whoever draws a line marks in it where
// an item, an option or a cell begins, so that no second reckoning of the layout
// is needed. It imports ui/theme for the width of text.
package zone

import (
	"strconv"
	"strings"

	"lotse/ui/theme"
)

// Kind is a kind of what a mouse can point at.
type Kind int

// The kinds. A mark of None ends all others on its line, as where another
// column begins.
const (
	None   Kind = iota
	Item        // of the step that is shown
	Option      // of a choice
	Sign        // 1 where the box of a task begins, 0 where it ends
	Row         // of a table or a form
	Column      // of a table
	Step        // of the run
	Run         // on the list of runs
	Entry       // of a list that lies over the page
)

// At tells which part of a kind is at the pointer; ok is false for none.
type At func(k Kind) (n int, ok bool)

// begin begins a mark: a colour sequence that no terminal is ever sent, so
// that whatever measures and cuts a line takes it for a colour of no width.
const begin = "\x1b[9009;"

// Mark is put into a line where the part n of a kind begins. It takes no cell;
// Unmark takes it out before a line is shown.
func (k Kind) Mark(n int) string {
	return begin + strconv.Itoa(int(k)) + ";" + strconv.Itoa(n) + "m"
}

// Over puts the mark before each line in which something stands.
func (k Kind) Over(n int, lines []string) []string {
	for i, l := range lines {
		if l != "" {
			lines[i] = k.Mark(n) + l
		}
	}
	return lines
}

// Marks are the marks of a frame, by line.
type Marks [][]mark

// mark is where a part begins.
type mark struct {
	x    int
	kind Kind
	n    int
}

// Unmark takes the marks out of a frame.
func Unmark(lines []string) ([]string, Marks) {
	all := make(Marks, len(lines))
	for y, l := range lines {
		for {
			from := strings.Index(l, begin)
			if from < 0 {
				break
			}
			end := from + strings.IndexByte(l[from:], 'm')
			z, n, _ := strings.Cut(l[from+len(begin):end], ";")
			kind, _ := strconv.Atoi(z) // both are Mark's own
			part, _ := strconv.Atoi(n)
			l = l[:from] + l[end+1:]
			all[y] = append(all[y], mark{theme.Width(l[:from]), Kind(kind), part})
		}
		lines[y] = l
	}
	return lines, all
}

// At is the part of a kind that is at a cell.
func (m Marks) At(x, y int, k Kind) (n int, ok bool) {
	if y < 0 || y >= len(m) {
		return 0, false
	}
	for _, one := range m[y] {
		switch {
		case one.x > x:
			return n, ok
		case one.kind == k:
			n, ok = one.n, true
		case one.kind == None:
			ok = false
		}
	}
	return n, ok
}
