package run

import (
	"slices"
	"strings"
	"time"
)

// BlockedBySkip names the steps that stay blocked if a step is skipped now:
// those that need it or whose condition depends on it, and all that these
// block in turn. A skipped step meets no need.
func (s *Session) BlockedBySkip(step string, now time.Time) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	i, ok := s.state.plan.steps[step]
	if !ok {
		return nil
	}
	m := &s.state.steps[i]
	was := m.skipped
	m.skipped = true
	defer func() { m.skipped = was }()
	return newStepStates(newProblemFinder(s.state.evaluateOn(now), now)).blockedBy(i)
}

// blockedBy lists the blocked steps that a step blocks, directly or through
// others.
func (s *stepStates) blockedBy(i int) []string {
	hindering := []string{s.plan.proc.Steps[i].ID}
	for k := i + 1; k < len(s.states); k++ {
		blocks := func(id string) bool {
			step, _, _ := strings.Cut(id, ".")
			return slices.Contains(hindering, step)
		}
		if s.states[k] == Blocked && slices.ContainsFunc(s.blockers(k), blocks) {
			hindering = append(hindering, s.plan.proc.Steps[k].ID)
		}
	}
	return hindering[1:]
}
