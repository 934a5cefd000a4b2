package check

import (
	"encoding/base64"
	"encoding/hex"
	"html"
	"net/url"
	"strings"

	"lotse/flows"
)

// hidden stands in place of a secret that a server has repeated.
const hidden = "•••"

// fewest is how long a secret has to be to be looked for everywhere: a shorter
// one would take letters out of our own words.
const fewest = 4

// hide has a secret, or a token, stand nowhere in what the check tells.
func (j *job) hide(secret string) {
	if secret != "" {
		j.secrets = append(j.secrets, secret)
	}
}

// safe is a text on one line, safe to show and to keep: without what a terminal
// obeys, and without the check's secrets, should a server have repeated one.
func (j *job) safe(s string) string {
	s = flows.CleanLine(s)
	for _, secret := range j.secrets {
		if len(secret) >= fewest {
			s = without(s, secret)
		}
	}
	return s
}

// without is a text without a secret, in the forms that a server may give it
// back in, whatever the case of its letters.
func without(s, secret string) string {
	raw := []byte(secret)
	for _, form := range []string{secret, url.QueryEscape(secret), url.PathEscape(secret), html.EscapeString(secret), hex.EncodeToString(raw)} {
		s = cutOut(s, form, func(byte) bool { return false })
	}
	for _, enc := range []*base64.Encoding{base64.RawStdEncoding, base64.RawURLEncoding} {
		for _, text := range []string{secret, url.QueryEscape(secret)} {
			for before := range 3 {
				s = cutOut(s, base64Core(enc, text, before), isBase64)
			}
		}
	}
	return s
}

// base64Core is what of a text stands in base64 whatever is before and behind
// it, where so many bytes beyond a multiple of three are before it: Basic, for
// one, has the id there.
func base64Core(enc *base64.Encoding, text string, before int) string {
	all := enc.EncodeToString([]byte(strings.Repeat(" ", before) + text))
	return all[(before*8+5)/6 : (before+len(text))*8/6]
}

func isBase64(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("+/-_=", c) >= 0
}

// cutOut puts hidden in place of a form, and of what is part of the same word. Its
// time grows with the text alone, however often a server repeats a secret.
func cutOut(s, form string, word func(byte) bool) string {
	small := lower(s)
	form = lower(form)
	var b strings.Builder
	from := 0
	for {
		i := strings.Index(small[from:], form)
		if i < 0 {
			break
		}
		begin, end := from+i, from+i+len(form)
		for begin > from && word(s[begin-1]) {
			begin--
		}
		for end < len(s) && word(s[end]) {
			end++
		}
		b.WriteString(s[from:begin])
		b.WriteString(hidden)
		from = end
	}
	if from == 0 {
		return s
	}
	b.WriteString(s[from:])
	return b.String()
}

// lower makes the letters of ASCII small, and leaves every byte in its place.
func lower(s string) string {
	return strings.Map(func(c rune) rune {
		if c >= 'A' && c <= 'Z' {
			return c + 'a' - 'A'
		}
		return c
	}, s)
}
