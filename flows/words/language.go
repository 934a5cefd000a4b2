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

	once sync.Once
	all  table
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

// sentences are all sentences of the language by code, put together when one is
// first asked for. No code stands in two areas; a test holds that.
func (l *tongue) sentences() table {
	l.once.Do(func() {
		all := table{}
		for _, area := range l.areas {
			for code, sentence := range area() {
				all[code] = sentence
			}
		}
		l.all = all
	})
	return l.all
}
