package check

import (
	"encoding/base64"
	"encoding/hex"
	"html"
	"net/url"
	"slices"
	"strings"

	"lotse/flows"
)

// hidden replaces a secret that a server has repeated.
const hidden = "•••"

// minHidden is the minimum length of a secret that is searched for: a shorter
// one would remove letters of our own words.
const minHidden = 4

// hide keeps a secret, or a token, out of everything that the check reports.
func (j *job) hide(secret string) {
	if secret != "" {
		j.secrets = append(j.secrets, secret)
	}
}

// safe is a text on one line that is safe to show and to keep: without control
// characters, and without the check's secrets, in case a server repeats one.
func (j *job) safe(s string) string { return j.withoutSecrets(flows.CleanLine(s)) }

// withoutSecrets is a text without the check's secrets, and else as it is.
func (j *job) withoutSecrets(s string) string {
	for _, secret := range j.secrets {
		if len(secret) >= minHidden && len(s) >= len(secret) { // no form is shorter
			s = removeSecret(s, secret)
		}
	}
	return s
}

// removeSecret removes a secret from a text, in every encoding in which a
// server may repeat it, ignoring case.
func removeSecret(s, secret string) string {
	raw := []byte(secret)
	turned := []rune(secret)
	slices.Reverse(turned)
	for _, form := range []string{secret, string(turned), url.QueryEscape(secret), url.PathEscape(secret), html.EscapeString(secret), hex.EncodeToString(raw)} {
		s = replaceForm(s, form, func(byte) bool { return false })
	}
	for _, enc := range []*base64.Encoding{base64.RawStdEncoding, base64.RawURLEncoding} {
		for _, text := range []string{secret, url.QueryEscape(secret)} {
			for before := range 3 {
				s = replaceForm(s, base64Core(enc, text, before), isBase64)
			}
		}
	}
	return s
}

// base64Core is the part of a text's base64 form that does not depend on what
// surrounds it; before is the number of bytes before the text, modulo three.
// Basic authentication has the id there.
func base64Core(enc *base64.Encoding, text string, before int) string {
	all := enc.EncodeToString([]byte(strings.Repeat(" ", before) + text))
	return all[(before*8+5)/6 : (before+len(text))*8/6]
}

func isBase64(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("+/-_=", c) >= 0
}

// replaceForm replaces one form of a secret, and the rest of the word around
// it. Its time is linear in the text, however often a server repeats a secret.
func replaceForm(s, form string, word func(byte) bool) string {
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

// lower puts ASCII letters into lower case, and leaves every byte in its
// place, those that are no UTF-8 too: strings.Map would make three bytes of one.
func lower(s string) string {
	small := []byte(s)
	for i, b := range small {
		if b >= 'A' && b <= 'Z' {
			small[i] = b + 'a' - 'A'
		}
	}
	return string(small)
}
