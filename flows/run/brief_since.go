package run

import (
	"slices"

	"lotse/flows"
)

// mostBriefNames is how many names a line of the brief lists.
const mostBriefNames = 2

// changed says what others have done since the person was last in the run. To
// somebody who never was, it says who worked on it.
func (b briefing) changed() flows.Message {
	since := b.theirs()
	if len(since) == 0 || b.me == "" {
		return flows.Message{}
	}
	last := &since[len(since)-1]
	if mine := len(b.events) - len(since); mine > 0 {
		m := flows.Msg("brief.changed", "day", b.day(b.events[mine-1].At), "n", len(since), "who", names(since))
		if steps := b.stepsOf(since); len(steps) > 0 {
			m.Code = "brief.changed_in"
			m = m.With("steps", steps)
		}
		return m
	}
	if len(since) == 1 { // started, and nobody has touched it
		return flows.Message{}
	}
	return flows.Msg("brief.new_to_you", "who", names(since), "day", b.day(last.At))
}

// theirs are the events after the person's last one.
func (b briefing) theirs() []Event {
	i := len(b.events)
	for i > 0 && b.events[i-1].By != b.me {
		i--
	}
	return b.events[i:]
}

// names lists who made events, the newest first.
func names(events []Event) []string {
	var all []string
	for i := len(events) - 1; i >= 0 && len(all) < mostBriefNames; i-- {
		if name := flows.Cut(events[i].By, briefName); name != "" && !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all
}

// stepsOf lists the titles of the steps that events are about, the newest first.
func (b briefing) stepsOf(events []Event) []string {
	var all []string
	for i := len(events) - 1; i >= 0 && len(all) < mostBriefNames; i-- {
		sv := b.Step(events[i].Step)
		if sv == nil {
			continue
		}
		if title := flows.Cut(sv.Step.Title, briefName); !slices.Contains(all, title) {
			all = append(all, title)
		}
	}
	return all
}
