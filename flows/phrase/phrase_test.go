package phrase

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestNeverChanges: the words of a key are a contract between installations of
// all versions. Whoever changes the list or the way to it makes two of them
// disagree, and has to find another way instead.
func TestNeverChanges(t *testing.T) {
	if got := fmt.Sprintf("%x", sha256.Sum256([]byte(list))); got != "76e31dbf21ee14bf82cfad78a0ef04b46b025fc832d2e1406845cc607376f610" {
		t.Errorf("the list has the sum %s", got)
	}
	for text, want := range map[string]string{
		"age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p": "humble knob exit lumber",
		"": "locket family side web",
	} {
		if got := Of(Recipient, text).String(); got != want {
			t.Errorf("the words of %q are %q, want %q", text, got, want)
		}
	}
}

// TestWordsCanBeToldApart holds of the list what makes it fit for the phone.
func TestWordsCanBeToldApart(t *testing.T) {
	all := words()
	if len(all) != 1296 || !slices.IsSorted(all) || len(slices.Compact(slices.Clone(all))) != len(all) {
		t.Errorf("the list has %d words; sorted %t", len(all), slices.IsSorted(all))
	}
	for i, a := range all {
		if len(a) < 3 || len(a) > 8 || strings.Trim(a, "abcdefghijklmnopqrstuvwxyz") != "" {
			t.Errorf("%q is no plain word", a)
		}
		for _, b := range all[i+1:] {
			if isClose(a, b) || strings.HasPrefix(b, a) {
				t.Errorf("%q and %q are one for the other", a, b)
			}
		}
	}
	if !isClose("boat", "coat") || !isClose("coat", "coats") || !isClose("coats", "coat") || !isClose("trail", "trial") || isClose("boat", "bank") {
		t.Error("the search finds nothing, or all")
	}
}

// isClose reports whether a word becomes another by one letter changed, added,
// left out, or swapped with its neighbour.
func isClose(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch len(b) - len(a) {
	case 0:
		return i == len(a) || a[i+1:] == b[i+1:] || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
	case 1:
		return a[i:] == b[i+1:]
	}
	return false
}

// TestEachWordComesUp, as often as the others, in each place.
func TestEachWordComesUp(t *testing.T) {
	seen := [Count]map[string]bool{{}, {}, {}, {}}
	const keys = 400
	for n := range keys {
		for i, word := range pick(sha256.Sum256([]byte(fmt.Sprint(n)))) {
			seen[i][word] = true
		}
	}
	for i := range seen { // of 1296 words, 400 draws hit some 344
		if n := len(seen[i]); n < 310 || n > 375 {
			t.Errorf("place %d: %d keys gave %d words", i, keys, n)
		}
	}
}

func TestKindsDiffer(t *testing.T) {
	if Of(Recipient, "a") == Of("capsule", "a") || Of(Recipient, "a") == Of(Recipient, "b") {
		t.Error("the words do not stand for kind and text")
	}
}

func TestMatches(t *testing.T) {
	w := Words{"amber", "canoe", "dune", "elk"}
	for _, typed := range []string{"amber canoe dune elk", " Amber  CANOE, dune; elk.\n", "amber-canoe-dune-elk", "“amber canoe dune elk”"} {
		if !w.Matches(typed) {
			t.Errorf("%q is not taken", typed)
		}
	}
	for _, typed := range []string{"", "amber", "amber canoe dune", "canoe amber dune elk", "amber canoe dune elks", "amber canoe dune elk elk", "ambercanoeduneelk"} {
		if w.Matches(typed) {
			t.Errorf("%q is taken", typed)
		}
	}
}

func BenchmarkOf(b *testing.B) {
	for b.Loop() {
		Of(Recipient, "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p")
	}
}
