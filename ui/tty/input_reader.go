package tty

import (
	"bytes"
	"io"
	"sync"
	"time"

	"github.com/charmbracelet/x/term"

	"lotse/flows"
)

// inputReader reads what a person types, through an inputFilter. It reports
// when the terminal has gone, since a program under nohup gets no signal and
// would live on.
type inputReader struct {
	in     io.Reader
	begin  sync.Once
	chunks chan []byte // closed at the end
	filter inputFilter
	lost   func()
	broken func(*flows.Bug)
	once   sync.Once
}

// terminalReader is an inputReader that Bubble Tea can put into raw mode.
type terminalReader struct {
	*inputReader
	term.File
}

// Read implements io.Reader.
func (t terminalReader) Read(p []byte) (int, error) { return t.inputReader.Read(p) }

// NewReader reads in through the filter, and calls lost once when in has ended, or
// broken with the fault of the program that ended it. resized is called when a
// console of Windows has another size, of which a terminal elsewhere tells by a
// signal. None of them is called before the first read.
func NewReader(in io.Reader, lost, resized func(), broken func(*flows.Bug)) io.Reader {
	i := &inputReader{in: newConsoleInput(in, resized), chunks: make(chan []byte), lost: lost, broken: broken}
	if f, ok := in.(term.File); ok {
		return terminalReader{i, f}
	}
	return i
}

// pump reads in until it ends. A blocked read cannot be interrupted: the
// goroutine outlives the screen and ends with the process.
func (r *inputReader) pump() {
	defer close(r.chunks)
	b := flows.Try(func() {
		buf := make([]byte, 4096)
		for {
			n, err := r.in.Read(buf)
			if n > 0 {
				r.chunks <- bytes.Clone(buf[:n])
			}
			if err != nil {
				return
			}
		}
	})
	if b != nil {
		r.once.Do(func() { r.broken(b) })
	}
}

// Read implements io.Reader. It blocks until there is input from a person.
func (r *inputReader) Read(p []byte) (n int, err error) {
	// Bubble Tea reads in a goroutine of its own, where nobody would catch it.
	if b := flows.Try(func() { n, err = r.read(p) }); b != nil {
		r.once.Do(func() { r.broken(b) })
		return 0, io.EOF
	}
	return n, err
}

func (r *inputReader) read(p []byte) (int, error) {
	r.begin.Do(func() { go r.pump() })
	for len(r.filter.out) == 0 {
		var late <-chan time.Time
		if w := r.filter.holdTime(); w > 0 {
			late = time.After(w)
		}
		select {
		case chunk, ok := <-r.chunks:
			if !ok {
				r.once.Do(r.lost)
				return 0, io.EOF
			}
			r.filter.feed(chunk, time.Now())
		case <-late:
			r.filter.expire(time.Now())
		}
	}
	return r.filter.drain(p), nil
}
