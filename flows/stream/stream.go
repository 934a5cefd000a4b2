// Package stream reads what comes by a stream, or was pasted, as the text that it
// is: a byte order mark before it is the stream's. It imports nothing of Lotse.
package stream

import (
	"bytes"
	"encoding/binary"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// Reader reads the text of a stream as UTF-8, without the byte order mark that
// may stand before it: the mark is the stream's and no part of what it holds.
// Behind a mark of UTF-16 all is read as UTF-16, as PowerShell writes it.
//
// It reads no more than it is asked for, and waits for a second byte only where
// the first one can begin a mark: who sits at a terminal is not kept waiting.
func Reader(r io.Reader) io.Reader { return &reader{from: r} }

// Text is a whole text that came by a stream, or was pasted, as Reader reads it.
func Text(b []byte) []byte {
	text, err := io.ReadAll(Reader(bytes.NewReader(b)))
	if err != nil {
		return b // nothing that is in memory fails to be read
	}
	return text
}

// The marks, and how the text behind one is written; nil for UTF-8.
var marks = []struct {
	mark  string
	order binary.ByteOrder
}{
	{"\xef\xbb\xbf", nil},
	{"\xff\xfe", binary.LittleEndian},
	{"\xfe\xff", binary.BigEndian},
}

// reader is what Reader gives.
type reader struct {
	from  io.Reader
	begun bool
	order binary.ByteOrder // of UTF-16; nil for UTF-8
	raw   []byte           // read and not decoded yet
	out   []byte           // decoded and not given yet
	err   error
}

// Read implements io.Reader.
func (s *reader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if !s.begun {
		s.begin(len(p))
	}
	for len(s.out) == 0 && s.err == nil {
		if s.order == nil {
			return s.from.Read(p)
		}
		s.more(len(p))
	}
	if len(s.out) == 0 {
		return 0, s.err
	}
	n := copy(p, s.out)
	s.out = s.out[n:]
	return n, nil
}

// begin looks for a mark and takes it off. most is how much the caller wants.
func (s *reader) begin(most int) {
	s.begun = true
	for s.more(most); s.err == nil && s.maybe(); {
		s.more(most)
	}
	for _, m := range marks {
		if rest, ok := bytes.CutPrefix(s.raw, []byte(m.mark)); ok {
			s.raw, s.order = rest, m.order
			break
		}
	}
	s.decode()
}

// maybe reports whether what was read can become a mark.
func (s *reader) maybe() bool {
	for _, m := range marks {
		if len(s.raw) < len(m.mark) && string(s.raw) == m.mark[:len(s.raw)] {
			return true
		}
	}
	return false
}

// more reads once.
func (s *reader) more(most int) {
	buf := make([]byte, most)
	n, err := s.from.Read(buf)
	s.raw = append(s.raw, buf[:n]...)
	if s.err = err; s.begun && s.order != nil {
		s.decode()
	}
}

// decode makes of what was read what is given. A unit, or a pair of them, that
// is not there in full waits for its rest; at the end it is U+FFFD, and nothing
// is left out without a sign.
func (s *reader) decode() {
	if s.order == nil {
		s.out, s.raw = append(s.out, s.raw...), nil
		return
	}
	for len(s.raw) >= 2 {
		r, n := rune(s.order.Uint16(s.raw)), 2
		if utf16.IsSurrogate(r) {
			if len(s.raw) < 4 && s.err == nil {
				return
			}
			pair := utf8.RuneError
			if len(s.raw) >= 4 {
				pair = utf16.DecodeRune(r, rune(s.order.Uint16(s.raw[2:])))
			}
			if r = pair; pair != utf8.RuneError {
				n = 4
			}
		}
		s.out, s.raw = utf8.AppendRune(s.out, r), s.raw[n:]
	}
	if s.err != nil && len(s.raw) > 0 {
		s.out, s.raw = utf8.AppendRune(s.out, utf8.RuneError), nil
	}
}
