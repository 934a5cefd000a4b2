package flows

import (
	"slices"
	"strings"
)

// Grammar says which keys a mapping of a document takes, by what it is. The
// loader refuses every other key, and a schema is printed from it.
type Grammar struct {
	Thing string // what the mapping is; a kind, where it is an item
	Doc   string // what it is, in English, for whoever writes procedures
	Keys  []Key
}

// Key is a key of a mapping.
type Key struct {
	Name string
	Form KeyForm
	Must bool   // it has to be there
	Doc  string // what it says, in English, for whoever writes procedures
}

// KeyForm is what the value of a key is.
type KeyForm struct {
	Shape   KeyShape
	Words   []string  // of a word: those that it may be
	Pattern string    // of a text: what the whole of it matches; "": any
	Max     int       // of a number
	Parts   []KeyForm // of a list and of names: what each value is; of a choice: the forms
	Things  []string  // of mappings: what they may be, as in Grammar
}

// KeyShape is the shape of a value.
type KeyShape string

// The shapes of values.
const (
	FormText    KeyShape = "text"    // a text, which YAML must not take for something else
	FormWritten KeyShape = "written" // whatever stands there, letter by letter: a number, a date, a condition
	FormFlag    KeyShape = "flag"    // true or false
	FormNumber  KeyShape = "number"  // a whole number from 0
	FormWord    KeyShape = "word"    // one of a few
	FormNothing KeyShape = "nothing" // no value
	FormList    KeyShape = "list"    // of one form at least once
	FormNames   KeyShape = "names"   // a mapping of names that the author chooses
	FormRule    KeyShape = "rule"    // a rule: by name, by name with arguments, as a condition
	FormMapping KeyShape = "mapping" // with a grammar
	FormChoice  KeyShape = "choice"  // one of several forms
)

// Grammars are those of all mappings: of a document, of shared steps, of a
// translation. It is a copy.
func Grammars() []Grammar { return slices.Clone(grammars) }

var (
	anyText   = KeyForm{Shape: FormText}
	written   = KeyForm{Shape: FormWritten}
	flag      = KeyForm{Shape: FormFlag}
	nothing   = KeyForm{Shape: FormNothing}
	levelWord = word(string(Must), string(Warn), string(Tell))
)

func matching(pattern string) KeyForm  { return KeyForm{Shape: FormText, Pattern: pattern} }
func upTo(most int) KeyForm            { return KeyForm{Shape: FormNumber, Max: most} }
func word(words ...string) KeyForm     { return KeyForm{Shape: FormWord, Words: words} }
func many(part KeyForm) KeyForm        { return KeyForm{Shape: FormList, Parts: []KeyForm{part}} }
func namesOf(part KeyForm) KeyForm     { return KeyForm{Shape: FormNames, Parts: []KeyForm{part}} }
func mapping(things ...string) KeyForm { return KeyForm{Shape: FormMapping, Things: things} }
func anyOf(forms ...KeyForm) KeyForm   { return KeyForm{Shape: FormChoice, Parts: forms} }

// grammarOf is the grammar of what a sentence names so: thing.step, kind.field. A
// thing without one is a bug.
func grammarOf(what Message) *Grammar {
	_, thing, _ := strings.Cut(what.Code, ".")
	i := slices.IndexFunc(grammars, func(g Grammar) bool { return g.Thing == thing })
	if i < 0 {
		panic("no grammar of " + thing)
	}
	return &grammars[i]
}

func (g *Grammar) has(name string) bool {
	return slices.ContainsFunc(g.Keys, func(k Key) bool { return k.Name == name })
}

func (g *Grammar) names() []string {
	names := make([]string, len(g.Keys))
	for i, key := range g.Keys {
		names[i] = key.Name
	}
	return names
}
