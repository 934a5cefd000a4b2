package words

import "sync"

// tongue is a language that Lotse speaks, with all that is its own: what a fourth
// one needs here is a value of this, its tables, and its place among languages.
type tongue struct {
	code    string
	name    string                   // as its speakers call it
	manner  manner                   // how it writes dates, numbers and lists
	face    func() Strings           // the interface; English is laid under it
	fillIns func() map[string]string // names of what a person fills in; nil: as in English
	areas   map[string]func() table  // its sentences, by the part of Lotse that says them

	once  sync.Once
	parts []table
	found sync.Map // sentences that were said, by code
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

// tables are the sentences of the language, put together when one is said first.
func (l *tongue) tables() []table {
	l.once.Do(func() {
		for _, area := range l.areas {
			l.parts = append(l.parts, area())
		}
	})
	return l.parts
}

// sentence is the sentence for a code; "" for none. It is looked for in each table and
// remembered: one map of all takes several times as long to make as the first frame
// has sentences to look for.
func (l *tongue) sentence(code string) string {
	if s, ok := l.found.Load(code); ok {
		return s.(string)
	}
	for _, part := range l.tables() {
		if s := part[code]; s != "" {
			l.found.Store(code, s)
			return s
		}
	}
	return ""
}
