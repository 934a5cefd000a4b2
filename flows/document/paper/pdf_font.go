package paper

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"lotse/flows"
)

func (f *face) has(r rune) bool {
	_, ok := f.widths[r]
	return ok
}

// width is how wide a text is that the face has, at a size.
func (f *face) width(s string, size float64) float64 {
	n := 0
	for _, r := range s {
		n += f.widths[r]
	}
	return float64(n) * size / 1000
}

// cut is the beginning of a text that fits, at least one character, and the rest. A
// code point stays whole.
func (f *face) cut(s string, size, width float64) (head, rest string) {
	used := 0
	for i, r := range s {
		used += f.widths[r]
		if float64(used)*size/1000 > width && i > 0 {
			if at := strings.LastIndexByte(s[:i], '['); at > 0 && strings.HasPrefix(s[at:], "[U+") && !strings.Contains(s[at:i], "]") {
				i = at
			}
			return s[:i], s[i:]
		}
	}
	return s, ""
}

// visible is a text as a face can show it: what it lacks as its code point, and
// any blank as a plain one.
func (p *press) visible(f *face, s string) string {
	s = norm.NFC.String(s)
	if !strings.ContainsFunc(s, func(r rune) bool { return !f.has(r) }) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case f.has(r):
			b.WriteRune(r)
		case unicode.Is(unicode.Zs, r):
			b.WriteByte(' ')
		default:
			b.WriteString("[" + flows.CodePoint(r) + "]")
			if p.lacked == 0 {
				p.lacked = r
			}
		}
	}
	return b.String()
}

// fitted is a text on one line of a width; what has no room is cut off, which
// three dots say.
func (p *press) fitted(s style, text string, width float64) string {
	f := s.font.face()
	text = p.visible(f, text)
	if f.width(text, s.size) <= width {
		return text
	}
	head, _ := f.cut(text, s.size, width-f.width("…", s.size))
	return head + "…"
}

// lastPlane is the last character that the library can write, in a bookmark, too.
const lastPlane = 0xffff

// inBasicPlane is a text that the library can write outside of the pages.
func inBasicPlane(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r > lastPlane }) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if r > lastPlane {
			b.WriteString("[" + flows.CodePoint(r) + "]")
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
