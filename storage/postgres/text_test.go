package postgres

import (
	"strings"
	"testing"
	"unicode/utf8"

	"lotse/storage/storetest"
)

func FuzzKept(f *testing.F) {
	for _, s := range []string{"", "Müller", "a\x00b", "\xff", `\x`, `\x41`, `\xzz`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		k := kept(s)
		if !utf8.ValidString(k) || strings.Contains(k, "\x00") {
			t.Errorf("%q is kept as %q, which a server refuses", s, k)
		}
		if got := asWritten(k); got != s {
			t.Errorf("%q comes back as %q", s, got)
		}
		if l := shown(s); !utf8.ValidString(l) || strings.Contains(l, "\x00") {
			t.Errorf("%q is shown as %q", s, l)
		}
	})
}

func TestLexemes(t *testing.T) {
	got := lexemes(storetest.Index("Müller & Söhne", "müller", "söhne\x00 12 \xff", "x\u0301"))
	if want := "muller sohne 12 x"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for _, long := range []string{strings.Repeat("u", 2*maxLexeme), strings.Repeat("猫", maxLexeme), "x" + strings.Repeat("猫", maxLexeme)} {
		got := lexeme(long)
		if len(got) > maxLexeme || len(got) < maxLexeme-utf8.UTFMax || !utf8.ValidString(got) || !strings.HasPrefix(long, got) {
			t.Errorf("%d bytes: %.20q", len(got), got)
		}
	}
}
