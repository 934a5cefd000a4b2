package register

import (
	"strings"
	"unicode"
)

// findHeader finds the header among the first records: the row in which most
// fields of the list are named, else the first full row that reads like one.
// It is -1 for none.
func findHeader(head []Record, l *List) int {
	if len(head) > maxLead {
		head = head[:maxLead]
	}
	best, most := -1, 0
	for i := range head {
		if hits := l.hits(head[i].Cells); hits > most {
			best, most = i, hits
		}
	}
	if best >= 0 {
		return best
	}
	return LikeHeader(head)
}

// hits counts the fields' names in a row; 0 where they are too few for a
// header: half of what there is to be named.
func (l *List) hits(cells []string) int {
	filled, hits := 0, 0
	for _, c := range cells {
		if strings.TrimSpace(c) == "" {
			continue
		}
		filled++
		if l.knows(c) {
			hits++
		}
	}
	if hits*2 < min(filled, len(l.Fields)) {
		return 0
	}
	return hits
}

// LikeHeader finds, by its index, a row that no field's name gives away: it is as
// wide as most, all its cells are different words, and below it stand values. It
// is -1 for none.
func LikeHeader(head []Record) int {
	wide := 0
	for i := range head {
		wide = max(wide, filled(head[i].Cells))
	}
	for i := range head {
		if filled(head[i].Cells) < wide {
			continue
		}
		if Words(head[i].Cells) && valuesBelow(head, i) {
			return i
		}
		return -1
	}
	return -1
}

func filled(cells []string) int {
	n := 0
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			n++
		}
	}
	return n
}

// Words reports whether all cells are different and none is a value.
func Words(cells []string) bool {
	seen := map[string]bool{}
	for _, c := range cells {
		key := Fold(c)
		if seen[key] || isValue(c) {
			return false
		}
		seen[key] = key != ""
	}
	return true
}

// isValue reports whether a cell is no name of a column: it has more digits
// than letters, or is an address.
func isValue(c string) bool {
	letters, digits := 0, 0
	for _, r := range c {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return digits > letters || strings.ContainsAny(c, "@") || strings.Contains(c, "://")
}

func valuesBelow(head []Record, i int) bool {
	for _, r := range head[i+1:] {
		for _, c := range r.Cells {
			if isValue(c) {
				return true
			}
		}
	}
	return false
}

// again reports whether a row repeats the header, or is a second one.
func (t *Table) again(r Record, first bool) bool {
	if t.Header < 0 {
		return false
	}
	header := t.Records[t.Header].Cells
	same := len(r.Cells) > 0
	for i, c := range r.Cells {
		if i >= len(header) || c != header[i] && Fold(c) != Fold(header[i]) {
			same = false
			break
		}
	}
	return same && filled(r.Cells) > 0 || first && t.list.hits(header) > 0 && t.list.hits(r.Cells) > 0 && Words(r.Cells)
}
