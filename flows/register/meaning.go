package register

// Meaning is what a column of an export may stand for: the lines of names.txt in
// which a name stands.
type Meaning struct{ lines map[int]bool }

// MeaningOf is the meaning that a name has; it means nothing where names.txt
// does not know the name.
func MeaningOf(name string) Meaning {
	m := Meaning{lines: map[int]bool{}}
	for _, line := range synonyms()[Fold(name)] {
		m.lines[line] = true
	}
	return m
}

// Names reports whether a header is one of the names that have this meaning.
func (m Meaning) Names(header string) bool {
	for _, line := range synonyms()[Fold(header)] {
		if m.lines[line] {
			return true
		}
	}
	return false
}
