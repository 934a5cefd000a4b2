package register

import (
	"maps"
	"slices"
	"strings"

	"lotse/flows"
)

// List is a list of a procedure as a file can fill it: its fields, but for
// secrets and kept files, which no file brings, and without its tasks.
type List struct {
	Item   *flows.Item
	Fields []*flows.Item

	names []fieldNames // of Fields
}

// fieldNames are the folded names of a field, its meanings, and what these are
// about.
type fieldNames struct {
	own      []string
	meanings map[int]bool
	about    map[subject]bool
}

// NewList makes a list of an item of that kind.
func NewList(it *flows.Item) *List {
	l := &List{Item: it}
	for i := range it.List.Columns {
		c := &it.List.Columns[i]
		if c.Kind != flows.KindField || c.Field.Type == flows.TypeSecret || c.Field.Type == flows.TypeFile {
			continue
		}
		n := fieldNames{meanings: map[int]bool{}, about: map[subject]bool{}}
		for _, name := range []string{c.ID, c.Label} {
			key := Fold(name)
			if key == "" {
				continue
			}
			n.own = append(n.own, key)
			for _, line := range synonyms()[key] {
				n.meanings[line] = true
				maps.Copy(n.about, about()[line])
			}
		}
		l.Fields = append(l.Fields, c)
		l.names = append(l.names, n)
	}
	return l
}

// Field finds a field by its id; -1 where there is none.
func (l *List) Field(id string) int {
	for i, f := range l.Fields {
		if f.ID == id {
			return i
		}
	}
	return -1
}

// Label is what a person calls a field.
func (l *List) Label(i int) string {
	if s := l.Fields[i].Label; s != "" {
		return flows.CleanLine(s)
	}
	return l.Fields[i].ID
}

// knows reports whether a header is the name of any field.
func (l *List) knows(header string) bool {
	h := headerNameOf(header)
	return h.key != "" && slices.ContainsFunc(l.names, func(n fieldNames) bool { return n.match(h) >= Likely })
}

// Confidence is how sure it is that a column of a file fills a field.
type Confidence int

// The confidences.
const (
	None    Confidence = iota
	Guess              // by position, or the names are near
	Likely             // names of the same meaning
	Certain            // the same name
	Chosen             // by the person
)

// String is the confidence as a word.
func (c Confidence) String() string {
	return [...]string{"none", "guess", "likely", "certain", "chosen"}[c]
}

// headerName is a header as it is held against the names of fields.
type headerName struct {
	key   string // folded
	about []subject
}

func headerNameOf(header string) headerName {
	plain, _ := PlainFormula(header)
	return headerName{Fold(plain), subjectsOf(plain)}
}

// match says how well a header names a field.
func (n *fieldNames) match(h headerName) Confidence {
	key := h.key
	best := None
	for _, own := range n.own {
		switch {
		case own == key:
			return Certain
		case near(own, key):
			best = Guess
		}
	}
	for _, line := range synonyms()[key] {
		if n.meanings[line] {
			return Likely
		}
	}
	if slices.ContainsFunc(h.about, func(s subject) bool { return n.about[s] }) {
		return Likely
	}
	return best
}

// least is how long a name must be for another to be like it.
const least = 4

// near reports whether one name stands in the other, or they differ by one
// letter.
func near(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < least || len(b) > 200 {
		return false
	}
	return strings.Contains(b, a) || flows.Distance(a, b) <= 1
}
