package flows

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Fault is one thing that is wrong with a procedure's files.
type Fault struct {
	File    string
	Line    int // 1, 2, ...
	Column  int // 1, 2, ... in characters
	Message Message
}

// String is the fault as file:line:column: what.
func (f Fault) String() string {
	return fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Column, f.Message)
}

// Faults are why a procedure cannot be loaded, in the order of the files.
type Faults []Fault

// Error lists them, one a line.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i := range f {
		lines[i] = f[i].String()
	}
	return strings.Join(lines, "\n")
}

// sorted orders faults by file, line and column, each once.
func (f Faults) sorted() Faults {
	slices.SortStableFunc(f, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Message.String(), b.Message.String()))
	})
	return slices.CompactFunc(f, func(a, b Fault) bool { return a.String() == b.String() })
}

// spot is a place in a file.
type spot struct {
	file   string
	line   int
	column int
}

func (s spot) fault(format string, args ...any) Fault {
	return Fault{File: s.file, Line: s.line, Column: s.column, Message: Said(fmt.Sprintf(format, args...))}
}
