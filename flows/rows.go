package flows

import "math"

// some is any(list, match).
type some struct {
	list  string
	match node
}

func (n some) truth(s Scope) Truth {
	found, undecided := false, false
	ok := s.Rows(n.list, func(row Scope) bool {
		t := n.match.truth(row)
		found = t == True
		undecided = undecided || t == Undecided
		return !found
	})
	switch {
	case found:
		return True
	case undecided || !ok:
		return Undecided
	}
	return False
}

// count counts the rows of a list that match; a nil match counts all.
type count struct {
	list  string
	match node
}

func (n count) number(s Scope) (lo, hi float64) {
	ok := s.Rows(n.list, func(row Scope) bool {
		t := True
		if n.match != nil {
			t = n.match.truth(row)
		}
		if t == True {
			lo++
		}
		if t != False {
			hi++
		}
		return true
	})
	if !ok {
		hi = math.Inf(1)
	}
	return lo, hi
}
