package register

import (
	"iter"

	"lotse/flows/register/heading"
)

// subject is what a header may be about: a field of a register.
type subject struct {
	of    heading.Register
	field heading.Field
}

// subjectsOf are what a header is about by its words alone: whose it is and what
// of it. "Name" is everybody's, and about none.
func subjectsOf(header string) []subject {
	h := heading.Read(header)
	var all []subject
	for _, of := range []heading.Register{heading.Customers, heading.Suppliers, heading.Products} {
		for f, grade := range h.Means(of) {
			if grade >= heading.Nearly {
				all = append(all, subject{of, f})
			}
		}
	}
	return all
}

// linesAbout are, by line of names.txt, what its names are about: a field that has
// the meaning of a line is filled by whatever is about the same.
func linesAbout(names iter.Seq2[int, string]) map[int]map[subject]bool {
	all := map[int]map[subject]bool{}
	for line, name := range names {
		for _, s := range subjectsOf(name) {
			if all[line] == nil {
				all[line] = map[subject]bool{}
			}
			all[line][s] = true
		}
	}
	return all
}
