package run

import (
	"slices"

	"lotse/flows"
)

// pendingWait is a wait that nobody has answered yet, and that counts now.
type pendingWait struct {
	step *StepView
	item *ItemView
}

// waits says who is waited for since when, and when to look again: the wait that
// is due first.
func (b briefing) waits() flows.Message {
	all := b.pendingWaits()
	if len(all) == 0 {
		return flows.Message{}
	}
	w := all[0]
	m := flows.Msg("brief.waits", "who", flows.Cut(waitedFor(w.item.Item), briefLabel))
	if since := w.item.Wait.Since; since != nil {
		m.Code = "brief.waits_since"
		m = m.With("since", b.day(*since))
	}
	m = flows.Joined("joined.sentence", m, b.promised(w.item))
	if n := len(all) - 1; n > 0 {
		m = flows.Joined("joined.sentence", m, flows.Msg("brief.waits_more", "n", n))
	}
	return m
}

// pendingWaits are the waits that are open, what is due first at the front, what has no date
// last.
func (b briefing) pendingWaits() []pendingWait {
	if b.Status == StatusAbandoned || b.Status == StatusEnded {
		return nil
	}
	var all []pendingWait
	for i := range b.Steps {
		sv := &b.Steps[i]
		for k := range sv.Items {
			iv := &sv.Items[k]
			if isWaitedFor(sv.State, iv.Wait) {
				all = append(all, pendingWait{sv, iv})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b pendingWait) int {
		switch x, y := a.item.Wait.Due, b.item.Wait.Due; {
		case x == nil && y == nil:
			return 0
		case x == nil:
			return 1
		case y == nil:
			return -1
		default:
			return x.Compare(*y)
		}
	})
	return all
}

// waitedFor is who is waited for at an item.
func waitedFor(it *flows.Item) string {
	if it.Wait.For != "" {
		return flows.CleanLine(it.Wait.For)
	}
	return labelOf(it)
}

// isRemark reports whether an event only says something of its step.
func isRemark(k EventKind) bool {
	switch k {
	case EventNoted, EventAttached, EventNotWorked, EventResolved:
		return true
	}
	return false
}

// tries says what is to be tried now of the wait that is due first, else what comes
// next and when.
func (b briefing) tries() flows.Message {
	all := b.pendingWaits()
	if len(all) == 0 {
		return flows.Message{}
	}
	w := all[0].item.Wait
	if i := w.Rung(b.now); i >= 0 {
		return flows.Msg("brief.try", "try", flows.Cut(w.Rungs[i].Try, briefText))
	}
	if next := w.Next(b.now); next != nil {
		return flows.Msg("brief.try_next", "at", next.At.In(b.now.Location()), "try", flows.Cut(next.Try, briefText))
	}
	return flows.Message{}
}

// promised says when to look at a wait again: the day that somebody set, else the
// one that comes from an answer; nothing where there is none.
func (b briefing) promised(iv *ItemView) flows.Message {
	until := iv.Until
	if until == nil {
		until = iv.Wait.Proposed
	}
	if until == nil {
		return flows.Message{}
	}
	day, today := b.day(*until), b.day(b.now)
	switch {
	case day.Equal(today):
		return flows.Msg("brief.today")
	case day.Before(today):
		return flows.Msg("brief.overdue", "until", day)
	}
	return flows.Msg("brief.until", "until", day)
}
