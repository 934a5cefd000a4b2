package run

import (
	"slices"

	"lotse/flows"
)

// isRead reports whether anything reads one of refs: the procedure, or a draft
// that was sent.
func (s *state) isRead(refs []flows.Ref) bool {
	return s.plan.isRead(refs) || slices.ContainsFunc(refs, func(r flows.Ref) bool { return len(s.sentWith(r)) > 0 })
}

// sentWith lists the sent drafts that contain what a ref names. Which answers
// a draft contains depends on its template, so it is known only from the sent
// event and not from the procedure.
func (s *state) sentWith(ref flows.Ref) []place {
	id := ref.ID
	switch ref.Kind {
	case flows.RefField, flows.RefList:
	case flows.RefColumn:
		at, ok := s.plan.columns[ref.ID]
		if !ok {
			return nil
		}
		id = s.plan.item(at).ID
	default:
		return nil
	}
	var sent []place
	for _, at := range s.plan.drafts {
		if m := s.marks[s.plan.name(at)]; m != nil && m.done && slices.Contains(m.draftReads, id) {
			sent = append(sent, at)
		}
	}
	return sent
}
