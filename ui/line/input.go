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

// raw is one line of the input as it came, without its end.
type raw struct {
	text  []byte
	long  bool  // it was longer than the limit; what was left out is gone
	ended bool  // by a line break; false where the input ended within the line
	err   error // io.EOF after the last line
}

// reader reads the whole input of a process, a line at a time and only when it
// is asked to: what belongs to a later prompt, or to one without echo, is not
// taken. It keeps no more than a line up to its limit.
type reader struct {
	in   io.Reader
	buf  [4 << 10]byte
	r, w int
}

// next waits for the next line of at most limit bytes. When ctx ends first it
// gives that error, and nothing may be read any more.
func (r *reader) next(ctx context.Context, limit int) raw {
	if err := ctx.Err(); err != nil {
		return raw{err: err}
	}
	got := make(chan raw, 1)
	go func() { got <- r.read(limit) }()
	select {
	case line := <-got:
		return line
	case <-ctx.Done():
		return raw{err: ctx.Err()}
	}
}

func (r *reader) read(limit int) raw {
	var line raw
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

// take adds a part of the line as long as it keeps the limit.
func (l *raw) take(part []byte, limit int) {
	if len(l.text)+len(part) > limit+1 { // a carriage return may still come off
		l.long, l.text = true, nil
	}
	if !l.long {
		l.text = append(l.text, part...)
	}
}

// clean takes from a line what no keyboard means to type: control characters but
// the tab, which parts the cells of a pasted row, escape sequences, broken
// UTF-8. changed says that there was something. What is merely invisible is left
// to the engine, which says so and puts it on record.
func clean(text string) (plain string, changed bool) {
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

// over reports whether the input has ended.
func (l raw) over() bool { return l.err != nil && errors.Is(l.err, io.EOF) }
