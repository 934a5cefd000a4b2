package sheet

import "lotse/flows"

// Short is what the sheet of a procedure says, for somebody who chooses one.
type Short struct {
	Steps       int      // that are not internal
	Least, Most int      // minutes, as people say them; 0: not known
	Have        []string // what to have at hand
}

// InShort is the sheet of a procedure in short, in its language.
func InShort(p *flows.Procedure) Short {
	pg := ofProcedure(p)
	s := Short{Steps: len(pg.parts)}
	s.Least, s.Most = pg.minutes()
	for _, text := range pg.texts(func(s *flows.Step) string { return s.Have }) {
		s.Have = append(s.Have, flows.CleanLine(text))
	}
	return s
}
