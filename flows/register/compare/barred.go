package compare

import (
	"strings"
	"sync"

	"lotse/flows/register"
)

// truths are the words of exports by what they say of a card: where the column
// asks who is barred, and where it asks who is active.
var truths = sync.OnceValue(func() map[string][2]marks {
	said := map[string][2]marks{}
	for _, list := range []struct {
		words              string
		ifBarred, ifActive marks
	}{
		{"1 true yes y x ja j kyllä k on wahr tosi sand sandt", barredMark, 0},
		{"0 false no n ei e nein nej off falsch epätosi falsk", 0, barredMark},
		{"estetty suljettu poistettu barred blocked closed deleted archived inactive disabled gesperrt gelöscht inaktiv passiv spærret slettet passiivinen epäaktiivinen", barredMark, barredMark},
		{"active enabled open aktiv offen aktiivinen avoin käytössä voimassa åben öppen", 0, 0},
	} {
		for _, word := range strings.Fields(list.words) {
			said[word] = [2]marks{list.ifBarred, list.ifActive}
		}
	}
	return said
})

// barred is what a word in the column of who is barred says of its card. What is
// no word for either is not read; nor is an empty cell where the column asks who
// is active.
func (l *layout) barred(word string) marks {
	if word == "" {
		return l.blank
	}
	if word[0] == '=' || word[0] == '\'' {
		word, _ = register.PlainFormula(word)
		word, _ = register.WithoutApostrophe(word)
		if word == "" {
			return l.blank
		}
	}
	if word != l.lastWord {
		kind := 0
		if l.active {
			kind = 1
		}
		l.lastWord, l.lastMarks = strings.Clone(word), barredUnread
		if said, known := truths()[strings.ToLower(word)]; known {
			l.lastMarks = said[kind]
		}
	}
	return l.lastMarks
}

// asksActive notes whether the column asks who is active, and not who is barred.
func (l *layout) asksActive(active bool) {
	l.active, l.blank = active, 0
	if active {
		l.blank = barredUnread
	}
}
