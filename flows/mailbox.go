package flows

import (
	"slices"
	"strings"
	"unicode"
)

// sharedNames are local parts that stand for a role: those of RFC 2142, and
// what German, Finnish and English companies use.
var sharedNames = []string{
	"info", "marketing", "sales", "support", "abuse", "noc", "security", "postmaster", "hostmaster",
	"usenet", "news", "webmaster", "www", "uucp", "ftp",
	"it", "edv", "office", "kontakt", "contact", "buchhaltung", "rechnung", "einkauf", "verwaltung", "service",
	"admin", "toimisto", "talous", "laskutus", "myynti",
}

// looksPersonal reports whether an address reads like first.last@, which is no
// more than a sign.
func looksPersonal(address string) bool {
	local, _, _ := cutLast(strings.ToLower(address), '@')
	names := strings.FieldsFunc(local, func(c rune) bool { return c == '.' || c == '_' || c == '-' })
	if len(names) != 2 {
		return false
	}
	for _, name := range names {
		if slices.Contains(sharedNames, name) || strings.ContainsFunc(name, func(c rune) bool { return !unicode.IsLetter(c) }) {
			return false
		}
	}
	return true
}
