package desk

import "lotse/flows"

// seenTexts are the texts that must be read, with how much of each was on the
// screen.
type seenTexts map[flows.Address]seenEnds

// seenEnds says which ends of a text were on the screen.
type seenEnds struct{ first, last bool }

func (s seenEnds) whole() bool { return s.first && s.last }

// add notes what of a step's texts is on the screen.
func (s seenTexts) add(step string, read map[string]seenEnds) {
	for id, now := range read {
		at := flows.Address{Step: step, Item: id}
		was := s[at]
		s[at] = seenEnds{first: was.first || now.first, last: was.last || now.last}
	}
}
