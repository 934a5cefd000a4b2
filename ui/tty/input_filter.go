// Package tty processes the input of a terminal, or of a console of Windows, which
// it reads as one: it joins escape sequences that arrive in pieces, passes on only
// what a person typed or pasted, and recognises a word that is typed fast where no
// text is expected. It knows nothing of screens and runs.
package tty

import (
	"bytes"
	"time"
	"unicode/utf8"
)

// MaxPaste is how many bytes of one paste are accepted: enough for the rows of
// a long list, and a bound for memory. A longer paste is cut one byte above
// the limit, so that the receiver sees that it was too long.
const MaxPaste = 2 << 20

// maxAnswer is the longest reply of a terminal, in bytes.
const maxAnswer = 4096

const esc = 0x1b

var (
	pasteBegin = []byte("\x1b[200~")
	pasteEnd   = []byte("\x1b[201~")
	escapeKey  = []byte("\x1b[27u") // the key, in a form that needs no waiting
)

// How long the beginning of a sequence is held until its rest arrives. A lone ESC
// is most likely the key; a longer beginning is not typed by a person.
const (
	escapeWait = 40 * time.Millisecond
	charWait   = 250 * time.Millisecond
	prefixWait = time.Second
	answerWait = 5 * time.Second
	strayWait  = 2 * time.Second
)

// inputFilter separates what a person typed or pasted from the replies that
// the terminal sends to queries. Replies may arrive late and in pieces: the
// filter joins the pieces, and drops the rest of a reply whose first byte was
// already taken for the Esc key. It also drops invalid UTF-8, and cuts a paste
// one byte above its limit.
type inputFilter struct {
	out         []byte
	held        []byte    // the beginning of a sequence or of a rune
	since       time.Time // when its last byte arrived
	answerUntil time.Time // until then the rest of a reply may arrive whose ESC was taken for the key

	pasting bool
	pasted  int // bytes of the paste so far
}

// feed adds bytes that were read at a time.
func (f *inputFilter) feed(p []byte, now time.Time) {
	if f.pasting && len(p) == 1 && p[0] == 0x03 { // the end of the paste got lost
		f.endPaste()
	}
	p = append(bytes.Clone(f.held), p...)
	f.held = nil
	for len(p) > 0 {
		n := f.next(p, now)
		if n == 0 {
			f.held, f.since = bytes.Clone(p), now
			return
		}
		p = p[n:]
	}
}

// next handles the first key, character or sequence in p and returns its
// length; 0 if the rest of it has not arrived yet.
func (f *inputFilter) next(p []byte, now time.Time) int {
	switch {
	case p[0] == esc && f.pasting:
		return f.pastedEscape(p)
	case p[0] == esc:
		return f.escape(p)
	case p[0] >= utf8.RuneSelf:
		return f.rune(p)
	case f.pasting:
		f.paste(p[:1])
		return 1
	case now.Before(f.answerUntil) && (p[0] == '[' || p[0] == ']' || p[0] == 'P'):
		return f.dropAnswerRest(p)
	}
	f.out = append(f.out, p[0])
	return 1
}

// escape handles an escape sequence outside a paste.
func (f *inputFilter) escape(p []byte) int {
	if len(p) > 2 && p[1] == esc && p[2] == esc {
		f.out = append(f.out, escapeKey...)
		return 1
	}
	n, whole := sequenceLen(p)
	switch {
	case n == 0:
		return 0
	case !whole || !utf8.Valid(p[:n]): // nobody typed it
	case bytes.Equal(p[:n], pasteBegin):
		f.pasting, f.pasted = true, 0
		f.out = append(f.out, p[:n]...)
	case !isCursorReport(p[:n]):
		f.out = append(f.out, p[:n]...)
	}
	return n
}

// pastedEscape ends the paste, or drops an escape sequence inside it.
func (f *inputFilter) pastedEscape(p []byte) int {
	n, whole := sequenceLen(p)
	switch {
	case n == 0:
		return 0
	case bytes.Equal(p[:n], pasteEnd):
		f.endPaste()
		return n
	case !whole:
		n = 1
	}
	f.paste([]byte{0})
	return n
}

func (f *inputFilter) endPaste() {
	f.pasting = false
	f.held = nil
	f.out = append(f.out, pasteEnd...)
}

// paste lets pasted bytes through, up to one byte above the limit.
func (f *inputFilter) paste(p []byte) {
	room := max(MaxPaste+1-f.pasted, 0)
	f.out = append(f.out, p[:min(len(p), room)]...)
	f.pasted += len(p)
}

// rune lets a character through. An invalid byte and a C1 control character
// are dropped; in a paste a zero byte takes their place, as a sign that
// something was dropped.
func (f *inputFilter) rune(p []byte) int {
	if !utf8.FullRune(p) {
		return 0
	}
	r, n := utf8.DecodeRune(p)
	good := (r != utf8.RuneError || n > 1) && (r < 0x80 || r > 0x9f)
	switch {
	case f.pasting && good:
		f.paste(p[:n])
	case f.pasting:
		f.paste([]byte{0})
	case good:
		f.out = append(f.out, p[:n]...)
	}
	return n
}

// dropAnswerRest drops the rest of a reply whose ESC was taken for the key.
func (f *inputFilter) dropAnswerRest(p []byte) int {
	n, whole := sequenceLen(append([]byte{esc}, p...))
	switch {
	case n == 0:
		return 0
	case whole && n > 3:
		return n - 1
	}
	f.out = append(f.out, p[0])
	return 1
}

// holdTime is how long the held bytes may wait for the rest of their sequence;
// 0 if nothing is held.
func (f *inputFilter) holdTime() time.Duration {
	switch n := len(f.held); {
	case n == 0:
		return 0
	case f.pasting:
		return answerWait
	case bytes.Count(f.held, []byte{esc}) == n:
		return escapeWait
	case n == 1 && f.held[0] < utf8.RuneSelf:
		return charWait
	case n == 2 || f.held[0] != esc:
		return prefixWait
	default:
		return answerWait
	}
}

// expire releases bytes that were held too long: a lone ESC is the key, a lone
// character was typed, and the rest is dropped because no person typed it.
func (f *inputFilter) expire(now time.Time) {
	if w := f.holdTime(); w == 0 || now.Before(f.since.Add(w)) {
		return
	}
	held := f.held
	f.held = nil
	switch {
	case f.pasting:
	case bytes.Count(held, []byte{esc}) == len(held):
		for range held {
			f.out = append(f.out, escapeKey...)
		}
		f.answerUntil = now.Add(strayWait)
	case held[0] != esc && held[0] < utf8.RuneSelf:
		f.out = append(f.out, held...)
	}
}

// drain moves filtered bytes into p, as many as fit.
func (f *inputFilter) drain(p []byte) int {
	n := copy(p, f.out)
	f.out = f.out[n:]
	if len(f.out) == 0 {
		f.out = nil
	}
	return n
}
