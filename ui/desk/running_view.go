package desk

import (
	"fmt"
	"time"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/theme"
)

// longestCheck is the time in which every check ends.
const longestCheck = 20 * time.Second

// atWork is the check that is at work at an item for longer than a moment; nil:
// none is.
func (s *stepLayout) atWork(iv *run.ItemView) *runningCheck {
	r := s.m.running
	if r == nil || !r.shown || r.of.At != (flows.Address{Step: s.sv.Step.ID, Item: iv.Item.ID}) {
		return nil
	}
	return r
}

// working is the item of a check at work: how long it takes, its phases as they
// come, and how far those are that tell it.
func (s *stepLayout) working(iv *run.ItemView, r *runningCheck) []string {
	const indent = "    "
	t, took, w := s.t, s.m.now().Sub(r.began), s.w-len(indent)
	right := t.Dim.Render(fmt.Sprintf(s.m.t.Check.Taking, int(took.Seconds())))
	lines := s.marked("  "+t.Accent.Render(t.Spinner(took))+" ", t.Bold.Render(s.m.label(iv)), right)
	var below []string
	for _, p := range r.done {
		below = append(below, drawing{s.p}.phaseLine(p, w)...)
	}
	for _, p := range r.now {
		below = append(below, theme.Hang("", s.p.runText(p.Message), w)...)
		below = append(below, t.Progress(p.Done, fmt.Sprintf("%d %%", int(100*p.Done)), w))
	}
	if len(r.now) == 0 {
		below = append(below, t.Progress(float64(took)/float64(longestCheck), "", w))
	}
	for _, l := range below {
		lines = append(lines, indent+l)
	}
	return lines
}

// workHints are the keys while a check is at work: all others wait.
func (m *model) workHints() []room.Hint {
	return []room.Hint{{"esc", m.t.Check.Cancel}, {"ctrl+c", m.t.Help.Quit}}
}
