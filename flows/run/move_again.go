package run

import (
	"slices"
	"strings"

	"lotse/flows"
)

// againAfter are the items whose answers have to be seen again, by their new names:
// what is asked has changed, or what a result was computed from has no place.
func (s *state) againAfter(before *state, m *move) (again []string) {
	void := map[string]bool{}
	for _, name := range m.event.Void {
		void[name] = true
	}
	for i := range m.pairs.Steps {
		for k := range m.pairs.Steps[i].Items {
			p := &m.pairs.Steps[i].Items[k]
			if p.New == nil {
				continue
			}
			for _, at := range s.places(s.plan.items[p.NewAt.String()]) {
				if s.hasAnswer(at) && s.looksAgain(before, p, at, void) {
					again = append(again, s.plan.name(at))
				}
			}
		}
	}
	return again
}

// looksAgain reports whether what a moved run holds at a place has to be seen again.
// What came back from the shelf is compared with the version in which it was entered.
func (s *state) looksAgain(before *state, p *flows.ItemPair, at place, void map[string]bool) bool {
	if x := s.moves[len(s.moves)-1].restored[s.plan.name(at)]; x != nil {
		whole, _ := splitRow(x.name())
		was := flows.Compare(x.proc, s.plan.proc).Item(whole)
		return was != nil && was.LooksAgain()
	}
	if p.Old == nil {
		return false
	}
	was := inRow(p.OldAt.String(), at.row)
	return !void[was] && (p.LooksAgain() || before.restsOn(was, void))
}

// restsOn reports whether a check or a draft was made from something that is void.
func (s *state) restsOn(name string, void map[string]bool) bool {
	m := s.marks[name]
	if m == nil {
		return false
	}
	for v := range void {
		if m.result != nil && restsOnInput(m.result.Inputs, v) {
			return true
		}
		if slices.ContainsFunc(m.draftReads, func(read string) bool { return s.reads(read, v) }) {
			return true
		}
	}
	return false
}

// restsOnInput reports whether a check read an item, or a column in any row, that is
// void.
func restsOnInput(inputs map[string]string, void string) bool {
	if namesInput(inputs, void) {
		return true
	}
	for input := range inputs {
		list, cell, _ := strings.Cut(input, "[")
		if _, column, inRow := strings.Cut(cell, "]"); inRow && list+column == void {
			return true
		}
	}
	return false
}

// reads reports whether what a letter has read is void: a field, a list, or a cell of
// it; of a list that it read as a whole also one of its columns.
func (s *state) reads(read, void string) bool {
	a, _ := flows.ParseItem(read)
	at, known := s.plan.fields[a.Item]
	if !known {
		return false
	}
	item := s.plan.name(at)
	column, inList := strings.CutPrefix(void, item+".")
	return void == item || inList && (a.Row == "" || a.Column == column)
}
