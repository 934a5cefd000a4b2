package run

import (
	"time"

	"lotse/flows"
)

// isoDay is how a day is kept.
const isoDay = "2006-01-02"

// setDay says on which day the run is looked at. What reads the day is worked out
// anew when it changes; no event has it, so that nothing that is recorded depends
// on when it is read.
func (s *state) setDay(now time.Time) {
	if today := now.Format(isoDay); today != s.today {
		s.today, s.now, s.evaluated = today, now, nil
	}
}

// evaluateOn is the evaluation on a day.
func (s *state) evaluateOn(now time.Time) *evaluation {
	s.setDay(now)
	return s.evaluate()
}

// Context is the day, and whom the run is for.
func (m *evaluation) Context(name string) (string, bool) {
	switch name {
	case flows.Today:
		return m.today, m.today != ""
	case flows.CustomerName:
		return flows.Clean(m.started.Customer.Name), m.started.Customer.Name != ""
	}
	return "", false
}
