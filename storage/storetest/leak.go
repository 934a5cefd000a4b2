package storetest

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// Leaks finds a secret in what was written, in any form that writing gives it:
// in clear, its parts, turned round, percent-encoded, as JSON and Go quote it,
// as bytes, in UTF-16, and in base64 wherever it stands in what was encoded. It
// gives the name of the form; "" for none.
type Leaks struct {
	forms   []form
	starts  map[[2]byte][]int // forms by the two bytes that they begin with
	isStart [1 << 16]bool     // whether any begins with these two: almost none does
}

type form struct {
	name string
	text []byte
}

// NewLeaks makes ready to look for secrets and their halves. A secret needs some
// 20 characters, so that half of it is no accident.
func NewLeaks(secrets ...string) *Leaks {
	l := &Leaks{starts: map[[2]byte][]int{}}
	for _, s := range secrets {
		half := len(s) / 2
		for name, part := range map[string]string{"": s, "the first half ": s[:half], "the second half ": s[half:]} {
			l.add(s, name, part)
		}
	}
	return l
}

// NewPieces makes ready to look for every piece of n bytes of secrets whose
// pieces are no accident.
func NewPieces(n int, secrets ...string) *Leaks {
	l := &Leaks{starts: map[[2]byte][]int{}}
	for _, s := range secrets {
		for at := 0; at+n <= len(s); at++ {
			l.add(s, fmt.Sprintf("from byte %d on ", at), s[at:at+n])
		}
	}
	return l
}

// In is the form in which a secret stands in a text; "" where none does.
func (l *Leaks) In(text []byte) string {
	for i := range max(0, len(text)-1) {
		if !l.isStart[int(text[i])<<8|int(text[i+1])] {
			continue
		}
		for _, n := range l.starts[[2]byte(text[i:])] {
			if bytes.HasPrefix(text[i:], l.forms[n].text) {
				return l.forms[n].name
			}
		}
	}
	return ""
}

// form adds a form, which has two bytes at least.
func (l *Leaks) form(name string, text []byte) {
	start := [2]byte(text)
	l.starts[start] = append(l.starts[start], len(l.forms))
	l.isStart[int(start[0])<<8|int(start[1])] = true
	l.forms = append(l.forms, form{name, text})
}

// add adds the forms of a part of a secret.
func (l *Leaks) add(secret, name, part string) {
	raw := []byte(part)
	turned := slices.Clone(raw)
	slices.Reverse(turned)
	quoted, _ := json.Marshal(part) //nolint:errchkjson // a string
	decimal := strings.Trim(fmt.Sprint(raw), "[]")
	spaced := fmt.Sprintf("% x", raw)
	for how, text := range map[string]string{
		"in clear": part, "turned round": string(turned), "percent-encoded": url.QueryEscape(part), "percent-encoded as a path": url.PathEscape(part),
		"as JSON": strings.Trim(string(quoted), `"`), "as Go quotes it": strings.Trim(fmt.Sprintf("%q", part), `"`),
		"in hex": hex.EncodeToString(raw), "in capital hex": strings.ToUpper(hex.EncodeToString(raw)), "in spaced hex": spaced,
		"in bytes": decimal, "in a list of bytes": strings.ReplaceAll(decimal, " ", ","), "in Go's bytes": strings.ReplaceAll(fmt.Sprintf("% #x", part), " ", ", "),
		"in octal": strings.Trim(fmt.Sprintf("%o", raw), "[]"), "in UTF-16": wide(raw, 0, 1), "in UTF-16 of the other order": wide(raw, 1, 0),
	} {
		l.form(secret+" "+name+how, []byte(text))
	}
	for _, enc := range []*base64.Encoding{base64.RawStdEncoding, base64.RawURLEncoding} {
		for before := range 3 {
			l.form(secret+" "+name+"in base64", base64Core(enc, raw, before))
		}
	}
}

// wide is a text in ASCII as UTF-16: each byte at one place of two.
func wide(raw []byte, high, low int) string {
	units := make([]byte, 2*len(raw))
	for i, c := range raw {
		units[2*i+high], units[2*i+low] = 0, c
	}
	return string(units)
}

// base64Core is what of a text stands in base64 whatever is before and behind
// it, where so many bytes beyond a multiple of three are before it.
func base64Core(enc *base64.Encoding, raw []byte, before int) []byte {
	all := enc.EncodeToString(append(make([]byte, before), raw...))
	from := (before*8 + 5) / 6
	to := (before + len(raw)) * 8 / 6
	return []byte(all[from:to])
}
