package desk

import (
	"fmt"
	"strconv"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/glyph"
)

// rowLine is one run: customer, procedure, progress, and why or since when.
func (l *list) rowLine(h *run.Header, here bool, w int) string {
	t := l.m.th
	cols := l.rowWidths().fit(w)
	point := ""
	if here {
		point = t.Accent.Render(l.point())
	}
	point = t.Pad(point, cols.point)
	s := t.Pad(l.customer(h), cols.name)
	if here {
		s = t.Title.Render(s)
	}
	if cols.title > 0 {
		s += "  " + t.Pad(flows.CleanLine(h.Title), cols.title)
	}
	s += "  " + fmt.Sprintf("%*s", cols.count, count(h.Progress)) + t.Pad(l.warningCount(h), cols.warnings)
	return t.Fit(point+s+"  "+l.rowWhy(h), w)
}

// point is the sign before the chosen run.
func (l *list) point() string { return glyph.Here.Of(l.m.th.ASCII) }

// warningCount is the number of a run's warnings behind their sign, if it has
// any.
func (l *list) warningCount(h *run.Header) string {
	n := h.Progress.Warnings
	if n == nil || *n == 0 {
		return ""
	}
	return " " + l.m.th.Warn.Render(glyph.Doubt.Of(l.m.th.ASCII)+strconv.Itoa(*n))
}

// isHidden reports whether a run belongs to a customer whom the other side
// must not see: in the shared view everybody but the customer of the run that
// was open last.
func (l *list) isHidden(h *run.Header) bool {
	return l.m.share && (l.m.last == nil || l.m.last.Customer.ID != h.Customer.ID)
}

// customer is a customer's name, or a word in place of a hidden one.
func (l *list) customer(h *run.Header) string {
	if l.isHidden(h) {
		return l.m.t.Desk.Hidden
	}
	return flows.CleanLine(h.Customer.Name)
}

func (l *list) rowWhy(h *run.Header) string {
	t := l.m.th
	why, found := "", l.foundText(h.ID)
	switch {
	case found != "" && !l.isHidden(h):
		why = flows.CleanLine(found)
	case h.Due != nil:
		why = l.due(*h.Due)
	case h.Status == run.StatusEnded || h.Status == run.StatusAbandoned:
		why = l.m.t.Status(string(h.Status)) + " " + l.m.day(h.Changed)
	case h.Why != "" && h.Status == run.StatusWaiting && !l.isHidden(h):
		why = flows.CleanLine(h.Why)
	default:
		why = l.m.day(h.Changed)
	}
	if word := l.m.t.Mode(string(h.Mode)); word != "" && !l.m.cfg.Demo { // of a demo the title says it
		return t.Warn.Render(word) + t.Dim.Render(t.Dot+why)
	}
	return t.Dim.Render(why)
}

// due says that a run is due, or until when it waits.
func (l *list) due(d time.Time) string {
	if d.After(l.m.now()) && l.m.day(d) != l.m.t.When.Today {
		return fmt.Sprintf(l.m.t.Desk.Until, l.m.day(d))
	}
	return fmt.Sprintf(l.m.t.Desk.DueAt, l.m.dayAndTime(d))
}
