package flows

import (
	"strings"
	"unicode"

	"golang.org/x/net/idna"
)

// The longest local part and the longest address, in octets, as they are sent
// (RFC 5321, section 4.5.3.1: a path of 256 has < and > around it), and the
// longest label and the longest name of a domain (RFC 1035, section 2.3.4; of the
// 255 octets on the wire 253 are left for letters).
const (
	maxLocal   = 64
	maxAddress = 254
	maxLabel   = 63
	maxDomain  = 253
)

// email reads one address: a local part of dot-separated atoms, and a domain
// with a dot that can be looked up.
func (r *reading) email(text string) Value {
	if strings.ContainsAny(text, "<>") {
		r.problem("email_name")
		return text
	}
	local, domain, ok := cutLast(text, '@')
	switch {
	case !ok || !isDotAtom(local) || domain == "" || strings.ContainsFunc(text, unicode.IsSpace):
		r.problem("email", "value", text)
	case len(local) > maxLocal || len(local)+1+len(lookup(domain)) > maxAddress:
		r.problem("email_long", "value", text)
	case !strings.Contains(strings.Trim(domain, "."), "."):
		r.problem("email_dot")
	case !isDomain(domain):
		r.problem("email_domain", "value", text)
	case !isASCII(local):
		r.add("email_unicode", Warn, "value", text)
	}
	return text
}

func cutLast(s string, sep byte) (before, after string, found bool) {
	i := strings.LastIndexByte(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}

// isDotAtom is RFC 5322's dot-atom, with letters and digits of all scripts.
func isDotAtom(local string) bool {
	for _, atom := range strings.Split(local, ".") {
		if atom == "" {
			return false
		}
		for _, c := range atom {
			if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) && !strings.ContainsRune("!#$%&'*+/=?^_`{|}~-", c) {
				return false
			}
		}
	}
	return true
}

// isDomain reports whether a mail domain can be looked up; an address in digits
// is none.
func isDomain(domain string) bool {
	ascii, err := idna.Lookup.ToASCII(domain)
	if err != nil || len(ascii) > maxDomain || strings.HasSuffix(ascii, ".") {
		return false
	}
	for _, label := range strings.Split(ascii, ".") {
		if label == "" || len(label) > maxLabel {
			return false
		}
	}
	_, top, _ := cutLast(ascii, '.')
	return strings.Trim(top, "0123456789") != ""
}

// MailAddress is an address as mail programs and servers take it: its domain in
// A-labels, since few of them take another; a local part in another script needs a
// server that takes it (RFC 6531) and stays as it is.
func MailAddress(address string) string {
	local, domain, ok := cutLast(address, '@')
	if !ok {
		return address
	}
	return local + "@" + lookup(domain)
}

// lookup is a domain as it is looked up and sent: in A-labels (RFC 5891). One
// that cannot be is left as it is.
func lookup(domain string) string {
	if ascii, err := idna.Lookup.ToASCII(domain); err == nil {
		return ascii
	}
	return domain
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] > unicode.MaxASCII {
			return false
		}
	}
	return true
}
