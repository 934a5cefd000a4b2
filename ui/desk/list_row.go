package desk

import (
	"fmt"
	"strconv"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/glyph"
)

// rowLine is one run: customer, procedure, progress, and what matters of it.
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
	return t.Fit(point+s+"  "+l.status(h, cols.why), w)
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
func (l *list) isHidden(h *run.Header) bool { return l.hides(&h.Customer) }

func (l *list) hides(c *run.Customer) bool {
	return l.m.share && (l.m.last == nil || l.m.last.Customer.ID != c.ID)
}

// customer is a customer's name, or a word in place of a hidden one.
func (l *list) customer(h *run.Header) string {
	if l.isHidden(h) {
		return l.m.t.Desk.Hidden
	}
	return flows.CleanLine(h.Customer.Name)
}
