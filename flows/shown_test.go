package flows

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestShown(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "plain\ttext 123", "plain\ttext 123"},
		{"letters of all scripts", "Käyttäjä — 東京 😀 שלום", "Käyttäjä — 東京 😀 שלום"},
		{"line breaks", "a\r\nb\nc\rd\u2028e\u0085f", "a\nb\nc\nd\ne\nf"},
		{"escape sequence", "a\x1b[31mred", "a[U+001B][31mred"},
		{"NUL, bell, delete", "a\x00\a\x7f", "a[U+0000][U+0007][U+007F]"},
		{"turned around", "user\u202efdp.exe\u2066", "user[U+202E]fdp.exe[U+2066]"},
		{"zero width", "pay\u200bpal\ufeff", "pay[U+200B]pal[U+FEFF]"},
		{"joiner within Latin", "pay\u200dpal", "pay[U+200D]pal"},
		{"joiner within an emoji", "👩\u200d💻 ❤\ufe0f", "👩\u200d💻 ❤\ufe0f"},
		{"a joiner behind a joiner", "א\u200d\u200d", "א\u200d\u200d"},
		{"a joiner behind one that is shown", "\u200d\u200d\ufe0f", "[U+200D][U+200D][U+FE0F]"},
		{"a joiner behind a line break", "é\u2028\u200dx", "é\n[U+200D]x"},
		{"broken bytes", "a\xffb", "a\ufffdb"},
		{"no character", "a\U0010ffff", "a[U+10FFFF]"},
	} {
		if got := Shown(c.in); got != c.want {
			t.Errorf("%s: Shown(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func FuzzShown(f *testing.F) {
	for _, s := range []string{"", "a\x1b[", "\u202e", "e\u0301\U000E0001", "é\u200d", "\xc2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		shown := Shown(s)
		for _, r := range shown {
			if r != '\t' && r != '\n' && isUnsafe(r) && !isShaping(r) {
				t.Fatalf("Shown(%q) = %q has %U in it", s, shown, r)
			}
		}
		if !utf8.ValidString(shown) || Shown(shown) != shown {
			t.Fatalf("Shown twice of %q: %q", s, Shown(shown))
		}
		if letters := Clean(s); !strings.Contains(s, "\x1b") && len(shown) < len(letters) {
			t.Fatalf("Shown(%q) = %q says less than Clean: %q", s, shown, letters)
		}
	})
}
