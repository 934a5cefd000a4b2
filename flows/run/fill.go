package run

import "lotse/flows"

// shownStep is a step with the answers in its texts, and the options that are
// offered. If neither depends on answers it is the procedure's own step.
func (s *state) shownStep(i int) *flows.Step {
	if !s.plan.named[i] {
		return &s.plan.proc.Steps[i]
	}
	m := s.evaluate()
	if m.filled == nil {
		m.filled = make([]*flows.Step, len(s.plan.proc.Steps))
	}
	if m.filled[i] == nil {
		m.filled[i] = s.plan.proc.FilledStep(i, m.answerFor)
		for j := range m.filled[i].Items {
			m.offer(&m.filled[i].Items[j])
		}
	}
	return m.filled[i]
}

// shown is an item with the answers in its texts. The engine needs single
// items with every command, so they are not built as part of their step.
func (s *state) shown(at place) *flows.Item {
	if at.row != "" {
		return s.evaluate().shownIn(at)
	}
	if !s.plan.naming[at] {
		return s.plan.item(at)
	}
	m := s.evaluate()
	if m.items == nil {
		m.items = map[place]*flows.Item{}
	}
	if m.items[at] == nil {
		m.items[at] = s.plan.proc.FilledItem(at.step, at.item, m.answerFor)
		m.offer(m.items[at])
	}
	return m.items[at]
}

// offer leaves an item that was made for this state the options that are offered.
func (m *evaluation) offer(it *flows.Item) {
	if it.Field != nil && it.Field.Conditional() {
		it.Field.Offer(m)
	}
}

// answerFor is the answer that a text names; "" if it cannot be read. A text
// names only answers that come before it, so no text can refer to itself.
func (m *evaluation) answerFor(t flows.Passage, name string) string {
	if name == flows.CustomerName {
		return flows.Clean(m.started.Customer.Name)
	}
	v, ok := m.Field(name)
	if !ok {
		return ""
	}
	at := m.plan.fields[name]
	if t.Use == flows.UseInput {
		return pasteText(m.plan.item(at).Holds(), v)
	}
	return flows.Clean(m.plan.show(t.Lang, m.shown(at).Holds(), v))
}

// pasteText is an answer in the form for another program: an option by its
// value, a date or a number as it is kept, a file by its name.
func pasteText(f *flows.Field, v flows.Value) string {
	if f.Type == flows.TypeFile {
		return flows.Clean(f.Show(v))
	}
	return flows.Clean(flows.Format(v))
}

// missingField is the id of the field whose missing answer leaves nothing to
// copy; "" if no answer is missing.
func (m *evaluation) missingField(c *flows.Copy) string {
	if c.Of != "" {
		if !m.readable(c.Of) {
			return c.Of
		}
		return ""
	}
	for _, name := range sourceFields(c) {
		if _, ok := m.Field(name); !ok && name != flows.CustomerName {
			return name
		}
	}
	return ""
}

// sourceFields lists the fields that the value of a copy consists of.
func sourceFields(c *flows.Copy) []string {
	if c.Of != "" {
		return []string{c.Of}
	}
	return flows.Placeholders(c.Value)
}

// readable reports whether a field has an answer that can be read; for a
// secret, whether it is set.
func (m *evaluation) readable(id string) bool {
	if _, ok := m.Field(id); ok {
		return true
	}
	at, ok := m.plan.fields[id]
	a := m.answers[id]
	return ok && m.applies(at) && a != nil && a.secret.Secret != ""
}
