package register

// Meaning is what a column of an export may stand for: the lines of names.txt in
// which its name stands.
type Meaning struct{ lines []int }

// longestName is how long a name of a column may be, in bytes.
const longestName = 200

// MeaningOf is the meaning that a name has; it means nothing where names.txt
// does not know the name.
func MeaningOf(name string) Meaning {
	if len(name) > longestName {
		return Meaning{}
	}
	return Meaning{lines: synonyms()[Fold(name)]}
}

// Doubt says how many things something of that meaning may be; 0 for nothing
// known.
func (m Meaning) Doubt() int { return len(m.lines) }

// Shares reports whether both may be the same.
func (m Meaning) Shares(n Meaning) bool {
	for _, a := range m.lines {
		for _, b := range n.lines {
			if a == b {
				return true
			}
		}
	}
	return false
}
