package flows

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "plain text 123", "plain text 123"},
		{"letters of all scripts", "Käyttäjä — Übergröße 東京 😀", "Käyttäjä — Übergröße 東京 😀"},
		{"line breaks", "a\r\nb\nc\rd\u2028e\u0085f", "a\nb\nc\nd\ne\nf"},
		{"tab", "a\tb", "a b"},
		{"colour", "a\x1b[31mred\x1b[0m", "ared"},
		{"clipboard", "a\x1b]52;c;ZXZpbA==\ab", "ab"},
		{"title, ended by ST", "a\x1b]0;evil\x1b\\b", "ab"},
		{"device control", "a\x1bPq#0\x1b\\b", "ab"},
		{"sequence without end keeps the text", "a\x1b]0;the rest of the note", "a]0;the rest of the note"},
		{"broken sequence keeps the text", "a\x1b[12\nb", "a[12\nb"},
		{"escape at the end", "a\x1b", "a"},
		{"single escape", "a\x1bcb", "acb"},
		{"other controls", "a\x00\x07\x08\x0b\x7fb", "ab"},
		{"C1 as UTF-8", "a\u009b31m\u0090b", "a31mb"},
		{"C1 as bytes", "a\x9b31mb", "a\uFFFD31mb"},
		{"bidi", "a\u202eb\u2066c\u200fd\u061ce", "abcde"},
		{"zero width", "a\u200bb\u200cc\u200dd\u2060e\u00adf", "abcdef"},
		{"byte order mark", "\uFEFFa", "a"},
		{"tags", "a\U000E0041\U000E007Fb", "ab"},
		{"variation selectors", "a\uFE0Fb\U000E0100c", "abc"},
		{"fillers", "a\u3164b\u115fc\u034fd", "abcd"},
		{"no characters", "a\uFFFEb\uFFFFc\U0010FFFFd", "abcd"},
		{"invalid UTF-8", "a\xff\xc3b", "a\uFFFD\uFFFDb"},
		{"surrogate", "a\xed\xa0\x80b", "a\uFFFD\uFFFD\uFFFDb"},
	} {
		if got := Clean(c.in); got != c.want {
			t.Errorf("%s: Clean(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
	if got := CleanLine("a\nb\r\nc"); got != "a b c" {
		t.Errorf("CleanLine gives %q", got)
	}
	if n := testing.AllocsPerRun(100, func() { Clean("a plain line\nand another") }); n != 0 {
		t.Errorf("cleaning what is clean allocates %.0f times", n)
	}
}

// safe reports what a screen must not get.
func safe(s string) (rune, bool) {
	for _, r := range s {
		if r != '\n' && unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Variation_Selector, unicode.Bidi_Control) {
			return r, false
		}
	}
	return 0, utf8.ValidString(s)
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "a\x1b[", "\x1b]0;x\x1b\\", "\u202e", "\xc2\x9b", "\x1b\x1b]\a", "\x1b[\x1b[m", "e\u0301\U000E0001"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		clean := Clean(s)
		if r, ok := safe(clean); !ok {
			t.Fatalf("Clean(%q) = %q has %U in it", s, clean, r)
		}
		if again := Clean(clean); again != clean {
			t.Fatalf("Clean twice: %q, then %q", clean, again)
		}
	})
}

func TestNormalise(t *testing.T) {
	for _, c := range []struct {
		name string
		t    Type
		area bool
		in   string
		want string
		said string
	}{
		{"nothing", TypeText, false, "Muster GmbH", "Muster GmbH", ""},
		{"ends", TypeText, false, " Muster GmbH \n", "Muster GmbH", "Removed: spaces at the ends."},
		{"composed letters are no removal", TypeText, false, "Mu\u0308ller", "Müller", ""},
		{"line break", TypeText, false, "a\r\nb", "a b", "Removed: line breaks (now spaces)."},
		{"tab", TypeText, false, "a\tb", "a b", "Removed: line breaks (now spaces)."},
		{"area keeps lines", TypeText, true, "a\r\nb\n", "a\nb", "Removed: spaces at the ends."},
		{"no-break space", TypeText, false, "a\u00a0b\u202fc", "a b c", "Removed: special spaces (now plain ones)."},
		{"no-break space at the end", TypeText, false, "a\u00a0", "a", "Removed: spaces at the ends."},
		{"zero width", TypeCode, false, "12\u200b34\uFEFF", "1234", "Removed: invisible characters (2)."},
		{"direction", TypeEmail, false, "a@\u202eexample.org", "a@example.org", "Removed: characters that change the writing direction (1)."},
		{"control", TypeText, false, "a\x1b[31mb", "a[31mb", "Removed: invisible characters (1)."},
		{"broken bytes", TypeText, false, "a\xffb", "ab", "Removed: invisible characters (1)."},
		{"a written replacement character stays", TypeText, false, "a\uFFFDb", "a\uFFFDb", ""},
		{"several", TypeText, false, " a\nb\u200b", "a b", "Removed: spaces at the ends, line breaks (now spaces), invisible characters (1)."},
		{"secret keeps its middle", TypeSecret, false, "a \u200bb\n", "a \u200bb", "Removed: spaces at the ends."},
		{"file keeps all", TypeFile, false, " a ", " a ", ""},
		{"emails keep lines", TypeEmails, false, "a@example.org\nb@example.org", "a@example.org\nb@example.org", ""},
	} {
		got, removed := Normalise(c.t, c.in, c.area)
		if got != c.want {
			t.Errorf("%s: Normalise(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
		sentence := ""
		if removed.Any() {
			p := removed.Problem()
			if p.Code != "normalised" || p.Level != Tell {
				t.Errorf("%s: the problem is %+v", c.name, p)
			}
			sentence = inEnglish(p.Message)
		}
		if sentence != c.said {
			t.Errorf("%s: it says %q, want %q", c.name, sentence, c.said)
		}
	}
}

func FuzzNormalise(f *testing.F) {
	for _, s := range []string{" a ", "a\r\nb", "\u200b", "e\u0301", "\x1b[0m", "\u2028", "\u00a0x\u3000"} {
		f.Add(s, false)
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, area bool) {
		got, _ := Normalise(TypeText, s, area)
		if r, ok := safe(got); !ok {
			t.Fatalf("Normalise(%q) = %q has %U in it", s, got, r)
		}
		if !area && strings.Contains(got, "\n") {
			t.Fatalf("Normalise(%q) = %q has two lines", s, got)
		}
		if strings.TrimSpace(got) != got || !norm.NFC.IsNormalString(got) {
			t.Fatalf("Normalise(%q) = %q is not normal", s, got)
		}
		again, removed := Normalise(TypeText, got, area)
		if again != got || removed.Any() {
			t.Fatalf("Normalise twice: %q, then %q, %+v", got, again, removed)
		}
	})
}
