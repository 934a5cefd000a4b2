package flows

import (
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"lotse/flows/words"
)

// FuzzEmail holds what every address that is taken keeps.
func FuzzEmail(f *testing.F) {
	for _, seed := range []string{"it@example.org", "it@münchen.example", "a@b", "Max <a@b.org>", "a@xn--a.org", "a@[::1]", "a\u200b@b.org", "\xff@b.org", "a@b.org\r\nBcc: c@d.org", strings.Repeat("a", 65) + "@b.org"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, problems := field(TypeEmail, Rule{Name: "look-alike", Level: Warn}, Rule{Name: "known-typo", Level: Warn}, Rule{Name: "free-mail", Level: Warn}, Rule{Name: "shared-mailbox", Level: Warn}).Read(s, saturday)
		for _, p := range problems {
			if inEnglish(p.Message) != CleanLine(inEnglish(p.Message)) || p.Level == Must {
				return
			}
		}
		address, isText := v.(string)
		if !isText {
			return
		}
		local, domain, _ := cutLast(address, '@')
		switch {
		case local == "" || !strings.Contains(domain, "."), len(local) > 64, len(local)+1+len(lookup(domain)) > 254:
			t.Errorf("%q is taken as %q", s, address)
		case strings.ContainsAny(address, " \r\n\t<>,;\"") || Clean(address) != address || !utf8.ValidString(address):
			t.Errorf("%q is taken as %q, which has in it what no address has", s, address)
		}
		if again, _ := field(TypeEmail).Read(address, saturday); again != v {
			t.Errorf("%q is read as %q, and that as %q", s, v, again)
		}
	})
}

// FuzzURL holds that an address that is taken is one on the web, of nobody.
func FuzzURL(f *testing.F) {
	for _, seed := range []string{"https://example.org", "http://[::1]:1/", "https://me@example.org", "https:///x", "HTTPS://EXAMPLE.ORG/%zz", "https://a b", "javascript:x", "https://example.org:99999", `https://example.org\@evil`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, problems := field(TypeURL, Rule{Name: "https", Level: Warn}).Read(s, saturday)
		for _, p := range problems {
			if p.Level == Must {
				return
			}
		}
		text, isText := v.(string)
		if !isText {
			return
		}
		u, err := url.Parse(text)
		if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil || strings.ContainsAny(text, " \r\n\t") {
			t.Errorf("%q is taken as %q", s, text)
		}
	})
}

// manyParameters is a query of a hundred names.
func manyParameters() string {
	var b strings.Builder
	for c := range 100 {
		b.WriteString("&p" + strings.Repeat("x", c) + "=1")
	}
	return b.String()
}

// FuzzRelationship holds that a link is taken apart whatever it is, and that
// every doubt has a sentence that is safe to show.
func FuzzRelationship(f *testing.F) {
	for _, seed := range []string{directLink, indirectLink, directLink + directLink, strings.ReplaceAll(directLink, "&", `\&`), "https://x/#?invType=%zz", "https://x?a;b=c&&=&#", "::", "https://x/?partnerId=\x1b[31m&\u202e=1", "https://x/?" + strings.Repeat("a&b&c&d&e&", 10) + manyParameters()} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		parts := Relationship(s)
		if len(parts) == 0 || len(parts) > 50 {
			t.Fatalf("%q has %d parts", s, len(parts))
		}
		for _, p := range parts {
			if p.Warning.IsZero() {
				continue
			}
			for _, lang := range words.Languages() {
				if text := words.Say(lang, p.Warning); !words.Has(p.Warning.Code) || text != CleanLine(text) {
					t.Errorf("%s %q: %q", lang, s, text)
				}
			}
		}
		findTwice(s)
	})
}
