package flows

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
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

// String is the fault for developers, as file:line:column: code.
func (f Fault) String() string {
	return fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Column, f.Message)
}

// Faults are the reasons why a procedure cannot be loaded, in the order of the
// files.
type Faults []Fault

// Error lists the faults for developers, one per line.
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

// fault is a fault at the place; args are names and values in turn.
func (p FilePlace) fault(code string, args ...any) Fault {
	return p.say(Msg(code, args...))
}

// say is a fault at the place that is a message already.
func (p FilePlace) say(m Message) Fault {
	return Fault{File: p.File, Line: p.Row, Column: p.Column, Message: m.Map(named)}
}

// unread is the fault of a file that cannot be read.
func (p FilePlace) unread(file string, err error) Fault {
	if errors.Is(err, fs.ErrNotExist) {
		return p.fault("lint.no_file", "file", file)
	}
	return p.fault("lint.not_read", "file", file, "detail", Reason(err))
}

// named is a text of a file in a fault's message: complete, so that it can be
// found or copied, but never as long as a whole file.
func named(s string) string {
	const most = 1000
	if letters := []rune(s[:min(len(s), 4*most)]); len(letters) > most {
		return string(letters[:most-1]) + "…"
	}
	return s
}
