package run

import (
	"time"

	"lotse/flows"
)

// View is the run as it is now, pending changes included. The same *View is
// returned until something changes, or the day does.
func (s *Session) View(now time.Time) *View {
	s.mu.Lock()
	defer s.mu.Unlock()
	if today := dayOf(now); s.view == nil || s.viewed != today {
		s.view = s.withKeepers(newStepStates(newProblemFinder(s.state.evaluateOn(now), now)).view(s.id))
		s.viewed = today
	}
	return s.view
}

// ViewIn is the run as it is now in another language: in the base language where
// its procedure does not have that one. The run stays in its own.
func (s *Session) ViewIn(lang string, now time.Time) *View {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.state.plan.proc.In(lang)
	other := *s.state
	other.plan, other.evaluated, other.lang = newPlan(p, s.env.Show), nil, p.Lang
	return s.withKeepers(newStepStates(newProblemFinder(other.evaluateOn(now), now)).view(s.id))
}

func (s *stepStates) view(id string) *View {
	v := &View{Header: s.header(id), Steps: make([]StepView, len(s.states)), Called: s.called, Spent: s.spent.total(), Placeless: s.placeless(), moves: s.moves, Provenance: s.started.Provenance}
	for i := range s.states {
		v.Steps[i] = s.stepView(i)
	}
	return v
}

func (s *stepStates) stepView(i int) StepView {
	v := StepView{
		Step: s.shownStep(i), State: s.states[i], Round: s.steps[i].round, Why: s.steps[i].why,
		BlockedBy: []string{}, Notes: s.notes[s.plan.proc.Steps[i].ID], Due: s.dueOf(i), Since: s.changesSince(i), Warned: s.countWarnings()[i],
		Attachments: s.attached[s.plan.proc.Steps[i].ID], Spent: s.spent.steps[s.plan.proc.Steps[i].ID],
	}
	if s.states[i] == Blocked {
		v.BlockedBy = append(v.BlockedBy, s.blockers(i)...)
	}
	v.Items = make([]ItemView, 0, len(v.Step.Items))
	for k := range v.Step.Items {
		v.Items = append(v.Items, s.itemViews(&v.Step.Items[k], place{step: i, item: k})...)
	}
	return v
}

// itemViews are the views of an item: of one that repeats one for every row. Where
// there are none, it is there and hidden.
func (s *stepStates) itemViews(it *flows.Item, at place) []ItemView {
	if !it.Repeats() {
		return []ItemView{s.itemView(it, at)}
	}
	var views []ItemView
	for _, one := range s.places(at) {
		v := s.itemView(s.shownIn(one), one)
		v.Of, v.Row = it.ID, one.row
		views = append(views, v)
	}
	if views != nil {
		return views
	}
	v := ItemView{Item: it, State: itemStates[s.truth(at)], Problems: []ProblemView{}, Rows: []RowView{}, Of: it.ID}
	if v.State == Applies {
		v.State = Hidden
	}
	return []ItemView{v}
}

var itemStates = map[flows.Truth]ItemState{flows.True: Applies, flows.False: Hidden, flows.Undecided: UndecidedItem}

func (s *stepStates) itemView(it *flows.Item, at place) ItemView {
	v := ItemView{Item: it, State: itemStates[s.truth(at)], Problems: s.itemProblems(at), Rows: []RowView{}, Attachments: s.attached[s.plan.name(at)], NotWorked: s.failures[s.plan.name(at)]}
	switch it.Kind {
	case flows.KindField:
		s.fieldView(&v)
		v.Rotation = s.rotationView(at)
	case flows.KindValue:
		s.valueView(&v, at)
	case flows.KindList:
		s.listView(&v, at)
	default:
		s.markView(&v, at)
	}
	if it.Each != "" && it.Copy != nil {
		v.From, v.Each = fieldsOutside(sourceFields(s.plan.item(at).Copy)), s.eachViews(at)
	} else if it.Copy != nil {
		v.From, v.MissingField = sourceFields(s.plan.item(at).Copy), s.missingField(s.plan.item(at).Copy)
	}
	return v
}

func (s *stepStates) fieldView(v *ItemView) {
	a := s.answers[v.Item.ID]
	if a == nil {
		a = &answer{}
	}
	v.Value, v.Previous, v.LookAgain = a.value, a.previous, a.again
	v.ReadBack = a.readBack
	v.Set, v.Fingerprint, v.SecretID = a.secret.Secret != "", a.secret.Fingerprint, a.secret.Secret
	if standard := s.defaultOf(v.Item); v.Value == nil && standard != nil {
		v.Value, v.Default = standard, true
	}
}

func (s *stepStates) listView(v *ItemView, at place) {
	r := s.lists[v.Item.ID]
	if r == nil {
		return
	}
	v.LookAgain = r.again
	v.Rows = make([]RowView, len(r.order))
	for i, row := range r.order {
		v.Rows[i] = s.rowView(v.Item, at, row, s.duplicateColumns(v.Item, r, row))
	}
}

func (s *stepStates) markView(v *ItemView, at place) {
	m := s.markNow(at)
	if m == nil {
		m = &mark{}
	}
	v.Done, v.Evidence, v.Note, v.Until, v.Result, v.LookAgain = m.done, m.evidence, m.note, m.until, m.result, m.again
	v.Status = statusOf(v.Item.Kind, v.State, m)
	if v.Item.Kind == flows.KindWait {
		v.Why, v.Wait = m.why, s.waitView(at)
	}
	if field, rotates := s.rotatedBy(at); rotates {
		if v.Rotation = s.rotationView(field); v.Rotation != nil {
			v.Status, v.Done = string(v.Rotation.State), v.Rotation.State == RotationConfirmed
		}
	}
	if g := v.Item.Gate; g != nil {
		for i := range g.Requires {
			v.Met = append(v.Met, g.Requires[i].Cond.Eval(gateScope{s.evaluation}) == flows.True)
		}
	}
}

// statusOf is the status of an item that is neither a field nor a list.
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
