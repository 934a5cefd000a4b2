package run

import (
	"slices"
	"strings"
	"time"
)

// Hinders names the steps that stay blocked as long as a step is skipped: those
// that need it or that it has to decide, and those that are blocked by these.
// Skipped fulfils no need. It tells of the run as it stands, and as it would stand
// if the step were skipped now.
func (s *Session) Hinders(step string, now time.Time) []string {
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
	return newStates(newJudge(s.state.moment(), now)).behind(i)
}

// behind lists the blocked steps that a step blocks, through others too.
func (s *states) behind(i int) []string {
	hindering := []string{s.plan.proc.Steps[i].ID}
	for k := i + 1; k < len(s.is); k++ {
		blocks := func(id string) bool {
			step, _, _ := strings.Cut(id, ".")
			return slices.Contains(hindering, step)
		}
		if s.is[k] == Blocked && slices.ContainsFunc(s.blockers(k), blocks) {
			hindering = append(hindering, s.plan.proc.Steps[k].ID)
		}
	}
	return hindering[1:]
}
