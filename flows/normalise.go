package flows

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Removed counts what Normalise took from an answer.
type Removed struct {
	Ends      int // blanks and line breaks at the ends
	Breaks    int // line breaks and tabs inside, which became spaces
	Spaces    int // no-break and other special spaces, which became plain ones
	Invisible int // zero-width and control characters, broken bytes
	Direction int // characters that turn the direction of writing
}

// Any reports whether something was removed.
func (r Removed) Any() bool { return r != Removed{} }

// Problem says in one sentence what was removed: a tell with code normalised.
func (r Removed) Problem() Problem {
	var parts []Message
	for _, p := range []struct {
		code string
		n    int
	}{
		{"removed_ends", r.Ends},
		{"removed_breaks", r.Breaks},
		{"removed_spaces", r.Spaces},
		{"removed_invisible", r.Invisible},
		{"removed_direction", r.Direction},
	} {
		if p.n > 0 {
			parts = append(parts, Msg(p.code, "n", p.n))
		}
	}
	return problem("normalised", Tell, "what", Joined("joined.comma", parts...))
}

// Normalise gives what a person meant by a pasted text: composed letters (NFC),
// no blanks at the ends, one line unless it is an area or several answers, and
// nothing that cannot be seen. A secret loses blanks at its ends alone, and the
// byte order mark of the stream that it was copied from; a file's name loses
// nothing: they mean what they are, byte by byte.
func Normalise(t Type, s string, area bool) (string, Removed) {
	var r Removed
	switch t {
	case TypeFile:
		return s, r
	case TypeSecret:
		trimmed, marked := strings.CutPrefix(strings.TrimSpace(s), "\ufeff")
		trimmed = strings.TrimSpace(trimmed)
		r.Invisible = one(marked)
		r.Ends = utf8.RuneCountInString(s) - utf8.RuneCountInString(trimmed) - r.Invisible
		return trimmed, r
	}
	lines := area || t == TypeEmails || t == TypeChoices
	s = r.trim(r.strip(s, lines))
	return norm.NFC.String(s), r
}

// strip takes out, or replaces, what does not belong inside an answer.
func (r *Removed) strip(s string, lines bool) string {
	if isPlain(s) && !strings.Contains(s, "\n") {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	end := len(strings.TrimRightFunc(s, unicode.IsSpace))
	begin := len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	var b strings.Builder
	b.Grow(len(s))
	for i, c := range s {
		inside := i >= begin && i < end
		b.WriteString(r.rune(c, s[i:], lines, inside))
	}
	return b.String()
}

// rune gives what becomes of one character; rest begins with it.
func (r *Removed) rune(c rune, rest string, lines, inside bool) string {
	switch {
	case c == utf8.RuneError && !strings.HasPrefix(rest, "\uFFFD"):
		r.Invisible++
		return ""
	case c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029':
		if lines {
			return "\n"
		}
		r.Breaks += one(inside)
		return " "
	case c == '\t':
		if !lines {
			r.Breaks += one(inside)
		}
		return " "
	case c != ' ' && unicode.Is(unicode.Zs, c):
		r.Spaces += one(inside)
		return " "
	case isDirection(c):
		r.Direction++
		return ""
	case isUnsafe(c):
		r.Invisible++
		return ""
	}
	return rest[:utf8.RuneLen(c)]
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// trim takes blanks from the ends.
func (r *Removed) trim(s string) string {
	trimmed := strings.Trim(s, " \n")
	r.Ends = len(s) - len(trimmed)
	return trimmed
}

func (r *Removed) add(o Removed) {
	r.Ends += o.Ends
	r.Breaks += o.Breaks
	r.Spaces += o.Spaces
	r.Invisible += o.Invisible
	r.Direction += o.Direction
}
