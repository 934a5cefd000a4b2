package words

import (
	"maps"
	"slices"
	"strings"
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

// TestForm: one thing has a form of its own, and so has one thing too few; none,
// and what is no whole number, are many.
func TestForm(t *testing.T) {
	for _, lang := range append(Languages(), "sv") {
		for v, want := range map[any]string{int64(1): "row", int64(-1): "row", int64(0): "rows", int64(2): "rows", int64(-2): "rows", int64(11): "rows", int64(21): "rows", 1.0: "rows", "1": "rows"} {
			if got := form(lang, v, "row|rows"); got != want {
				t.Errorf("%s, %v: %s, want %s", lang, v, got, want)
			}
		}
	}
}

// TestList puts the language's word before the last of several, and nothing
// before the only one.
func TestList(t *testing.T) {
	for lang, and := range map[string]string{English: " and ", German: " und ", Finnish: " ja ", "sv": " and "} {
		for want, list := range map[string][]string{"": nil, "a": {"a"}, "a" + and + "b": {"a", "b"}, "a, b" + and + "c": {"a", "b", "c"}} {
			if got := List(lang, list); got != want {
				t.Errorf("%s: %q, want %q", lang, got, want)
			}
		}
	}
}

// TestEnglishStandsInAsAWhole: a sentence that a language does not have is
// English, and so is what stands in it.
func TestEnglishStandsInAsAWhole(t *testing.T) {
	const code = "store.newer_procedure"
	were := languages
	languages = []*tongue{&inEnglish, {code: German, manner: inGerman.manner}}
	defer func() { languages = were }()
	m := message{code, map[string]any{"digest": []string{"a", "b"}, "format": 1.5}}
	if got, want := Say(German, m), Say(English, m); got != want || !strings.Contains(got, "a and b") || !strings.Contains(got, "1.5") {
		t.Errorf("%q, in English %q", got, want)
	}
}

// TestTime: midnight in the zone of the day is a day, and anywhere else a time.
func TestTime(t *testing.T) {
	for want, at := range map[string]time.Time{
		"3.2.2026":       time.Date(2026, 2, 3, 0, 0, 0, 0, time.UTC),
		"3.2.2026 00.01": time.Date(2026, 2, 3, 0, 1, 0, 0, time.UTC),
		"3.2.2026 02.00": time.Date(2026, 2, 3, 2, 0, 0, 0, time.FixedZone("", 2*60*60)),
	} {
		if got := Time(Finnish, at); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// TestInsert: a brace that opens no name is a brace, and what an argument says is
// not read again.
func TestInsert(t *testing.T) {
	arg := func(name string) (any, bool) { return "{x}", name == "x" }
	for sentence, want := range map[string]string{
		"none": "none", "{x}": "{x}", "{y} {x}": "{y} {x}", "{x": "{x", "{ {x}": "{ {x}", "<{x}>": "<{x}>", "{x}{x}": "{x}{x}", "}": "}", "{name": "{name",
	} {
		if got := insert(English, sentence, arg); got != want {
			t.Errorf("%q: %q, want %q", sentence, got, want)
		}
	}
}

// message is what can be said.
type message struct {
	code string
	args map[string]any
}

func (m message) Key() string { return m.code }

func (m message) Arg(name string) (any, bool) {
	v, ok := m.args[name]
	return v, ok
}

func (m message) Names() []string { return slices.Sorted(maps.Keys(m.args)) }

// TestDaysInWords: what is short and what is full, in each language.
func TestDaysInWords(t *testing.T) {
	day := time.Date(2026, 12, 5, 9, 7, 0, 0, time.UTC)
	for _, c := range []struct{ lang, same, other, full, clock string }{
		{English, "5 Dec", "5 Dec 2026", "Saturday 5 December 2026", "09:07"},
		{German, "5.12.", "5.12.2026", "Samstag, 5.12.2026", "09:07"},
		{Finnish, "5.12.", "5.12.2026", "lauantai 5.12.2026", "09.07"},
		{"sv", "5 Dec", "5 Dec 2026", "Saturday 5 December 2026", "09:07"},
	} {
		got := []string{ShortDay(c.lang, day, day), ShortDay(c.lang, day, day.AddDate(1, 0, 0)), FullDay(c.lang, day), Clock(c.lang, day)}
		if want := []string{c.same, c.other, c.full, c.clock}; !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", c.lang, got, want)
		}
	}
}
