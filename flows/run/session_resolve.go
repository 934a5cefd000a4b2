package run

import "lotse/flows"

// Resolve finds the item at an address, and its step, in the run's language
// and with answers in their texts.
func (s *Session) Resolve(a flows.Address) (*flows.Step, *flows.Item, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	at, ok := s.state.plan.find(a)
	if !ok {
		return nil, nil, s.state.plan.unknown(a)
	}
	step := s.state.shownStep(at.step)
	if at.row == "" {
		return step, &step.Items[at.item], nil
	}
	return step, s.state.shown(at), s.state.requireRow(at)
}

// ResolveOne is Resolve for what is done with one item: of one that repeats the
// address has to name a row.
func (s *Session) ResolveOne(a flows.Address) (*flows.Step, *flows.Item, error) {
	s.mu.Lock()
	at, known := s.state.plan.find(a)
	var err error
	if known {
		err = s.state.requireRow(at)
	}
	s.mu.Unlock()
	if err != nil {
		return nil, nil, err
	}
	return s.Resolve(a)
}

// Taken marks unsaved input as submitted: the next Flush removes it in the
// same transaction.
func (s *Session) Taken(u Unsaved) {
	s.mu.Lock()
	defer s.mu.Unlock()
	u.Run = s.id
	s.taken = append(s.taken, u)
}
