package spell_test

import (
	"reflect"
	"strings"
	"testing"

	"lotse/flows/spell"
)

// said is what is said of a value, without what a face adds.
func said(a spell.Alphabet, value string) string {
	var out []string
	for _, p := range spell.Value(a, value) {
		word := p.Word
		if p.Kind == spell.Digits {
			word = p.Text
		}
		if p.Accent != "" {
			word += "+" + p.Accent
		}
		out = append(out, word)
	}
	return strings.Join(out, " ")
}

// TestLetters has a word for each letter in each alphabet: another for each, which
// a capital and a small letter share. The towns are those of the norm.
func TestLetters(t *testing.T) {
	letters := map[spell.Alphabet]string{
		spell.DIN:     "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜß",
		spell.Finnish: "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ",
		spell.ICAO:    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
	}
	for _, a := range spell.Alphabets() {
		seen := map[string]rune{}
		for _, r := range letters[a] {
			p := spell.Value(a, string(r))
			if len(p) != 1 || p[0].Kind != spell.Letter || p[0].Word == "" || p[0].Accent != "" {
				t.Errorf("%s has no word for %c: %+v", a, r, p)
				continue
			}
			if was, twice := seen[p[0].Word]; twice {
				t.Errorf("%s says %q for %c and %c", a, p[0].Word, was, r)
			}
			seen[p[0].Word] = r
			if small := said(a, strings.ToLower(string(r))); small != p[0].Word {
				t.Errorf("%s says %q for the small letter of %c, want %q", a, small, r, p[0].Word)
			}
		}
	}
	for value, want := range map[string]string{
		"Äöü":  "Umlaut Aachen Umlaut Offenbach Umlaut Unna",
		"sIß":  "Salzwedel Ingelheim Eszett",
		"nvQg": "Nürnberg Völklingen Quickborn Goslar",
	} {
		if got := said(spell.DIN, value); got != want {
			t.Errorf("DIN 5009 says %q of %s, want %q", got, value, want)
		}
	}
	if got := said(spell.Finnish, "Åöwz"); got != "Åke öljy wiski tseta" {
		t.Errorf("in Finnish %q is said", got)
	}
	if got := said(spell.ICAO, "ajx"); got != "Alfa Juliett X-ray" {
		t.Errorf("internationally %q is said", got)
	}
}

// TestSigns has a name for every printable character of ASCII that is neither a
// letter nor a digit.
func TestSigns(t *testing.T) {
	known := map[string]bool{}
	for _, s := range spell.Signs() {
		known[s] = true
	}
	names := map[string]rune{}
	for r := ' '; r < 0x7f; r++ {
		if strings.ContainsRune("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", r) {
			continue
		}
		p := spell.Value(spell.ICAO, string(r))
		if len(p) != 1 || p[0].Kind != spell.Sign || !known[p[0].Word] {
			t.Errorf("%q has no name: %+v", r, p)
			continue
		}
		if was, twice := names[p[0].Word]; twice {
			t.Errorf("%q and %q have the name %s", was, r, p[0].Word)
		}
		names[p[0].Word] = r
	}
	if got := said(spell.ICAO, "a.b-c_d@e"); got != "Alfa dot Bravo hyphen Charlie underscore Delta at Echo" {
		t.Errorf("%q is said", got)
	}
}

// TestDigits says digits in groups of two to four, none left alone beside others.
func TestDigits(t *testing.T) {
	for value, want := range map[string]string{
		"7": "7", "47": "47", "4711": "4711", "12345": "123 45", "123456": "123 456", "1234567": "1234 567",
		"123456789": "123 456 789", "1234567890": "1234 567 890", "12a345b6": "12 Alfa 345 Bravo 6",
		"٣": "U+0663", "１": "U+FF11",
	} {
		if got := said(spell.ICAO, value); got != want {
			t.Errorf("of %s %q is said, want %q", value, got, want)
		}
	}
	for n := 2; n < 60; n++ {
		for _, p := range spell.Value(spell.ICAO, strings.Repeat("5", n)) {
			if len(p.Text) < 2 || len(p.Text) > 4 {
				t.Errorf("%d digits have a group of %d", n, len(p.Text))
			}
		}
	}
}

// TestWhole gives back the value: nothing of it is left out, whatever it is.
func TestWhole(t *testing.T) {
	for _, value := range []string{"", "Muster-01@example.org", "mаster", "\x1b[31m", "\u202eabc", "日本", "a\u0301", "é", "ŕ", "\x00", strings.Repeat("aB3_", 2500)} {
		for _, a := range spell.Alphabets() {
			var text strings.Builder
			for _, p := range spell.Value(a, value) {
				if p.Kind != spell.Digits && p.Word == "" {
					t.Errorf("nothing is said of %q in %q", p.Text, value)
				}
				text.WriteString(p.Text)
			}
			if got := text.String(); got != value && value != "a\u0301" {
				t.Errorf("%q was spelled as %q", value, got)
			}
		}
	}
}

// TestOthers says accents, and by their code point the letters that have no word:
// one that only looks like a plain letter is marked.
func TestOthers(t *testing.T) {
	if got := said(spell.DIN, "éŠñ"); got != "Essen+acute Salzwedel+caron Nürnberg+tilde_over" {
		t.Errorf("%q is said", got)
	}
	if got := said(spell.ICAO, "äå"); got != "Alfa+diaeresis Alfa+ring" {
		t.Errorf("%q is said", got)
	}
	p := spell.Value(spell.DIN, "а") // Cyrillic
	if len(p) != 1 || p[0].Kind != spell.Other || p[0].Word != "U+0430" || p[0].Alike != "a" {
		t.Errorf("a Cyrillic letter is %+v", p)
	}
	if p := spell.Value(spell.DIN, "日"); p[0].Alike != "" || p[0].Word != "U+65E5" {
		t.Errorf("a Chinese letter is %+v", p)
	}
}

// TestAlike marks what is mistaken for something else: digits beside letters only.
func TestAlike(t *testing.T) {
	marks := func(value string) (read, heard []string) {
		for _, p := range spell.Value(spell.ICAO, value) {
			read, heard = append(read, p.Alike), append(heard, p.Sounds)
		}
		return read, heard
	}
	for value, want := range map[string][]string{
		"l": {"1I"}, "I": {"1l"}, "i": {""}, "O": {"0"}, "0": {""}, "a0": {"", "O"}, "1": {""}, "1a": {"lI", ""}, "x": {""}, "L": {""},
	} {
		if got, _ := marks(value); !reflect.DeepEqual(got, want) {
			t.Errorf("%s looks like %q, want %q", value, got, want)
		}
	}
	if _, heard := marks("bDptk"); !reflect.DeepEqual(heard, []string{"dpt", "bpt", "bdt", "bdp", ""}) {
		t.Errorf("heard as %q", heard)
	}
}

func TestCase(t *testing.T) {
	for value, want := range map[string]spell.Case{"": spell.NoLetters, "4711-": spell.NoLetters, "ab1": spell.Small, "AB1": spell.Capital, "Ab": spell.Mixed, "ß": spell.Small, "日": spell.NoLetters} {
		if got := spell.CaseOf(value); got != want {
			t.Errorf("the case of %q is %d, want %d", value, got, want)
		}
	}
}

func FuzzValue(f *testing.F) {
	f.Add("Muster-01@example.org", "din5009")
	f.Add("0О1l", "finnish")
	f.Fuzz(func(t *testing.T, value, a string) {
		if value = strings.ToValidUTF8(value, "?"); value == "" {
			return
		}
		for _, p := range spell.Value(spell.Alphabet(a), value) {
			if p.Text == "" || p.Kind != spell.Digits && p.Word == "" {
				t.Errorf("of %q %+v is said", value, p)
			}
		}
	})
}
