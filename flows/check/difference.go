package check

import (
	"strings"
	"unicode"

	"golang.org/x/net/idna"
	"golang.org/x/text/unicode/norm"

	"lotse/flows"
)

// difference says how two addresses differ, and where.
type difference struct {
	Finding
	detail flows.Message
}

// same is the finding for equal addresses.
var same = Finding{Status: Passed}

// differ compares two e-mail addresses. Blanks at the ends do not count, nor
// does the letter case of a domain (RFC 5321, section 2.4) or its encoding
// (RFC 5891); before the @ letter case counts, since a service may distinguish
// it.
func differ(a, b string) difference {
	a, b = norm.NFC.String(a), norm.NFC.String(b)
	if a == b {
		return difference{same, flows.Msg("check.equal")}
	}
	if strings.TrimSpace(a) == strings.TrimSpace(b) {
		return difference{same, flows.Msg("check.equal_blank")}
	}
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	if seen := visible(a); seen == visible(b) {
		return difference{differInvisible, hiddenIn(a, b)}
	}
	localA, domainA, okA := cut(a)
	localB, domainB, okB := cut(b)
	if !okA || !okB {
		return difference{differNoAddress, flows.Msg("check.no_at")}
	}
	local, domain := localParts(localA, localB), domains(domainA, domainB)
	return join(local, domain)
}

// join combines the differences before and after the @: the worse one gives
// the finding.
func join(local, domain difference) difference {
	if local.Code == "" {
		return domain
	}
	if domain.Code == "" {
		return local
	}
	both := local
	if worst(local.Status, domain.Status) != local.Status {
		both = domain
	}
	both.detail = flows.Joined("joined.semicolon", local.detail, domain.detail)
	return both
}

func cut(address string) (local, domain string, ok bool) {
	i := strings.LastIndexByte(address, '@')
	if i < 0 {
		return "", "", false
	}
	return address[:i], address[i+1:], true
}

// domains compares domains in the form in which they are looked up.
func domains(a, b string) difference {
	if a == b {
		return difference{Finding: same}
	}
	lookupA, lookupB := lookup(a), lookup(b)
	switch {
	case lookupA == lookupB && strings.EqualFold(a, b):
		return difference{same, flows.Msg("check.equal_domain_case")}
	case lookupA == lookupB:
		return difference{same, flows.Msg("check.equal_idna", "ascii", lookupA)}
	case strings.TrimSuffix(lookupA, ".") == strings.TrimSuffix(lookupB, "."):
		return difference{differDot, flows.Msg("check.trailing_dot")}
	}
	other := flows.Msg("check.other_domain", "a", a, "b", b)
	if skeleton(a) == skeleton(b) {
		return difference{differLookAlike, flows.Joined("joined.semicolon", other, flows.Msg("check.behind_at", "detail", where(a, b)))}
	}
	return difference{differDomain, other}
}

// lookup is a domain in the form in which it is looked up; if there is none,
// in lower case.
func lookup(domain string) string {
	if ascii, err := idna.Lookup.ToASCII(domain); err == nil {
		return ascii
	}
	return strings.ToLower(domain)
}

// localParts compares the parts before the @.
func localParts(a, b string) difference {
	switch {
	case a == b:
		return difference{Finding: same}
	case strings.EqualFold(a, b):
		return difference{differCase, flows.Joined("joined.semicolon", flows.Msg("check.letter_case"), where(a, b))}
	case skeleton(a) == skeleton(b):
		return difference{differLookAlike, where(a, b)}
	}
	plainA, tagA, _ := strings.Cut(a, "+")
	plainB, tagB, _ := strings.Cut(b, "+")
	if plainA == plainB {
		return difference{differLocal, flows.Msg("check.plus_tag", "tag", "+"+tagA+tagB)}
	}
	return difference{differLocal, where(a, b)}
}

// where says at which character two texts begin to differ.
func where(a, b string) flows.Message {
	x, y := []rune(a), []rune(b)
	i := 0
	for i < len(x) && i < len(y) && x[i] == y[i] {
		i++
	}
	at := i + 1
	switch {
	case i == len(x):
		return flows.Msg("check.longer", "n", at, "rest", string(y[i:]))
	case i == len(y):
		return flows.Msg("check.shorter", "n", at, "rest", string(x[i:]))
	}
	alike := skeleton(string(x[i])) == skeleton(string(y[i]))
	return flows.Msg("check.position", "n", at, "a", character(x[i], alike), "b", character(y[i], alike))
}

// named are easily confused characters that have a name of their own.
var named = map[rune]string{
	'l': "check.char_l", 'I': "check.char_I", '1': "check.char_1", 'O': "check.char_O", '0': "check.char_0", 'o': "check.char_o",
}

// character names a character; if another one looks alike, in a way that
// excludes it.
func character(c rune, alike bool) flows.Message {
	code, known := named[c]
	switch {
	case alike && known:
		return flows.Msg(code)
	case c > unicode.MaxASCII:
		return flows.Msg("check.char_point", "char", string(c), "point", flows.CodePoint(c))
	case c == ' ':
		return flows.Msg("check.char", "char", flows.CodePoint(c))
	}
	return flows.Msg("check.char", "char", string(c))
}

// hiddenIn names the first invisible character that only one of two texts has.
func hiddenIn(a, b string) flows.Message {
	n := 0
	x, y := []rune(a), []rune(b)
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	for _, text := range [][]rune{x, y} {
		if n < len(text) && visible(string(text[n])) == "" {
			return flows.Msg("check.invisible", "n", n+1, "point", flows.CodePoint(text[n]))
		}
	}
	return flows.Msg("check.invisible", "n", n+1, "point", "?")
}

// visible is a text without its invisible characters.
func visible(s string) string {
	return strings.Map(func(c rune) rune {
		if flows.Clean(string(c)) == "" {
			return -1
		}
		return c
	}, s)
}

// skeleton is a text with easily confused characters made the same: those of
// other alphabets, and l, I, 1, and O, 0.
func skeleton(s string) string {
	return strings.Map(func(c rune) rune {
		if plain, ok := flows.LooksLike(c); ok {
			c = plain
		}
		switch c {
		case 'I', '1', '|':
			return 'l'
		case 'O', '0':
			return 'o'
		}
		return unicode.ToLower(c)
	}, s)
}
