package words_test

import (
	"slices"
	"testing"

	"lotse/flows/words"
)

// TestWhatIsReserved: a word of line mode is reserved, and what answers a question
// in any language; a name is not.
func TestWhatIsReserved(t *testing.T) {
	want := []string{"y", "n"}
	for _, lang := range words.Languages() {
		own := words.For(lang).Line
		want = append(want, own.Yes, own.No)
	}
	for _, w := range words.LineWords() {
		want = append(want, w.Name)
	}
	reserved := words.Reserved()
	for _, word := range want {
		if !slices.Contains(reserved, word) {
			t.Errorf("%s is not reserved", word)
		}
	}
	for _, word := range []string{"", "rackbeat", "gateway"} {
		if slices.Contains(reserved, word) {
			t.Errorf("%q is reserved", word)
		}
	}
}
