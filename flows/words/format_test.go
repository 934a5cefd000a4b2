package words

import (
	"testing"
	"time"
)

// TestLongDay: a letter's days are as the language writes them.
func TestLongDay(t *testing.T) {
	for lang, want := range map[string]string{English: "3 February 2026", German: "3.2.2026", Finnish: "3.2.2026", "sv": "3 February 2026"} {
		if got := LongDay(lang, time.Date(2026, 2, 3, 0, 0, 0, 0, time.UTC)); got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
}

// TestCount: thousands are set apart, and nothing else is.
func TestCount(t *testing.T) {
	for _, c := range []struct {
		lang string
		n    int
		want string
	}{
		{English, 0, "0"},
		{English, 999, "999"},
		{English, 1000, "1,000"},
		{German, 5_000_000, "5.000.000"},
		{Finnish, 12345, "12\u00a0345"},
		{English, -100, "-100"},
		{English, -1000, "-1,000"},
		{"sv", 1000, "1,000"},
	} {
		if got := Count(c.lang, c.n); got != c.want {
			t.Errorf("%s %d: %q, want %q", c.lang, c.n, got, c.want)
		}
	}
}
