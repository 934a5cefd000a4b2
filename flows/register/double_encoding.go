package register

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// takenFor are the encodings for which UTF-8 is taken by mistake.
var takenFor = sync.OnceValue(func() []map[rune]byte {
	var all []map[rune]byte
	for _, set := range []*charmap.Charmap{charmap.Windows1252, charmap.Macintosh, charmap.CodePage850, charmap.CodePage437} {
		bytesOf := map[rune]byte{}
		for c := 0x80; c <= 0xff; c++ {
			if set == charmap.Windows1252 {
				bytesOf[rune(c)] = byte(c) // ISO 8859-1 is taken for it, and has control characters
			}
		}
		for c := 0x80; c <= 0xff; c++ {
			bytesOf[letterOf(set, byte(c))] = byte(c)
		}
		all = append(all, bytesOf)
	}
	return all
})

// undoDoubleEncoding undoes in a cell that UTF-8 was made of UTF-8. Signs that do not come
// of that stay as they are.
func undoDoubleEncoding(b []byte) []byte {
	text := strings.ToValidUTF8(string(b), "\ufffd")
	out := make([]byte, 0, len(text))
	for len(text) > 0 {
		n := strings.IndexFunc(text, func(c rune) bool { return c >= utf8.RuneSelf })
		if n < 0 {
			return append(out, text...)
		}
		out, text = append(out, text[:n]...), text[n:]
		end := strings.IndexFunc(text, func(c rune) bool { return c < utf8.RuneSelf })
		if end < 0 {
			end = len(text)
		}
		once, ok := undone(text[:end])
		if !ok {
			once = text[:end]
		}
		out, text = append(out, once...), text[end:]
	}
	return out
}

// undone is what a run of signs beyond ASCII was before UTF-8 was made of it for
// the second time; false where it was not.
func undone(run string) (once string, ok bool) {
	for _, bytesOf := range takenFor() {
		var b []byte
		for _, c := range run {
			was, has := bytesOf[c]
			if !has {
				b = nil
				break
			}
			b = append(b, was)
		}
		if len(b) > 1 && utf8.Valid(b) && isEuropean(b) {
			return string(b), true
		}
	}
	return "", false
}

// isEuropean reports whether all signs of a text beyond ASCII are those of texts
// in Latin letters.
func isEuropean(b []byte) bool {
	return bytes.IndexFunc(b, func(c rune) bool {
		return c >= utf8.RuneSelf && (c < 0xa0 || c > 0x17f) && (c < 0x2010 || c > 0x2044) && c != '€' && c != '™'
	}) < 0
}

// doubleEncodedBegins are the signs that the first bytes of nearly all letters of Europe
// become where UTF-8 is taken for another encoding.
var doubleEncodedBegins = []string{"Ã", "Â", "√", "¬", "├", "┬"}

// MayBeDoubleEncoded reports whether IsDoubleEncoded may be true of a text.
func MayBeDoubleEncoded(text string) bool {
	return slices.ContainsFunc(doubleEncodedBegins, func(begin string) bool { return strings.Contains(text, begin) })
}

// doubled counts the runs of signs beyond ASCII in a text: those that were made
// UTF-8 twice, and all.
func doubled(text []byte) (twice, all int) {
	if !MayBeDoubleEncoded(string(text)) {
		return 0, 0
	}
	for len(text) > 0 {
		n := bytes.IndexFunc(text, func(c rune) bool { return c >= utf8.RuneSelf })
		if n < 0 {
			return twice, all
		}
		text = text[n:]
		end := bytes.IndexFunc(text, func(c rune) bool { return c < utf8.RuneSelf })
		if end < 0 {
			end = len(text)
		}
		all++
		if IsDoubleEncoded(string(text[:end])) {
			twice++
		}
		text = text[end:]
	}
	return twice, all
}

// IsDoubleEncoded reports whether a text has signs of which UTF-8 was made twice: Ã¶ for ö.
func IsDoubleEncoded(s string) bool {
	for i := 0; i < len(s); {
		c, n := utf8.DecodeRuneInString(s[i:])
		if c < utf8.RuneSelf {
			i++
			continue
		}
		end := i + n
		for end < len(s) && s[end] >= utf8.RuneSelf {
			end++
		}
		if slices.Contains(doubleEncodedBegins, string(c)) {
			if _, ok := undone(s[i:end]); ok {
				return true
			}
		}
		i = end
	}
	return false
}
