// Package tty is what comes from a terminal: it puts escape sequences together,
// lets through what a person typed and pasted, and knows a word by how fast its
// letters come. It knows no screen and nothing of a run.
package tty

import (
	"bytes"
	"time"
	"unicode/utf8"
)

// MaxPaste is how many bytes of one paste are taken: the rows of a long list fit
// in, and memory stays flat whatever a terminal sends. What is longer comes one
// byte above it.
const MaxPaste = 2 << 20

// maxAnswer bounds how long a terminal's answer may be.
const maxAnswer = 4096

const esc = 0x1b

var (
	pasteBegin = []byte("\x1b[200~")
	pasteEnd   = []byte("\x1b[201~")
	escapeKey  = []byte("\x1b[27u") // the key, in a form that needs no waiting
)

// How long the beginning of a sequence waits for its rest. A lone ESC is most
// likely the key; what is longer nobody types.
const (
	escapeWait = 40 * time.Millisecond
	signWait   = 250 * time.Millisecond
	beginWait  = time.Second
	answerWait = 5 * time.Second
	orphanWait = 2 * time.Second
)

// sieve lets through what a person typed and pasted. A terminal's answers may
// come late and in pieces; it puts them together again, and drops those whose
// beginning was taken for the key Esc. It drops broken UTF-8, and cuts a paste
// one byte above its limit, which tells that there was more.
type sieve struct {
	out    []byte
	held   []byte    // the beginning of a sequence or of a rune
	since  time.Time // when the last of it came
	orphan time.Time // until then the rest of an answer may come whose ESC went as a key

	pasting bool
	pasted  int // bytes of the paste so far
}

// feed takes what was read at a time.
func (s *sieve) feed(p []byte, now time.Time) {
	if s.pasting && len(p) == 1 && p[0] == 0x03 { // the end of the paste got lost
		s.endPaste()
	}
	p = append(bytes.Clone(s.held), p...)
	s.held = nil
	for len(p) > 0 {
		n := s.next(p, now)
		if n == 0 {
			s.held, s.since = bytes.Clone(p), now
			return
		}
		p = p[n:]
	}
}

// next deals with the first thing in p and gives its length; 0 when its rest
// has to be waited for.
func (s *sieve) next(p []byte, now time.Time) int {
	switch {
	case p[0] == esc && s.pasting:
		return s.pastedEscape(p)
	case p[0] == esc:
		return s.escape(p)
	case p[0] >= utf8.RuneSelf:
		return s.rune(p)
	case s.pasting:
		s.paste(p[:1])
		return 1
	case now.Before(s.orphan) && (p[0] == '[' || p[0] == ']' || p[0] == 'P'):
		return s.orphaned(p)
	}
	s.out = append(s.out, p[0])
	return 1
}

// escape deals with a sequence, outside of a paste.
func (s *sieve) escape(p []byte) int {
	if len(p) > 2 && p[1] == esc && p[2] == esc {
		s.out = append(s.out, escapeKey...)
		return 1
	}
	n, whole := sequence(p)
	switch {
	case n == 0:
		return 0
	case !whole || !utf8.Valid(p[:n]): // nobody typed it
	case bytes.Equal(p[:n], pasteBegin):
		s.pasting, s.pasted = true, 0
		s.out = append(s.out, p[:n]...)
	case !isCursorReport(p[:n]):
		s.out = append(s.out, p[:n]...)
	}
	return n
}

// pastedEscape ends the paste, or leaves a sequence in it out.
func (s *sieve) pastedEscape(p []byte) int {
	n, whole := sequence(p)
	switch {
	case n == 0:
		return 0
	case bytes.Equal(p[:n], pasteEnd):
		s.endPaste()
		return n
	case !whole:
		n = 1
	}
	s.paste([]byte{0})
	return n
}

func (s *sieve) endPaste() {
	s.pasting = false
	s.held = nil
	s.out = append(s.out, pasteEnd...)
}

// paste lets through what is pasted, up to one byte above the limit.
func (s *sieve) paste(p []byte) {
	room := max(MaxPaste+1-s.pasted, 0)
	s.out = append(s.out, p[:min(len(p), room)]...)
	s.pasted += len(p)
}

// rune lets a character through. A broken byte and a control character of the
// second kind are dropped; in a paste a zero byte tells that they were.
func (s *sieve) rune(p []byte) int {
	if !utf8.FullRune(p) {
		return 0
	}
	r, n := utf8.DecodeRune(p)
	good := (r != utf8.RuneError || n > 1) && (r < 0x80 || r > 0x9f)
	switch {
	case s.pasting && good:
		s.paste(p[:n])
	case s.pasting:
		s.paste([]byte{0})
	case good:
		s.out = append(s.out, p[:n]...)
	}
	return n
}

// orphaned drops the rest of an answer whose ESC went as a key.
func (s *sieve) orphaned(p []byte) int {
	n, whole := sequence(append([]byte{esc}, p...))
	switch {
	case n == 0:
		return 0
	case whole && n > 3:
		return n - 1
	}
	s.out = append(s.out, p[0])
	return 1
}

// waits tells how long what is held may wait; 0 where nothing is.
func (s *sieve) waits() time.Duration {
	switch n := len(s.held); {
	case n == 0:
		return 0
	case s.pasting:
		return answerWait
	case bytes.Count(s.held, []byte{esc}) == n:
		return escapeWait
	case n == 1 && s.held[0] < utf8.RuneSelf:
		return signWait
	case n == 2 || s.held[0] != esc:
		return beginWait
	default:
		return answerWait
	}
}

// expire lets go what was held for too long: a lone ESC is the key, a lone sign
// was typed, and of the rest nobody typed anything.
func (s *sieve) expire(now time.Time) {
	if w := s.waits(); w == 0 || now.Before(s.since.Add(w)) {
		return
	}
	held := s.held
	s.held = nil
	switch {
	case s.pasting:
	case bytes.Count(held, []byte{esc}) == len(held):
		for range held {
			s.out = append(s.out, escapeKey...)
		}
		s.orphan = now.Add(orphanWait)
	case held[0] != esc && held[0] < utf8.RuneSelf:
		s.out = append(s.out, held...)
	}
}

// take gives what came through, at most as much as p holds.
func (s *sieve) take(p []byte) int {
	n := copy(p, s.out)
	s.out = s.out[n:]
	if len(s.out) == 0 {
		s.out = nil
	}
	return n
}
