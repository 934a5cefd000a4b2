package author

import (
	"context"
	"errors"
	"io"
)

// lines hands on what a person types, one line at a time. A form that asks in lines
// reads each answer through a buffer of its own, which would swallow the answers
// behind it, and takes an end of the input for an empty answer.
type lines struct {
	ctx  context.Context //nolint:containedctx // an io.Reader is handed none
	from io.Reader
	rest []byte
	err  error // why there is no further line; nil: there may be
}

func (l *lines) Read(p []byte) (int, error) {
	if len(l.rest) == 0 && l.err == nil {
		l.rest, l.err = l.next()
	}
	if len(l.rest) == 0 {
		return 0, io.EOF
	}
	n := copy(p, l.rest)
	l.rest = l.rest[n:]
	return n, nil
}

// next is the next line with its end; what stands behind the last end is one, too.
func (l *lines) next() ([]byte, error) {
	type result struct {
		line []byte
		err  error
	}
	done := make(chan result, 1)
	go func() { // a read cannot be interrupted
		line, err := readLine(l.from)
		done <- result{line, err}
	}()
	select {
	case r := <-done:
		return r.line, r.err
	case <-l.ctx.Done():
		return nil, context.Canceled
	}
}

func readLine(r io.Reader) ([]byte, error) {
	var line []byte
	for b := make([]byte, 1); ; {
		n, err := r.Read(b)
		if n > 0 {
			line = append(line, b[0])
			if b[0] == '\n' {
				return line, nil
			}
		}
		switch {
		case errors.Is(err, io.EOF) && len(line) > 0:
			return append(line, '\n'), nil
		case errors.Is(err, io.EOF):
			return nil, context.Canceled // nobody answers any more
		case err != nil:
			return nil, err
		}
	}
}

// asking writes the questions for as long as somebody answers.
type asking struct {
	to    io.Writer
	of    *lines
	ended bool // the line of the last question
}

func (a *asking) Write(p []byte) (int, error) {
	switch {
	case a.of.err == nil:
		return a.to.Write(p)
	case a.ended:
		return len(p), nil
	}
	a.ended = true
	_, err := io.WriteString(a.to, "\n")
	return len(p), err
}
