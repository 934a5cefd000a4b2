package run

import (
	"slices"
	"time"

	"lotse/flows"
)

// Brief says, to whoever opens a run again, what there is to know of it: at most
// eight lines, what weighs most first, and none without news. They are a failed
// check that nobody has accepted, what did not work, the warnings, who is waited for
// and what to try, where the run stands, the next sentence to say, and what others
// changed.
//
// events are all events of the run, me is the person's name, and now gives the
// time and the zone of the days. Titles and labels are in the run's language.
func Brief(v *View, events []Event, me string, now time.Time) []flows.Message {
	b := briefing{v, events, me, now}
	var lines []flows.Message
	for _, line := range []func() flows.Message{b.failed, b.notWorked, b.warned, b.waits, b.tries, b.stands, b.says, b.changed} {
		if m := line(); !m.IsZero() {
			lines = append(lines, m)
		}
	}
	return lines
}

// How much of a text a line of the brief has room for, in runes.
const (
	briefName  = 24
	briefLabel = 40
	briefText  = 110
)

// briefing is what a brief is made from.
type briefing struct {
	*View
	events []Event
	me     string
	now    time.Time
}

// failed is the first failed check that nobody has accepted.
func (b briefing) failed() flows.Message {
	all := b.failedChecks()
	if len(all) == 0 {
		return flows.Message{}
	}
	iv := b.Step(all[0].Step).Item(all[0].Item)
	m := flows.Msg("brief.failed", "item", flows.Cut(iv.Label(), briefLabel), "day", b.day(b.last(EventChecked, all[0])))
	m = flows.Joined("joined.sentence", m, iv.Result.Message)
	if n := len(all) - 1; n > 0 {
		m = flows.Joined("joined.sentence", m, flows.Msg("brief.failed_more", "n", n))
	}
	return m
}

func (b briefing) failedChecks() []flows.Address {
	var all []flows.Address
	for i := range b.Steps {
		sv := &b.Steps[i]
		for k := range sv.Items {
			if iv := &sv.Items[k]; sv.counts() && iv.hasFailed() {
				all = append(all, flows.Address{Step: sv.Step.ID, Item: iv.Item.ID})
			}
		}
	}
	return all
}

// counts reports whether what is found in a step still matters.
func (s *StepView) counts() bool { return s.State != NotNeeded && s.State != Skipped }

// hasFailed reports whether an item is a check whose failure stands, and nobody
// has accepted it or left it as it is.
func (it *ItemView) hasFailed() bool {
	return it.State == Applies && it.Result != nil && slices.ContainsFunc(it.Problems, ProblemView.isFailure)
}

// isFailure reports whether a problem is that of a failed check which nobody has
// accepted or left as it is.
func (p ProblemView) isFailure() bool { return p.Code == "failed" && p.Accepted == nil && !p.Left }

// stands says at which step the run is, or how it ended.
func (b briefing) stands() flows.Message {
	p := b.Progress
	switch {
	case b.Status == StatusAbandoned:
		return flows.Msg("brief.abandoned", "why", flows.Cut(b.Why, briefText))
	case b.Status == StatusEnded:
		return flows.Msg("brief.ended", "why", flows.Cut(b.Why, briefText))
	case b.Status == StatusDone && p.Skipped > 0:
		return flows.Msg("brief.skipped", "done", p.Done, "n", p.Needed(), "skipped", p.Skipped)
	case b.Current == "":
		return flows.Msg("brief.done", "n", p.Needed())
	}
	sv := b.Step(b.Current)
	m := flows.Msg("brief.step", "n", b.Number(b.Current), "m", p.Needed(), "step", flows.Cut(b.CurrentTitle, briefLabel))
	switch sv.State {
	case Stale:
		m.Code = "brief.again"
	case Blocked:
		m.Code = "brief.blocked"
		m = m.With("missing", flows.Cut(b.Blockers(sv), briefLabel))
	}
	return m
}

// warned counts the warnings that nobody has accepted.
func (b briefing) warned() flows.Message {
	if n := b.Progress.Warnings; n != nil && *n > 0 {
		return flows.Msg("brief.warnings", "n", *n)
	}
	return flows.Message{}
}

// says is the next sentence to say.
func (b briefing) says() flows.Message {
	if sv := b.Step(b.Current); sv != nil && sv.Step.Say != "" {
		return flows.Msg("brief.say", "say", flows.Cut(sv.Step.Say, briefText))
	}
	return flows.Message{}
}

// day is the day of a time where the person is, as a message keeps a day.
func (b briefing) day(t time.Time) time.Time {
	y, m, d := t.In(b.now.Location()).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// last is the time of the newest event of a kind about an item; zero for none.
func (b briefing) last(kind EventKind, item flows.Address) time.Time {
	for i := len(b.events) - 1; i >= 0; i-- {
		if e := &b.events[i]; e.Kind == kind && !e.Erased() && b.Now(e.About(), e.Seq) == item {
			return e.At
		}
	}
	return time.Time{}
}

// Brief is the run's brief for the person who has it open.
func (s *Session) Brief(now time.Time) []flows.Message {
	return Brief(s.View(now), s.Events(), s.env.By, now)
}
