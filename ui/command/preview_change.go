package command

import (
	"bufio"
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"

	"lotse/flows"
	"lotse/ui/face"
)

// tell puts what is saved into a channel that holds only the last of it, until ctx
// ends. What seems wrong is looked at again after a moment: an editor may be in the
// middle of saving.
func (f *following) tell(ctx context.Context, changes chan face.Change) {
	for {
		if f.next(ctx) != nil {
			return
		}
		c := f.change()
		if c.Procedure == nil {
			if f.pause(ctx) != nil {
				return
			}
			c = f.change()
		}
		select {
		case <-changes: // nobody has taken it yet
		default:
		}
		changes <- c
	}
}

// change is what is saved now.
func (f *following) change() face.Change {
	p, err := f.load()
	if err == nil {
		return face.Change{Procedure: p}
	}
	var faults flows.Faults
	if !errors.As(err, &faults) || len(faults) == 0 {
		return face.Change{Fault: face.Fault{Message: flows.Reason(err)}}
	}
	first := faults[0]
	told := face.Fault{File: filepath.Join(f.d.Dir, first.File), Line: first.Line, Column: first.Column, Message: first.Message, More: len(faults) - 1}
	told.Before, told.Behind = f.source(first)
	return face.Change{Fault: told}
}

// The limits of a line that is shown with its fault: how much of a file is read for
// it, and how many characters on each side of the fault are kept.
const (
	mostRead    = 2 << 20
	mostOfAside = 200
)

// source is the line of a fault, before and behind its place; nothing where that
// cannot be read any more.
func (f *following) source(at flows.Fault) (before, behind string) {
	file, err := f.d.FS.Open(at.File)
	if err != nil {
		return "", ""
	}
	defer file.Close() //nolint:errcheck // only read
	lines := bufio.NewScanner(io.LimitReader(file, mostRead))
	lines.Buffer(nil, mostRead)
	for n := 1; lines.Scan(); n++ {
		if n == at.Line {
			return parted(strings.TrimPrefix(lines.Text(), "\ufeff"), at.Column-1)
		}
	}
	return "", ""
}

// parted is the end of a line before a character, and its beginning from there on.
func parted(line string, at int) (before, behind string) {
	letters := []rune(line)
	at = min(max(at, 0), len(letters))
	return string(letters[max(at-mostOfAside, 0):at]), string(letters[at:min(at+mostOfAside, len(letters))])
}
