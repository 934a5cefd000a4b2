package copying

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/glyph"
	"lotse/ui/theme"
	"lotse/ui/walk"
	"lotse/ui/zone"
)

// The width of a label beside its value, and the narrowest room in which it
// stands beside it.
const (
	mostLabel = 26
	beside    = 48
)

// Lines implements room.Overlay.
func (o *Over) Lines(w, h int) (lines []string, at int) {
	if o.Alone() {
		return o.aloneLines(w), 0
	}
	all := o.pastes()
	from, to := max(min(o.at, len(all)-1)-h, 0), min(o.at+h, len(all)) // more has no room
	label := labelWidth(all[from:to], w)
	for i := from; i < to; i++ {
		if i == o.at {
			at = len(lines)
		}
		lines = append(lines, zone.Entry.Over(i, o.row(&all[i], i == o.at, label, w))...)
	}
	if o.at >= len(all) {
		t := o.d.Theme()
		at = len(lines) + 1
		lines = append(lines, "", t.Accent.Render(t.Arrow)+" "+o.d.DialogueText(flows.Msg("copying.end")))
	}
	return lines, at
}

// labelWidth is the room for the labels beside the values; 0 where they stand
// above them.
func labelWidth(all []walk.Paste, w int) (label int) {
	if w < beside {
		return 0
	}
	for i := range all {
		label = max(label, min(theme.Width(all[i].Label), mostLabel))
	}
	return label
}

// row is a value with its sign and its label, and below it what is doubtful. The
// marked one is shown whole.
func (o *Over) row(v *walk.Paste, marked bool, label, w int) []string {
	t := o.d.Theme()
	head := o.head(v, marked)
	indent := strings.Repeat(" ", theme.Width(head))
	var lines []string
	if label == 0 {
		lines, head = append(lines, head+t.Dim.Render(t.Fit(v.Label, w-theme.Width(head)))), indent+"  "
	} else {
		head += t.Pad(t.Dim.Render(t.Fit(v.Label, label)), label) + "  "
	}
	right := o.mark(v)
	space := max(w-theme.Width(head)-theme.Width(right)-2, 8)
	value := theme.Wrap(o.shown(v), space)
	if !marked && len(value) > 1 {
		value = []string{t.Fit(strings.Join(value, " "), space)}
	}
	lines = append(lines, t.Ends(head+value[0], right, w))
	for _, l := range value[1:] {
		lines = append(lines, strings.Repeat(" ", theme.Width(head))+l)
	}
	for _, m := range v.Warnings {
		lines = append(lines, theme.Hang(indent+t.Warn.Render("! "), t.Warn.Render(o.d.DialogueText(m)), w)...)
	}
	return lines
}

// head is the pointer and the sign of a value.
func (o *Over) head(v *walk.Paste, marked bool) string {
	t, head := o.d.Theme(), "  "
	if marked {
		head = t.Accent.Render(t.Arrow) + " "
	}
	switch {
	case o.ticks.has(v):
		return head + t.Good.Render(glyph.Step(run.Done).Of(t.ASCII)) + " "
	case o.isHeld(v):
		return head + t.Accent.Render(glyph.Here.Of(t.ASCII)) + " "
	}
	return head + t.Dim.Render(glyph.Step(run.Open).Of(t.ASCII)) + " "
}

func (o *Over) isHeld(v *walk.Paste) bool { return o.held != nil && o.held.At == v.At }

// mark says of a value what its sign says.
func (o *Over) mark(v *walk.Paste) string {
	t := o.d.Theme()
	switch {
	case o.isHeld(v):
		return t.Accent.Render(o.d.DialogueText(flows.Msg("copying.held")))
	case o.ticks.has(v):
		return t.Dim.Render(o.d.DialogueText(flows.Msg("copying.pasted")))
	}
	return ""
}

// shown is a value as it is drawn: a secret never is.
func (o *Over) shown(v *walk.Paste) string {
	t := o.d.Theme()
	switch {
	case v.Secret && t.ASCII:
		return "********"
	case v.Secret:
		return "••••••••"
	case v.Why != nil || v.Text == "":
		return t.Faint.Render(o.d.Words().Wizard.CopyEmpty)
	}
	return flows.CleanLine(v.Text)
}

// aloneLines is one value on lines of its own, from the first column to the last.
func (o *Over) aloneLines(w int) []string {
	t, v := o.d.Theme(), o.alone
	say := func(code string) []string { return theme.Wrap(o.d.DialogueText(flows.Msg(code)), w) }
	lines := []string{t.Ends(t.Dim.Render(t.Fit(v.Label, w-theme.Width(o.Title())-2)), t.Faint.Render(o.Title()), w), ""}
	for l := range strings.SplitSeq(flows.Clean(v.Text), "\n") {
		lines = append(lines, strings.Split(ansi.Hardwrap(l, w, true), "\n")...)
	}
	lines = append(lines, "")
	for _, m := range v.Warnings {
		lines = append(lines, theme.Hang(t.Warn.Render("! "), t.Warn.Render(o.d.DialogueText(m)), w)...)
	}
	if o.isHeld(v) && !o.house.Reached() {
		lines = append(lines, say("copying.unknown")...)
	}
	return append(lines, say("copying.select")...)
}
