package run

import "lotse/flows"

// shownStep is a step as a person reads it: with answers in its texts. Where
// they name none it is the procedure's own.
func (s *state) shownStep(i int) *flows.Step {
	if !s.plan.named[i] {
		return &s.plan.proc.Steps[i]
	}
	m := s.moment()
	if m.filled == nil {
		m.filled = make([]*flows.Step, len(s.plan.proc.Steps))
	}
	if m.filled[i] == nil {
		m.filled[i] = s.plan.proc.FilledStep(i, m.named)
	}
	return m.filled[i]
}

// shown is an item as a person reads it. The engine asks for single ones with
// every command, so that they are not made with their step.
func (s *state) shown(at place) *flows.Item {
	if !s.plan.naming[at] {
		return s.plan.item(at)
	}
	m := s.moment()
	if m.items == nil {
		m.items = map[place]*flows.Item{}
	}
	if m.items[at] == nil {
		m.items[at] = s.plan.proc.FilledItem(at.step, at.item, m.named)
	}
	return m.items[at]
}

// named is an answer as a passage names it; "" where none can be read. What a
// field's own texts name stands before it, so that none names itself.
func (m *moment) named(t flows.Passage, name string) string {
	if name == flows.CustomerName {
		return flows.Clean(m.started.Customer.Name)
	}
	v, ok := m.Field(name)
	if !ok {
		return ""
	}
	at := m.plan.fields[name]
	if t.Use == flows.UseInput {
		return pasted(m.plan.item(at).Field, v)
	}
	return flows.Clean(m.plan.show(t.Lang, m.shown(at).Field, v))
}

// pasted is an answer as it goes into another program: an option by its value,
// a date and a number as they are kept, a file by its name.
func pasted(f *flows.Field, v flows.Value) string {
	if f.Type == flows.TypeFile {
		return flows.Clean(f.Show(v))
	}
	return flows.Clean(flows.Format(v))
}

// lacks is the id of the field without whose answer there is nothing to copy;
// "" where nothing is missing.
func (m *moment) lacks(c *flows.Copy) string {
	if c.Of != "" {
		if !m.readable(c.Of) {
			return c.Of
		}
		return ""
	}
	for _, name := range madeOf(c) {
		if _, ok := m.Field(name); !ok && name != flows.CustomerName {
			return name
		}
	}
	return ""
}

// madeOf lists the fields that a copy is made of.
func madeOf(c *flows.Copy) []string {
	if c.Of != "" {
		return []string{c.Of}
	}
	return flows.Placeholders(c.Value)
}

// readable reports whether a field has an answer to be read, a secret one too.
func (m *moment) readable(id string) bool {
	if _, ok := m.Field(id); ok {
		return true
	}
	at, ok := m.plan.fields[id]
	a := m.answers[id]
	return ok && m.reads(at) && a != nil && a.secret.Secret != ""
}
