package desk

import "lotse/flows"

// sights are what has been on the screen of the texts that have to be read.
type sights map[flows.Address]sight

// sight says of a text which of its ends have been on the screen.
type sight struct{ first, last bool }

func (s sight) whole() bool { return s.first && s.last }

// saw notes what of a step's texts is on the screen.
func (s sights) saw(step string, read map[string]sight) {
	for id, now := range read {
		at := flows.Address{Step: step, Item: id}
		was := s[at]
		s[at] = sight{first: was.first || now.first, last: was.last || now.last}
	}
}
