package compare

import (
	"strings"
	"sync"

	"lotse/flows/register"
)

// cell is what a row has in a field.
func (l *layout) cell(cells []string, f Field) string {
	i, ok := l.column[f]
	if !ok || i >= len(cells) {
		return ""
	}
	return trim(cells[i])
}

// fields are those of a card, in the order in which Scan gives them.
var fields = [4]Field{Code, BusinessID, Name, Barred}

// wanted is what Scan has to give.
func (l *layout) wanted() register.Wanted {
	w := register.Wanted{After: l.skip, Header: l.cells}
	for k, f := range fields {
		w.Columns[k] = -1
		if i, ok := l.column[f]; ok {
			w.Columns[k] = i
		}
	}
	return w
}

// again reports whether a row repeats the header.
func (l *layout) again(cells []string) bool { return register.IsHeaderAgain(cells, l.cells) }

// barredWords are what a column says of who is barred, in the languages of
// exports: yes where it is of the barred kind, no where it is of the active
// kind.
var barredWords = sync.OnceValue(func() (w [2]map[string]bool) {
	for i, list := range []string{
		"1 true yes y x ja j kyllä k on wahr tosi sand sandt estetty suljettu poistettu barred blocked closed deleted archived inactive gesperrt gelöscht inaktiv spærret slettet",
		"0 false no n ei e nein nej off falsch epätosi falsk inactive disabled inaktiv passiv passiivinen epäaktiivinen",
	} {
		w[i] = map[string]bool{}
		for _, word := range strings.Fields(list) {
			w[i][word] = true
		}
	}
	return w
})

// isBarred reports whether the word in the column of the barred kind says so.
func (l *layout) isBarred(word string) bool {
	if word == "" {
		return false
	}
	if word[0] == '=' {
		word, _ = register.Unguarded(word)
	}
	if word != l.heard {
		kind := 0
		if l.active {
			kind = 1
		}
		l.heard, l.isBarring = strings.Clone(word), barredWords()[kind][strings.ToLower(word)]
	}
	return l.isBarring
}
