// Package proving plays stories through a procedure, by its dialogue alone, and
// says what of the procedure they have walked. A story is one way through it in a
// person's words: what they do and what they see; ui/journey/README.md has the form.
//
// It imports flows and its packages, ui/walk, ui/outside and ui/face; the store and
// the network are handed in. It exists so that the tests of the house and the command
// that proves anybody's procedure read and play stories by the same code.
package proving

import "strings"

// Story is one way through a procedure as a person goes it: what they do, and
// what they see. It speaks the language of the engine, of steps, items and
// problems, and of no face; so each face can play it (face).
type Story struct {
	Name      string   // of the file
	Procedure string   // id of the procedure
	Lang      string   // of the program and the run; "" for English
	Mode      string   // rehearsal or demo; "" for a real run
	Faults    []Pair   // what goes wrong in a rehearsal: check -> faults
	Customer  string   // whom the run is for
	About     string   // the story in one sentence
	Branches  []string // the branches of the procedure that it takes
	Acts      []*Act
}

// Act is something that a person does, or sees, or both: then they see it
// after they have done it.
type Act struct {
	Line int
	Said string // the first line of it, as it stands in the file

	Verb    string   // one of verbs; "" where something is only seen
	On      []string // what it is done to
	Answers []Pair   // fields or cells and their values, in order
	Row     string   // id of a list's row: r1, r2, ...
	Ticks   []string // task columns of the row
	Unticks []string
	Users   []string          // who uses a secret that is rotated
	Confirm []string          // who has the new one
	With    map[string]string // by withWords

	Changes []Pair // what the change does to other steps: step -> keep, look_again, void
	Then    string // change or leave, after changes
	Held    string // the problem that keeps the step from being done

	At       string   // the step that one stands at
	States   []Pair   // step -> state
	Problems []Pair   // problem -> level: it shows
	Gone     []string // problems that were seen and show no longer
	See      []string // texts on the page
	Run      string   // done or ended: how the run stands
}

// Pair is a name and what is said of it; several values are those of a list.
type Pair struct {
	Name   string
	Values []string
	Many   bool
}

// Value is a single value.
func (p Pair) Value() string { return strings.Join(p.Values, ", ") }

// verb says what an act of a kind needs and takes beside what can be seen.
type verb struct{ needs, takes []string }

var verbs = map[string]verb{
	"answer":   {},
	"secret":   {takes: []string{"value"}},
	"tick":     {takes: []string{"sentence", "file"}},
	"untick":   {},
	"add":      {takes: []string{"cells", "ticks"}},
	"edit":     {needs: []string{"row"}, takes: []string{"cells", "ticks", "unticks"}},
	"remove":   {needs: []string{"row"}},
	"accept":   {needs: []string{"why"}},
	"done":     {takes: []string{"held", "warnings", "why"}},
	"skip":     {needs: []string{"why"}},
	"reopen":   {needs: []string{"why"}},
	"go":       {},
	"wait":     {needs: []string{"until"}, takes: []string{"why"}},
	"answered": {takes: []string{"why"}},
	"gate":     {needs: []string{"word", "by"}, takes: []string{"why"}},
	"note":     {needs: []string{"text"}},
	"sent":     {needs: []string{"how"}},
	"check":    {needs: []string{"result"}},
	"rotate":   {takes: []string{"users", "value", "confirm", "give_up"}},
	"undo":     {},
	"kill":     {},
}

// seen are the keys that any act may have.
var seen = []string{"changes", "then", "at", "state", "problem", "gone", "see", "run"}

var withWords = []string{"why", "text", "sentence", "file", "until", "word", "by", "how", "result", "warnings", "value", "give_up"}
