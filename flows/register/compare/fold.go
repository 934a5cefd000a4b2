package compare

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// legalForms are the words of a name that say what kind of company it is, in
// the capitals of foldRune, sorted.
var legalForms = [...]string{
	"AB", "ABP", "AG", "APS", "AS", "ASA", "AY", "BV", "BVBA", "CORP", "DOO", "EG", "EK", "EV", "GBR", "GMBH", "INC", "IVS", "KFT", "KG", "KGAA",
	"KY", "LIMITED", "LLC", "LLP", "LTD", "MBH", "NV", "OHG", "OSK", "OU", "OY", "OYJ", "OÜ", "PLC", "RY", "SA", "SARL", "SAS", "SE", "SIA",
	"SPA", "SRL", "SRO", "TMI", "UAB", "UG",
}

// word is a word of a folded name: its bytes, and how many characters they are.
type word struct{ from, to, letters int }

// folder folds names; it keeps its memory from one to the next.
type folder struct {
	all   []byte
	words []word
}

// fold appends a name as near ones are compared: in NFC without case, blanks and
// punctuation, and without the words that are legal forms, unless nothing else
// remains. A run of single letters is one word, so e.K. and A/S are one too.
func (f *folder) fold(to []byte, name string) []byte {
	f.split(composed(name))
	begin := len(to)
	for i := 0; i < len(f.words); {
		j := i + 1
		for j < len(f.words) && f.words[j-1].letters == 1 && f.words[j].letters == 1 {
			j++
		}
		if w := f.all[f.words[i].from:f.words[j-1].to]; !isLegalForm(w) {
			to = append(to, w...)
		}
		i = j
	}
	if len(to) == begin {
		to = append(to, f.all...)
	}
	return to
}

// split takes a name apart into words.
func (f *folder) split(name string) {
	f.all, f.words = f.all[:0], f.words[:0]
	inside := false
	for _, c := range name {
		if !isOfWord(c) {
			inside = false
			continue
		}
		if !inside {
			f.words = append(f.words, word{from: len(f.all)})
			inside = true
		}
		f.all = utf8.AppendRune(f.all, foldRune(c))
		last := &f.words[len(f.words)-1]
		last.to = len(f.all)
		last.letters++
	}
}

func isOfWord(c rune) bool {
	if c < utf8.RuneSelf {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
	}
	return unicode.IsLetter(c) || unicode.IsNumber(c) || unicode.IsMark(c)
}

func isLegalForm(w []byte) bool {
	if len(w) > len("LIMITED") {
		return false
	}
	_, found := slices.BinarySearch(legalForms[:], string(w))
	return found
}
