package register

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// The encodings that a text may have.
const (
	UTF8    = "utf-8"
	UTF16LE = "utf-16le"
	UTF16BE = "utf-16be"
	Windows = "windows-1252"
	Latin9  = "iso-8859-15" // of Unix, with the euro
	DOS     = "cp850"       // of DOS in the west of Europe, and of programs that come from there
	DOSUS   = "cp437"       // of DOS in America
	Mac     = "macintosh"
	Twice   = "utf-8-twice" // UTF-8 that was taken for another and made UTF-8 again
)

// codePages are the encodings of which a byte is a letter.
var codePages = []struct {
	name string
	set  *charmap.Charmap
}{
	{Windows, charmap.Windows1252},
	{Latin9, charmap.ISO8859_15},
	{DOS, charmap.CodePage850},
	{DOSUS, charmap.CodePage437},
	{Mac, charmap.Macintosh},
	{"cp865", charmap.CodePage865},
	{"windows-1250", charmap.Windows1250},
	{"windows-1257", charmap.Windows1257},
}

// Encodings are the encodings that can be asked for.
func Encodings() []string {
	all := []string{UTF8, UTF16LE, UTF16BE}
	for _, p := range codePages {
		all = append(all, p.name)
	}
	return append(all, Twice)
}

// IsUnusual reports whether an encoding is worth telling that a file has it.
func IsUnusual(encoding string) bool {
	switch encoding {
	case "", UTF8, UTF16LE, UTF16BE, Windows:
		return false
	}
	return true
}

// aliases are other names of encodings, as people and programs have them.
var aliases = map[string]string{
	"utf8": UTF8, "utf-16": UTF16LE, "utf16le": UTF16LE, "utf16be": UTF16BE,
	"cp1252": Windows, "windows1252": Windows, "ansi": Windows, "latin1": Windows, "latin-1": Windows, "iso-8859-1": Windows, "iso8859-1": Windows,
	"latin9": Latin9, "latin-9": Latin9, "iso8859-15": Latin9, "ibm850": DOS, "dos-850": DOS, "850": DOS, "ibm437": DOSUS, "dos-437": DOSUS, "437": DOSUS,
	"mac": Mac, "macroman": Mac, "mac-roman": Mac, "x-mac-roman": Mac, "ibm865": "cp865", "cp1250": "windows-1250", "cp1257": "windows-1257",
}

// EncodingNamed is the encoding of a name; false where there is none here.
func EncodingNamed(name string) (encoding string, ok bool) {
	name = strings.ToLower(strings.TrimSpace(name))
	if to := aliases[name]; to != "" {
		return to, true
	}
	for _, e := range Encodings() {
		if e == name {
			return e, true
		}
	}
	return "", false
}

// decoderOf makes UTF-8 of the cells of an encoding; nil where it is made of the
// whole text, or is not to be made.
func decoderOf(encoding string) func([]byte) []byte {
	if encoding == Twice {
		return undoDoubleEncoding
	}
	for _, p := range codePages {
		if p.name == encoding {
			return func(b []byte) []byte { return fromPage(p.set, b) }
		}
	}
	return nil
}

func fromPage(set *charmap.Charmap, b []byte) []byte {
	out := make([]byte, 0, len(b)+8)
	for _, c := range b {
		out = utf8.AppendRune(out, letterOf(set, c))
	}
	return out
}

// letterOf is what a byte is in an encoding; a control character where it is
// nothing, as in ISO 8859-1, so that the byte is known again.
func letterOf(set *charmap.Charmap, c byte) rune {
	if r := set.DecodeByte(c); r != utf8.RuneError {
		return r
	}
	return rune(c)
}

func fromWindows(b []byte) []byte { return fromPage(charmap.Windows1252, b) }
