package words

import (
	"slices"
	"testing"
)

// A translation of a problem names what the English names, and fits in its line.
func TestProblemsInEveryLanguage(t *testing.T) {
	english := problemEnglish()
	for lang, own := range map[string]table{English: english, German: problemGerman(), Finnish: problemFinnish()} {
		for code, sentence := range english {
			names, want := Placeholders(own[code]), Placeholders(sentence)
			slices.Sort(names)
			slices.Sort(want)
			if !slices.Equal(names, want) {
				t.Errorf("%s %s: %q, in English %q", lang, code, own[code], sentence)
			}
			if n := len([]rune(own[code])); n > 64 {
				t.Errorf("%s %s: a sentence of %d letters does not fit in its line", lang, code, n)
			}
		}
		if len(own) != len(english) {
			t.Errorf("%s has %d sentences, English %d", lang, len(own), len(english))
		}
	}
}

// What a type of field says of an answer fits, too; TestLanguagesNameTheSame
// holds what it names.
func TestTypesInEveryLanguage(t *testing.T) {
	for lang, own := range map[string]table{English: typeEnglish(), German: typeGerman(), Finnish: typeFinnish()} {
		for code, sentence := range own {
			if n := len([]rune(sentence)); n > 64 {
				t.Errorf("%s %s: a sentence of %d letters does not fit in its line", lang, code, n)
			}
		}
	}
}
