package check

import (
	"fmt"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/words"
)

// TestMailEqual compares two addresses that have to be the same. Sources: the
// letter case of a domain counts for nothing, that of a local part may (RFC
// 5321, section 2.4); a domain is compared as it is looked up (RFC 5890, A-label
// and U-label); look-alikes are those of Unicode Technical Standard 39.
func TestMailEqual(t *testing.T) {
	for _, c := range []struct {
		name, a, b      string
		status, finding string
		words           string
	}{
		{"the same", "info@example.org", "info@example.org", Passed, "", "All 2 addresses are the same."},
		{"letter case of the domain", "info@Example.ORG", "info@example.org", Passed, "", ""},
		{"the domain in ASCII and in letters", "info@münchen.example", "info@xn--mnchen-3ya.example", Passed, "", ""},
		{"composed and decomposed letters", "müller@example.org", "mu\u0308ller@example.org", Passed, "", ""},
		{"a blank at the end", "info@example.org ", "info@example.org", Passed, "", ""},
		{"letter case before the @", "Info@example.org", "info@example.org", Warned, "letter_case", "position 1: I instead of i"},
		{"a dot at the end", "info@example.org.", "info@example.org", Warned, "trailing_dot", "dot at the end"},
		{"l for I", "sage.lnfo@example.org", "sage.Info@example.org", Failed, "look_alike", "position 6: l (small L) instead of I (capital i)"},
		{"0 for O", "b0x@example.org", "box@example.org", Failed, "look_alike", "position 2: 0 (zero) instead of o (small O)"},
		{"a Cyrillic letter", "inf\u043e@example.org", "info@example.org", Failed, "look_alike", "position 4: о (U+043E) instead of o (small O)"},
		{"a Cyrillic letter in the domain", "info@ex\u0430mple.org", "info@example.org", Failed, "look_alike", "after the @ different at position 3: а (U+0430) instead of a"},
		{"a zero-width space", "in\u200bfo@example.org", "info@example.org", Failed, "invisible", "position 3: U+200B"},
		{"a soft hyphen in the other one", "info@example.org", "info@exam\u00adple.org", Failed, "invisible", "position 10: U+00AD"},
		{"another top level domain", "info@example.de", "info@example.com", Failed, "domain", "another domain: example.de, example.com"},
		{"a plus tag", "info+sage@example.org", "info@example.org", Failed, "local_part", "+sage"},
		{"another name", "info@example.org", "kontakt@example.org", Failed, "local_part", "position 1: i instead of k"},
		{"one is longer", "info@example.org", "info2@example.org", Failed, "local_part", "one ends at position 5, the other continues with 2"},
		{"both sides", "info@example.de", "it@example.com", Failed, "local_part", "another domain"},
		{"letter case, and another domain", "Info@example.de", "info@example.com", Failed, "domain", "upper and lower case"},
		{"no address", "info", "info@example.org", Failed, "malformed", "no @"},
	} {
		got := ran(t, Request{Check: "mail.equal", Inputs: given("must="+c.a, "must="+c.b)})
		if got.Status != c.status || got.Finding != c.finding || !strings.Contains(english(got.Message), c.words) {
			t.Errorf("%s: %s %q %q, want %s %q %q", c.name, got.Status, got.Finding, english(got.Message), c.status, c.finding, c.words)
		}
		if c.status == Failed && (len(got.Causes) != 2 || got.Causes[0].Item != flows.At("step.a") || got.Causes[1].Item != flows.At("step.b")) {
			t.Errorf("%s: causes %+v", c.name, got.Causes)
		}
	}
}

// TestMailEqualLevels is SG-12: two addresses must be the same, the third should
// be.
func TestMailEqualLevels(t *testing.T) {
	for _, c := range []struct {
		name            string
		inputs          []string
		status, finding string
		phases          int
	}{
		{"all the same", []string{"must=a@example.org", "must=a@example.org", "warn=a@example.org"}, Passed, "", 2},
		{"the third differs", []string{"must=a@example.org", "must=a@example.org", "warn=b@example.org"}, Warned, "local_part", 2},
		{"the third differs from one", []string{"must=a@example.org", "must=b@example.org", "warn=b@example.org"}, Failed, "local_part", 3},
		{"one is not known", []string{"must=-", "must=a@example.org", "warn=a@example.org"}, Unknown, "missing", 1},
		{"one is not known, two differ", []string{"must=-", "must=a@example.org", "must=b@example.org"}, Failed, "local_part", 1},
		{"the third is not known", []string{"must=a@example.org", "must=a@example.org", "warn=-"}, Passed, "", 1},
		{"only one", []string{"must=a@example.org"}, Unknown, "nothing_to_compare", 0},
		{"none", nil, Unknown, "missing", 0},
	} {
		got := ran(t, Request{Check: "mail.equal", Inputs: given(c.inputs...)})
		if got.Status != c.status || got.Finding != c.finding || len(got.Phases) != c.phases {
			t.Errorf("%s: %s %q, %d phases, want %s %q, %d", c.name, got.Status, got.Finding, len(got.Phases), c.status, c.finding, c.phases)
		}
	}
}

func TestMailEqualSpeaksEveryLanguage(t *testing.T) {
	got := ran(t, Request{Check: "mail.equal", Inputs: given("must=lnfo@example.org", "must=Info@example.org")})
	for lang, want := range map[string]string{
		"en": "A and B: different at position 1: l (small L) instead of I (capital i).",
		"de": "A und B: verschieden an Stelle 1, l (kleines L) statt I (großes i).",
		"fi": "A ja B: ero kohdassa 1: l (pieni L), toisessa I (iso i).",
	} {
		if said := words.Say(lang, got.Message); said != want {
			t.Errorf("%s: %q, want %q", lang, said, want)
		}
	}
}

func TestManyAddressesMakeABoundedResult(t *testing.T) {
	var pairs []string
	for range 5000 {
		pairs = append(pairs, "must=a@example.org")
	}
	got := ran(t, Request{Check: "mail.equal", Inputs: given(append(pairs, "must=b@example.org")...)})
	if got.Status != Failed || len(got.Phases) > maxPhases+1 {
		t.Errorf("%s with %d phases", got.Status, len(got.Phases))
	}
	for i := range pairs {
		pairs[i] = fmt.Sprintf("must=a%d@example.org", i)
	}
	for range 5000 {
		pairs = append(pairs, "warn=b@example.org")
	}
	got = ran(t, Request{Check: "mail.equal", Inputs: given(pairs...)})
	if got.Status != Failed || len(got.Phases) > maxPhases+1 || len(got.Causes) > 2*maxPhases || !strings.Contains(english(got.Message), "(54998 more)") {
		t.Errorf("%s %q with %d phases and %d causes", got.Status, english(got.Message), len(got.Phases), len(got.Causes))
	}
}

func TestMailAddress(t *testing.T) {
	for _, c := range []struct{ name, address, status, finding, words string }{
		{"a shared mailbox", "info@example.org", Passed, "", "info@example.org is well formed."},
		{"no domain", "info@", Failed, "malformed", "is not an e-mail address"},
		{"a domain without a dot", "info@kunde", Failed, "malformed", "needs a dot"},
		{"two addresses", "a@example.org, b@example.org", Failed, "malformed", ""},
		{"a local part of 65", strings.Repeat("a", 65) + "@example.org", Failed, "malformed", "too long"},
		{"letters outside ASCII before the @", "jürgen@example.org", Warned, "unicode", "before @"},
		{"a Cyrillic letter", "inf\u043e@example.org", Warned, "unicode", "before @"},
		{"a misspelt provider", "info@gmial.com", Warned, "known_typo", "did you mean gmail.com"},
		{"a free-mail provider", "muster@gmx.de", Warned, "free_mail", "gmx.de"},
		{"looks personal", "erika.muster@example.org", Warned, "personal", "looks personal"},
	} {
		got := ran(t, Request{Check: "mail.address", Inputs: given("address=" + c.address)})
		if got.Status != c.status || got.Finding != c.finding || !strings.Contains(english(got.Message), c.words) {
			t.Errorf("%s: %s %q %q, want %s %q %q", c.name, got.Status, got.Finding, english(got.Message), c.status, c.finding, c.words)
		}
	}
}

// FuzzMailEqual holds: the order of two addresses changes no verdict, and an
// address is the same as itself.
func FuzzMailEqual(f *testing.F) {
	for _, seed := range [][2]string{
		{"info@example.org", "Info@example.org"}, {"a@b", "a\u200b@b"}, {"@", ""}, {"lnfo@ex\u0430mple.org", "Info@xn--exmple-4nf.org"}, {"a@b.", "a@b"}, {"\xff@\xfe", " @ "},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 2000 {
			return
		}
		compare := func(a, b string) (string, string) {
			d := differ(a, b)
			return d.Status, d.Code
		}
		if status, finding := compare(a, a); status != Passed || finding != "" {
			t.Errorf("%q is not the same as itself: %s %s", a, status, finding)
		}
		s1, f1 := compare(a, b)
		if s2, f2 := compare(b, a); s1 != s2 || f1 != f2 {
			t.Errorf("%q, %q: %s %s, the other way round %s %s", a, b, s1, f1, s2, f2)
		}
	})
}
