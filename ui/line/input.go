package line

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"lotse/flows"
)

// inputLine is one line of the input, unchanged and without its end.
type inputLine struct {
	text    []byte
	tooLong bool  // it was longer than the limit; what was left out is gone
	ended   bool  // by a line break; false where the input ended within the line
	err     error // io.EOF after the last line
}

// reader reads the input of the process, one line at a time and only when
// asked: input for a later prompt, or for one without echo, stays unread. It
// keeps at most one line up to its limit.
type reader struct {
	in   io.Reader
	tick <-chan struct{} // what is done meanwhile, by each; nil: nothing is
	each func()
	buf  [4 << 10]byte
	r, w int
}

// next waits for the next line of at most limit bytes. If ctx ends first it
// returns that error, and nothing may be read any more.
func (r *reader) next(ctx context.Context, limit int) inputLine {
	if err := ctx.Err(); err != nil {
		return inputLine{err: err}
	}
	got := make(chan inputLine, 1)
	var bug *flows.Bug
	go func() {
		var line inputLine
		bug = flows.Try(func() { line = r.read(limit) })
		got <- line
	}()
	for {
		select {
		case line := <-got:
			flows.Throw(bug)
			return line
		case <-r.tick:
			r.each()
		case <-ctx.Done():
			return inputLine{err: ctx.Err()}
		}
	}
}

func (r *reader) read(limit int) inputLine {
	var line inputLine
	for {
		if r.r == r.w {
			n, err := r.in.Read(r.buf[:])
			r.r, r.w = 0, n
			if n == 0 && err != nil {
				line.err = err
				return line
			}
			continue
		}
		part := r.buf[r.r:r.w]
		end := bytes.IndexByte(part, '\n')
		if end >= 0 {
			part = part[:end]
		}
		line.take(part, limit)
		if r.r += len(part); end >= 0 {
			r.r++
			line.ended, line.text = true, bytes.TrimSuffix(line.text, []byte("\r"))
			return line
		}
	}
}

// take adds a part of the line, as far as the limit allows.
func (l *inputLine) take(part []byte, limit int) {
	if len(l.text)+len(part) > limit+1 { // a carriage return may still come off
		l.tooLong, l.text = true, nil
	}
	if !l.tooLong {
		l.text = append(l.text, part...)
	}
}

// cleanLine removes what nobody types on purpose: control characters except
// the tab, which separates the cells of a pasted row, escape sequences, and
// invalid UTF-8. changed says that it removed something. Characters that are
// only invisible are left to the engine, which reports and records them.
func cleanLine(text string) (plain string, changed bool) {
	control := func(r rune) bool { return unicode.IsControl(r) && r != '\t' }
	if utf8.ValidString(text) && !strings.ContainsFunc(text, control) {
		return text, false
	}
	cells := strings.Split(text, "\t")
	for i, cell := range cells {
		cells[i] = flows.CleanLine(cell)
	}
	return strings.Join(cells, "\t"), true
}

// atEOF reports whether the input has ended.
func (l inputLine) atEOF() bool { return l.err != nil && errors.Is(l.err, io.EOF) }
