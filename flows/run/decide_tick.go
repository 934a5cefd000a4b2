package run

import (
	"lotse/flows"
)

func (s *state) decideTick(c Tick) ([]decision, error) {
	at, err := s.findTask(c.At)
	if err != nil {
		return nil, err
	}
	if err := checkNoteLimit(c.Note); err != nil {
		return nil, err
	}
	d := &Ticked{Item: s.plan.name(at), Column: c.At.Column, Evidence: c.Evidence, Note: flows.Clean(c.Note)}
	if at.row == "" {
		d.Row = c.At.Row
	}
	if s.isTicked(at, c.At) && c.Evidence == nil && c.Note == "" {
		return nil, nil
	}
	return ofRow(s.itemChange(EventTicked, at, c.At.Column, d, &d.Effects), d.Row), nil
}

func (s *state) decideUntick(c Untick) ([]decision, error) {
	at, err := s.findTask(c.At)
	if err != nil || !s.isTicked(at, c.At) {
		return nil, err
	}
	d := &Ticked{Item: s.plan.name(at), Column: c.At.Column}
	if at.row == "" {
		d.Row = c.At.Row
	}
	return ofRow(s.itemChange(EventUnticked, at, c.At.Column, d, &d.Effects), d.Row), nil
}

// findTask finds the task at an address; for a row's task it is the list.
func (s *state) findTask(a flows.Address) (place, error) {
	if at, known := s.plan.find(a); a.Row == "" || known && s.plan.item(at).Repeats() {
		at, _, err := s.target(a, flows.KindTask)
		return at, err
	}
	at, it, _, err := s.rowOf(a)
	if err != nil {
		return at, err
	}
	if c := it.Column(a.Column); c == nil || c.Kind != flows.KindTask {
		return at, s.noColumn(at, it, a.Column, flows.KindTask)
	}
	return at, nil
}

func (s *state) isTicked(at place, a flows.Address) bool {
	if a.Row == "" || at.row != "" {
		return s.marks[s.plan.name(at)].answered()
	}
	r := s.lists[s.plan.item(at).ID]
	done, _ := r.order[r.at(a.Row)].cell(a.Column).value.(bool)
	return done
}
