package words

import (
	"strings"
	"sync"
)

// tongue is a language that Lotse speaks, with all that is its own: what a fourth
// one needs here is a value of this, its tables, and its place among languages.
type tongue struct {
	code    string
	name    string                   // as its speakers call it
	manner  manner                   // how it writes dates, numbers and lists
	face    func() Strings           // the interface; English is laid under it
	fillIns func() map[string]string // names of what a person fills in; nil: as in English
	areas   []area                   // its sentences

	mu    sync.Mutex
	made  map[string]table // of its areas, by their names
	found sync.Map         // sentences that were said, by code
}

// area are the sentences that one part of Lotse says. It is a list and no map, which
// would be filled each time that the program starts.
type area struct {
	name      string
	sentences func() table
}

// languages are those that Lotse speaks. The first is English, which stands in for
// what another one lacks.
var languages = []*tongue{&inEnglish, &inGerman, &inFinnish}

// languageOf is a language by its code; nil where Lotse does not speak it.
func languageOf(code string) *tongue {
	for _, l := range languages {
		if l.code == code {
			return l
		}
	}
	return nil
}

// LanguageName is a language as its speakers call it; its code where Lotse does not
// speak it.
func LanguageName(code string) string {
	if l := languageOf(code); l != nil {
		return l.name
	}
	return code
}

// table are the sentences of an area, made when one is looked for in it first.
func (l *tongue) table(of area) table {
	l.mu.Lock()
	defer l.mu.Unlock()
	t, made := l.made[of.name]
	if !made {
		if l.made == nil {
			l.made = map[string]table{}
		}
		t = of.sentences()
		l.made[of.name] = t
	}
	return t
}

// sentence is the sentence for a code; "" for none. It is looked for first in the areas
// whose names begin as the code does, and remembered: to make all tables, or one of
// them all, takes several times as long as the first frame has sentences to look for.
func (l *tongue) sentence(code string) string {
	if s, ok := l.found.Load(code); ok {
		return s.(string)
	}
	likely, _, dotted := strings.Cut(code, ".")
	if !dotted {
		likely = "problem"
	}
	for _, begins := range []bool{true, false} {
		for _, area := range l.areas {
			if strings.HasPrefix(area.name, likely) != begins {
				continue
			}
			if s := l.table(area)[code]; s != "" {
				l.found.Store(code, s)
				return s
			}
		}
	}
	return ""
}
