package run

import (
	"slices"
	"time"

	"lotse/flows"
)

// View is the run as it stands, what is not flushed included. The same *View is
// given until something changes.
func (s *Session) View(now time.Time) *View {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.view == nil {
		j := newJudge(s.state.moment(), now)
		s.view = newStates(j).view(s.id)
	}
	return s.view
}

func (s *states) view(id string) *View {
	v := &View{Header: s.header(id), Steps: make([]StepView, len(s.is))}
	for i := range s.is {
		v.Steps[i] = s.stepView(i)
	}
	return v
}

func (s *states) stepView(i int) StepView {
	v := StepView{
		Step: s.filled(i), State: s.is[i], Round: s.steps[i].round, Why: s.steps[i].why,
		BlockedBy: []string{}, Notes: s.notes[s.plan.proc.Steps[i].ID], Due: s.until(i),
	}
	if s.is[i] == Blocked {
		v.BlockedBy = append(v.BlockedBy, s.blockers(i)...)
	}
	v.Items = make([]ItemView, len(v.Step.Items))
	for k := range v.Items {
		v.Items[k] = s.itemView(&v.Step.Items[k], place{i, k})
	}
	return v
}

var itemStates = map[flows.Truth]ItemState{flows.True: Applies, flows.False: Hidden, flows.Undecided: UndecidedItem}

func (s *states) itemView(it *flows.Item, at place) ItemView {
	v := ItemView{Item: it, State: itemStates[s.at(at)], Problems: s.item(it, at), Rows: []RowView{}}
	switch it.Kind {
	case flows.KindField:
		s.fieldView(&v)
	case flows.KindList:
		s.listView(&v, at)
	default:
		s.markView(&v, at)
	}
	return v
}

func (s *states) fieldView(v *ItemView) {
	a := s.answers[v.Item.ID]
	if a == nil {
		a = &answer{}
	}
	v.Value, v.Previous, v.LookAgain = a.value, a.previous, a.again
	v.Set, v.Fingerprint, v.SecretID = a.secret.Secret != "", a.secret.Fingerprint, a.secret.Secret
	if v.Value == nil && v.Item.Field.Default != nil {
		v.Value, v.Default = v.Item.Field.Default, true
	}
}

func (s *states) listView(v *ItemView, at place) {
	r := s.lists[v.Item.ID]
	if r == nil {
		return
	}
	v.LookAgain = r.again
	v.Rows = make([]RowView, len(r.order))
	for i, row := range r.order {
		v.Rows[i] = s.row(v.Item, at, row, s.twice(v.Item, r, row))
	}
}

func (s *states) markView(v *ItemView, at place) {
	m := s.marks[s.plan.name(at)]
	if m == nil {
		m = &mark{}
	}
	v.Done, v.Evidence, v.Note, v.Until, v.Result, v.LookAgain = m.done, m.evidence, m.note, m.until, m.result, m.again
	v.Status = statusOf(v.Item.Kind, v.State, m)
	if g := v.Item.Gate; g != nil {
		for i := range g.Requires {
			v.Met = append(v.Met, g.Requires[i].Cond.Eval(s.moment) == flows.True)
		}
	}
}

// statusOf is the word for what became of an item.
func statusOf(k flows.Kind, state ItemState, m *mark) string {
	switch k {
	case flows.KindCheck:
		switch {
		case m.result == nil:
			return "unknown"
		case m.stale:
			return "stale"
		}
		return m.result.Status
	case flows.KindWait:
		switch {
		case m.done:
			return "answered"
		case state == Applies:
			return "waiting"
		}
	case flows.KindGate:
		if m.done {
			return "passed"
		}
		return "closed"
	case flows.KindDraft:
		switch {
		case m.stale:
			return "stale"
		case m.done:
			return "sent"
		}
		return "unknown"
	case flows.KindAction:
		return "unknown"
	}
	return ""
}

// filled is a step whose texts have the answers in them; the procedure's own
// where its texts name none.
func (s *states) filled(i int) *flows.Step {
	st := &s.plan.proc.Steps[i]
	if !s.plan.named[i] {
		return st
	}
	c := copyStep(st)
	for _, t := range texts(c) {
		*t = s.fill(*t)
	}
	return c
}

// fill puts the answers into a text.
func (m *moment) fill(text string) string { return flows.Fill(text, m.named) }

// named is an answer as a text names it.
func (m *moment) named(name string) string {
	if name == "customer" {
		return flows.Clean(m.started.Customer.Name)
	}
	v, ok := m.Field(name)
	if !ok {
		return ""
	}
	return flows.Clean(m.plan.item(m.plan.fields[name]).Field.Show(v))
}

// copyStep copies a step as deep as its texts lie.
func copyStep(st *flows.Step) *flows.Step {
	c := *st
	c.IfNot = slices.Clone(st.IfNot)
	c.Items = slices.Clone(st.Items)
	for i := range c.Items {
		it := &c.Items[i]
		it.Text, it.Copy, it.Wait, it.Gate, it.Action = clone(it.Text), clone(it.Copy), clone(it.Wait), clone(it.Gate), clone(it.Action)
	}
	return &c
}

func clone[T any](p *T) *T {
	if p == nil {
		return nil
	}
	c := *p
	return &c
}

// texts lists the texts of a step that may name answers.
func texts(st *flows.Step) []*string {
	list := []*string{&st.Title, &st.Say, &st.See}
	for i := range st.IfNot {
		list = append(list, &st.IfNot[i].Text)
	}
	for i := range st.Items {
		it := &st.Items[i]
		list = append(list, &it.Label, &it.Help)
		switch {
		case it.Text != nil:
			list = append(list, &it.Text.Body)
		case it.Copy != nil:
			list = append(list, &it.Copy.Value)
		case it.Wait != nil:
			list = append(list, &it.Wait.For, &it.Wait.Reason, &it.Wait.Try)
		case it.Gate != nil:
			list = append(list, &it.Gate.Warning)
		case it.Action != nil:
			list = append(list, &it.Action.Body)
		}
	}
	return list
}
