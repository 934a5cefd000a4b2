package tty

import (
	"bytes"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"lotse/flows"
)

var noon = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

// sift feeds pieces with a pause after each, and gives what came through.
func sift(pause time.Duration, pieces ...string) string {
	var f inputFilter
	now := noon
	for _, p := range pieces {
		f.feed([]byte(p), now)
		now = now.Add(pause)
		f.expire(now)
	}
	f.expire(now.Add(time.Hour))
	return string(f.out)
}

func TestSieve(t *testing.T) {
	const soon, later = time.Millisecond, 100 * time.Millisecond
	for _, tc := range []struct {
		name   string
		pause  time.Duration
		pieces []string
		want   string
	}{
		{"letters", soon, []string{"Grüße 漢字"}, "Grüße 漢字"},
		{"a character in two pieces", later, []string{"\xe6\xbc", "\xa2"}, "漢"},
		{"a key", soon, []string{"\x1b[A\x1bOP\x1b[1;3D\x1b[5~"}, "\x1b[A\x1bOP\x1b[1;3D\x1b[5~"},
		{"a key in pieces", later, []string{"\x1b[", "1;", "3D"}, "\x1b[1;3D"},
		{"a key of the linux console", soon, []string{"\x1b[[A"}, "\x1b[[A"},
		{"a letter with alt", soon, []string{"\x1bx"}, "\x1bx"},
		{"an arrow with alt, as older terminals send it", soon, []string{"\x1b\x1b[D"}, "\x1b\x1b[D"},
		{"esc alone", later, []string{"\x1b"}, "\x1b[27u"},
		{"esc twice", later, []string{"\x1b", "\x1b"}, "\x1b[27u\x1b[27u"},
		{"esc many times", soon, []string{"\x1b\x1b\x1b\x1b[A"}, "\x1b[27u\x1b[27u\x1b\x1b[A"},
		{"esc, and then a bracket", later, []string{"\x1b", "]", "", "", "x"}, "\x1b[27u]x"},
		{"the same in many pieces", later, []string{"\x1b", "]", "1", "1;rgb:0/0/0\x1b", "\\b"}, "\x1b[27ub"},
		{"esc, and then a bracket with more", later, []string{"\x1b", "]a"}, "\x1b[27u]a"},
		{"an answer at once", soon, []string{"\x1b]11;rgb:0000/0000/0000\a"}, "\x1b]11;rgb:0000/0000/0000\a"},
		{"an answer in pieces", later, []string{"a\x1b]1", "1;rgb:00", "00/0000/0000\x1b", "\\b"}, "a\x1b]11;rgb:0000/0000/0000\x1b\\b"},
		{"an answer whose esc went as a key", later, []string{"\x1b", "]11;rgb:0000/0000/0000\x1b\\b"}, "\x1b[27ub"},
		{"the same in pieces", later, []string{"\x1b", "]11;rg", "b:0000/0000/0000\a", "b"}, "\x1b[27ub"},
		{"device attributes, late", later, []string{"\x1b", "[?62;22cb"}, "\x1b[27ub"},
		{"a mode, late", later, []string{"\x1b", "[?2026;2$yb"}, "\x1b[27ub"},
		{"a cursor report is no key", soon, []string{"\x1b[12;40Rx"}, "x"},
		{"an answer that never ends", later, []string{"\x1b]11;rgb:", "\x1b[A", "x"}, "\x1b[Ax"},
		{"an answer that is broken off", time.Minute, []string{"\x1b]11;rgb:", "x"}, "x"},
		{"broken bytes", soon, []string{"a\xffb\xc3c\xe2\x82d\xed\xa0\x80e"}, "abcde"},
		{"control characters of the second kind", soon, []string{"a\u009b\u0085b\x9b31mc"}, "ab31mc"},
		{"a paste", soon, []string{"\x1b[200~one\r\ntwo\x1b[201~x"}, "\x1b[200~one\r\ntwo\x1b[201~x"},
		{"a paste whose end comes in pieces", later, []string{"\x1b[200~one\x1b[2", "01~x"}, "\x1b[200~one\x1b[201~x"},
		{"a paste with sequences in it", soon, []string{"\x1b[200~a\x1b]52;c;ZXZpbA==\ab\x1b[31mc\x1b]0;d\x1b[201~x"}, "\x1b[200~a\x00b\x00c\x00]0;d\x1b[201~x"},
		{"a paste with broken bytes", soon, []string{"\x1b[200~a\xff\u009bb\x1b[201~"}, "\x1b[200~a\x00\x00b\x1b[201~"},
		{"a paste whose end got lost", later, []string{"\x1b[200~one", "\x03"}, "\x1b[200~one\x1b[201~\x03"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := sift(tc.pause, tc.pieces...); got != tc.want {
				t.Errorf("came through %q, want %q", got, tc.want)
			}
		})
	}
}

func TestALongPasteIsCutAndTellsIt(t *testing.T) {
	var f inputFilter
	f.feed([]byte("\x1b[200~"), noon)
	piece, most := bytes.Repeat([]byte("x"), 1<<16), 0
	got := 0
	for range 10 << 20 >> 16 {
		f.feed(piece, noon)
		most = max(most, cap(f.out)+cap(f.held))
		got += f.drain(make([]byte, 1<<17))
	}
	f.feed([]byte("\x1b[201~y"), noon)
	if tail := string(f.out); got != len("\x1b[200~")+MaxPaste+1 || tail != "\x1b[201~y" {
		t.Errorf("%d bytes came through, then %q", got, tail)
	}
	if most > 1<<19 {
		t.Errorf("%d bytes were held", most)
	}
}

// However the input is cut into pieces, the same comes through.
func TestPiecesMakeNoDifference(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	parts := []string{"a", "ß", "漢", "\x1b[A", "\x1bOP", "\x1b]11;rgb:0000/0000/0000\x1b\\", "\x1b[?62;22c", "\x1b[200~p\x1bq\xff\x1b[201~", "\xfe", "\r", "\x1b[12;3R"}
	for range 500 {
		var all string
		for range 1 + r.IntN(12) {
			all += parts[r.IntN(len(parts))]
		}
		var pieces []string
		for rest := all; rest != ""; {
			n := 1 + r.IntN(len(rest))
			pieces, rest = append(pieces, rest[:n]), rest[n:]
		}
		if whole, cut := sift(0, all), sift(0, pieces...); whole != cut {
			t.Fatalf("%q came through as %q, in pieces %q as %q", all, whole, pieces, cut)
		}
	}
}

func FuzzSieve(f *testing.F) {
	f.Add([]byte("a\x1b[200~\x1b]0;\xff\x1b[201~"), 3)
	f.Add([]byte("\x1b\x1b\x1b[O\x1bP>|x"), 1)
	f.Fuzz(func(t *testing.T, in []byte, size int) {
		if size <= 0 {
			size = 1
		}
		var f inputFilter
		for rest := in; len(rest) > 0; {
			n := min(size, len(rest))
			f.feed(rest[:n], noon)
			rest = rest[n:]
		}
		f.expire(noon.Add(time.Hour))
		if !utf8.Valid(f.out) {
			t.Errorf("%q came through as %q", in, f.out)
		}
		if len(f.out) > len(escapeKey)*len(in)+len(pasteEnd) || len(f.held) > len(in) {
			t.Errorf("%q grew to %q", in, f.out)
		}
	})
}

func TestAnIntakeTellsOnceThatTheTerminalHasGone(t *testing.T) {
	lost := 0
	i := NewReader(strings.NewReader("ab\x1b"), func() { lost++ }, nil, func(b *flows.Bug) { t.Error(b.Stack) })
	got, err := io.ReadAll(i)
	if err != nil || string(got) != "ab" && string(got) != "ab\x1b[27u" {
		t.Errorf("read %q, %v", got, err)
	}
	if _, err := i.Read(make([]byte, 1)); err != io.EOF || lost != 1 {
		t.Errorf("then %v, lost %d times", err, lost)
	}
}
