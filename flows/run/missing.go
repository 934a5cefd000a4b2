package run

import "lotse/flows"

// missingItem names the item of a reference, and reports whether its value is
// missing.
func (m *evaluation) missingItem(r flows.Ref) (name string, missing bool) {
	var ok bool
	at, known := m.plan.sourceOf(r)
	switch r.Kind {
	case flows.RefField:
		_, ok = m.Field(r.ID)
	case flows.RefList:
		ok = m.Rows(r.ID, func(flows.Scope) bool { return false })
	case flows.RefColumn:
		ok = known && m.columnIsComplete(at, r.ID)
	case flows.RefCheck:
		_, ok = m.Check(r.ID)
	case flows.RefOutcome:
		_, ok = m.Outcome(r.ID)
	case flows.RefTask:
		_, ok = m.Done(r.ID)
	default:
		return "", false
	}
	if ok || !known {
		return "", false
	}
	return m.plan.name(at), true
}

// columnIsComplete reports whether every row of a list has a value in a
// column.
func (m *evaluation) columnIsComplete(at place, id string) bool {
	complete := true
	ok := m.Rows(m.plan.item(at).ID, func(row flows.Scope) bool {
		_, ok := row.Field(id)
		complete = complete && ok
		return complete
	})
	return ok && complete
}
