package desk

import (
	"fmt"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/theme"
)

// matter is what matters of a run on the list: what it is about, when, and what
// there is to say besides where there is room.
type matter struct {
	what, when, besides string
	ink                 theme.Ink
}

// leastWhat is the narrowest beginning of a name that still tells something.
const leastWhat = 8

// status says in w columns what matters of a run; in 0 columns all of it.
func (l *list) status(h *run.Header, w int) string {
	t := l.m.th
	mode := ""
	if word := t.Warn.Render(l.m.t.Mode(string(h.Mode))); theme.Width(word) > 0 && !l.m.cfg.Demo { // of a demo the title says it
		mode = word + t.Dim.Render(t.Dot)
	}
	if w > 0 {
		w = max(w-theme.Width(mode), 1)
	}
	m := l.matterOf(h)
	return mode + m.ink.Render(m.text(t, w))
}

// text is a matter in w columns: the name is cut for the day, and gives way to it
// where not even its beginning has room.
func (m matter) text(t *theme.Theme, w int) string {
	fits := func(s string) bool { return w == 0 || theme.Width(s) <= w }
	switch {
	case m.what == "":
		return m.when
	case m.when == "" && fits(m.what):
		return m.what
	case m.when == "":
		return t.Fit(m.what, w)
	}
	rest := ", " + m.when
	switch all := m.what + rest; {
	case fits(all + m.besides):
		return all + m.besides
	case fits(all):
		return all
	}
	room := w - theme.Width(rest)
	if room < min(leastWhat, theme.Width(m.what)) {
		return m.when
	}
	return t.Fit(m.what, room) + rest
}

// matterOf is what matters of a run: where a filter found it, for what is due who was waited for, then what
// failed, then who is waited for since when, else when it changed.
func (l *list) matterOf(h *run.Header) matter {
	m := matter{what: l.awaited(h), when: l.m.day(h.Changed), ink: l.m.th.Dim}
	switch found := l.foundText(h.ID); {
	case found != "" && !l.m.share: // a note may be what was found
		return matter{what: flows.CleanLine(found), ink: m.ink}
	case h.Status == run.StatusEnded || h.Status == run.StatusAbandoned:
		return matter{when: l.m.t.Status(string(h.Status)) + " " + m.when, ink: m.ink}
	case h.Due != nil && !l.later(*h.Due):
		m.when = l.due(*h.Due)
	case !h.News.IsZero() && !l.m.share:
		return matter{what: words.Say(l.m.cfg.Lang, h.News), ink: l.m.th.Bad}
	case h.WaitsSince != nil:
		m.when = words.Say(l.m.cfg.Lang, flows.Msg("list.since", "day", l.m.day(*h.WaitsSince)))
		if h.Due != nil {
			m.besides = ", " + l.due(*h.Due)
		}
	case h.Due != nil:
		m.when = l.due(*h.Due)
	case h.Status == run.StatusWaiting && m.what != "":
		m.when = ""
	}
	return m
}

// awaited is who is waited for; nobody in a run of a customer who is hidden.
func (l *list) awaited(h *run.Header) string {
	if l.isHidden(h) {
		return ""
	}
	return face.Awaited(h)
}

// later reports whether a day is after today.
func (l *list) later(d time.Time) bool {
	return d.After(l.m.now()) && l.m.day(d) != l.m.t.When.Today
}

// due says that a run is due, or until when it waits.
func (l *list) due(d time.Time) string {
	if l.later(d) {
		return fmt.Sprintf(l.m.t.Desk.Until, l.m.day(d))
	}
	return fmt.Sprintf(l.m.t.Desk.DueAt, l.m.dayAndTime(d))
}
