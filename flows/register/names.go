package register

import (
	_ "embed"
	"iter"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

//go:embed names.txt
var namesText string

// synonyms gives, for a folded name, the lines of names.txt in which it stands.
var synonyms = sync.OnceValue(func() map[string][]int { return parseNames(namesText) })

func parseNames(text string) map[string][]int {
	all := map[string][]int{}
	for number, name := range eachName(text) {
		key := Fold(name)
		if has := all[key]; key != "" && (len(has) == 0 || has[len(has)-1] != number) {
			all[key] = append(has, number)
		}
	}
	return all
}

// eachName yields the names with the numbers of their lines.
func eachName(text string) iter.Seq2[int, string] {
	return func(yield func(line int, name string) bool) {
		number := 0
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
				continue
			}
			number++
			for name := range strings.SplitSeq(line, ",") {
				if !yield(number, name) {
					return
				}
			}
		}
	}
}

// about are what the lines of names.txt are about.
var about = sync.OnceValue(func() map[int]map[subject]bool { return linesAbout(eachName(namesText)) })

// Fold makes names comparable: letters and digits alone, in lower case.
func Fold(name string) string {
	if len(name) > MaxField {
		name = name[:MaxField]
	}
	var b strings.Builder
	for _, r := range norm.NFKC.String(name) {
		switch {
		case r == 'ß' || r == 'ẞ':
			b.WriteString("ss")
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}
