package start

import (
	"fmt"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/desk/room"
	"lotse/ui/outside"
	"lotse/ui/theme"
)

// The lines below the rows are of what has the focus: the procedure, the known
// customers, the mode. There are as many of them whatever it is, so that nothing
// moves.
const (
	leastAbout = maxOffered
	mostAbout  = 8
)

// Lines implements room.Overlay.
func (o *Over) Lines(w, h int) ([]string, int) {
	lines, at := o.rows(w)
	n := min(max(h-len(lines)-2, leastAbout), mostAbout)
	about := o.about(w, n)
	if len(about) > n {
		about = about[:n]
		about[n-1] = o.d.Theme().Fit(strings.TrimRight(about[n-1], " ")+" "+o.d.Theme().Dots, w)
	}
	if o.At == customerRow && len(about) > 0 { // the offer is in view, too
		at = len(lines) + 1 + max(o.chosen, 0)
	}
	lines = append(append(lines, ""), about...)
	for range n - len(about) {
		lines = append(lines, "")
	}
	bad := ""
	if o.Err != "" {
		bad = o.d.Theme().Fit(o.d.Theme().Bad.Render("! "+o.Err), w)
	}
	return append(lines, bad), at
}

// rows are the lines of the form, without blank ones below the procedures.
func (o *Over) rows(w int) (lines []string, at int) {
	all, at := o.Form.Lines(w, 0)
	for i, l := range all[:len(all)-1] {
		blank := strings.TrimSpace(l) == ""
		if blank && len(lines) > o.procedureLines(w) {
			if i < at {
				at--
			}
			continue
		}
		lines = append(lines, l)
	}
	return lines, at
}

// procedureLines is how many lines the choice of a procedure takes.
func (o *Over) procedureLines(w int) int {
	n := len(o.Rows[procedureRow].Widget.Lines())
	if w < room.Narrow {
		n++ // its label
	}
	return n
}

func (o *Over) about(w, n int) []string {
	switch {
	case o.At == customerRow:
		return o.customers(w, n)
	case o.At == modeRow && o.mode() == run.Rehearsal:
		return theme.Hang("  ", o.d.Theme().Dim.Render(o.say("start.about_rehearsal")), w)
	case o.At == modeRow:
		return theme.Hang("  ", o.d.Theme().Dim.Render(o.say("start.about_real")), w)
	}
	return o.procedure(w)
}

// procedure is what there is to know of the procedure at the pointer.
func (o *Over) procedure(w int) []string {
	t, of := o.d.Theme(), o.offer()
	lines := theme.Hang("  ", of.Summary, w)
	var facts []string
	for _, m := range of.Facts() {
		facts = append(facts, o.d.DialogueText(m))
	}
	lines = append(lines, theme.Hang("  ", t.Dim.Render(strings.Join(facts, t.Dot)), w)...)
	if m := of.AtHand(); !m.IsZero() {
		lines = append(lines, theme.Hang("  ", t.Dim.Render(o.d.DialogueText(m)), w)...)
	}
	return lines
}

// customers are the known ones that are offered.
func (o *Over) customers(w, n int) (lines []string) {
	t := o.d.Theme()
	if o.d.Shared() {
		return nil
	}
	for i := range o.known[:min(n, len(o.known))] {
		k := &o.known[i]
		name := flows.CleanLine(k.Name)
		head, shown := "  ", t.Dim.Render(fmt.Sprintf(o.d.Words().Overlay.NewKnown, name))
		if i == o.chosen {
			head, shown = t.Accent.Render(t.Arrow)+" ", t.Select.Render(name)
		}
		line, runs := head+shown, t.Faint.Render(o.runs(k))
		if theme.Width(line)+2+theme.Width(runs) > w {
			runs = "" // the name comes first
		}
		lines = append(lines, t.Ends(t.Fit(line, w), runs, w))
	}
	return lines
}

// runs says how many runs a customer has, and when the newest was changed.
func (o *Over) runs(k *outside.Known) string {
	if k.Runs == 0 {
		return ""
	}
	return o.say("start.runs", "n", k.Runs, "day", words.ShortDay(o.d.Words().Lang, k.Last, o.d.Now()))
}
