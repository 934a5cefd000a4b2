package tty

import (
	"bytes"
	"io"
	"runtime"
	"sync"
	"time"

	"github.com/charmbracelet/x/term"
)

// intake is what the person types, through a sieve. When the terminal has gone
// it says so: a program under nohup gets no signal and would live on.
type intake struct {
	chunks chan []byte // closed at the end
	sieve  sieve
	lost   func()
	once   sync.Once
}

// terminalIntake is an intake that Bubble Tea can make raw.
type terminalIntake struct {
	*intake
	term.File
}

// Read implements io.Reader.
func (t terminalIntake) Read(p []byte) (int, error) { return t.intake.Read(p) }

// NewReader reads in, and calls lost once when it has ended. On Windows Bubble
// Tea reads the console's own events, and the console is not a stream.
func NewReader(in io.Reader, lost func()) io.Reader {
	if runtime.GOOS == "windows" {
		return in
	}
	i := &intake{chunks: make(chan []byte), lost: lost}
	go i.pump(in)
	if f, ok := in.(term.File); ok {
		return terminalIntake{i, f}
	}
	return i
}

// pump reads in until it ends. It cannot be woken from a read: it stays there
// when the screen has gone, and ends with the process.
func (i *intake) pump(in io.Reader) {
	defer close(i.chunks)
	buf := make([]byte, 4096)
	for {
		n, err := in.Read(buf)
		if n > 0 {
			i.chunks <- bytes.Clone(buf[:n])
		}
		if err != nil {
			return
		}
	}
}

// Read implements io.Reader: it waits for something that a person did.
func (i *intake) Read(p []byte) (int, error) {
	for len(i.sieve.out) == 0 {
		var late <-chan time.Time
		if w := i.sieve.waits(); w > 0 {
			late = time.After(w)
		}
		select {
		case chunk, ok := <-i.chunks:
			if !ok {
				i.once.Do(i.lost)
				return 0, io.EOF
			}
			i.sieve.feed(chunk, time.Now())
		case <-late:
			i.sieve.expire(time.Now())
		}
	}
	return i.sieve.take(p), nil
}
