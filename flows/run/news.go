package run

import (
	"time"

	"lotse/flows"
)

// waitsFor says who is waited for since when: of the open waits the one that is due
// first, what has no day last.
func (s *stepStates) waitsFor() (who string, since *time.Time) {
	var first *time.Time
	for i := range s.states {
		for k := range s.plan.proc.Steps[i].Items {
			at := place{step: i, item: k}
			w := s.waitView(at)
			if !isWaitedFor(s.states[i], w) {
				continue
			}
			if who == "" || w.Due != nil && (first == nil || w.Due.Before(*first)) {
				who, since, first = waitedFor(s.shown(at)), w.Since, w.Due
			}
		}
	}
	return who, since
}

// isWaitOpen reports whether the item at a place is a wait that applies and that
// nobody has answered.
func (s *stepStates) isWaitOpen(at place) bool {
	return s.plan.item(at).Kind == flows.KindWait && s.truth(at) == flows.True && !s.marks[s.plan.name(at)].answered()
}

// day is when to look at a wait again; nil where no day was set.
func (m *mark) day() *time.Time {
	if m == nil {
		return nil
	}
	return m.until
}

// newsName is how much of a label the news of a run has room for, in runes.
const newsName = 60

// news is the first failed check that nobody has accepted or left.
func (s *stepStates) news() flows.Message {
	for i := range s.states {
		if s.states[i] == NotNeeded || s.states[i] == Skipped {
			continue
		}
		for _, at := range s.placesOf(i) {
			if s.plan.item(at).Kind != flows.KindCheck || s.truth(at) != flows.True || s.marks[s.plan.name(at)] == nil {
				continue
			}
			for _, p := range s.itemProblems(at) {
				if p.isFailure() {
					return flows.Msg("news.failed", "item", flows.Cut(labelOf(s.shown(at)), newsName))
				}
			}
		}
	}
	return flows.Message{}
}
