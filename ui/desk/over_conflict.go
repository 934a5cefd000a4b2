package desk

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/ui/desk/room"
	"lotse/ui/glyph"
	"lotse/ui/theme"
	"lotse/ui/walk"
	"lotse/ui/zone"
)

// conflictOver shows what another program changed as well: their value, which
// is stored, and yours, which is kept here until somebody decides between
// them.
type conflictOver struct {
	m    *model
	of   *walk.Conflict
	mine []bool // of each difference: yours is to hold
	at   int
}

func newConflict(m *model, c *walk.Conflict) room.Overlay {
	return &conflictOver{m: m, of: c, mine: make([]bool, len(c.Differences))}
}

func (o *conflictOver) Title() string {
	k, by, n := &o.m.t.Typing, o.others(), len(o.mine)
	switch {
	case by == "" && n == 1:
		return k.ClashTitleOne
	case by == "":
		return fmt.Sprintf(k.ClashTitle, n)
	case n == 1:
		return fmt.Sprintf(k.ClashTitleOneBy, by)
	}
	return fmt.Sprintf(k.ClashTitleBy, by, n)
}

// others are who has changed it; "" where that was oneself in another window.
func (o *conflictOver) others() string {
	var names []string
	for _, d := range o.of.Differences[:len(o.mine)] {
		switch {
		case d.By == "" || d.By == o.m.page.s.By():
			return ""
		case !slices.Contains(names, d.By):
			names = append(names, d.By)
		}
	}
	return strings.Join(names, ", ")
}

func (o *conflictOver) Key(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "up", "shift+tab":
		o.at = max(o.at-1, 0)
	case "down", "tab":
		o.at = min(o.at+1, max(len(o.mine)-1, 0))
	case "left", "right", "space":
		if len(o.mine) > 0 {
			o.mine[o.at] = !o.mine[o.at]
		}
	case "y":
		o.all(true)
	case "t":
		o.all(false)
	case "enter":
		o.m.closeOver()
		return o.m.page.turn(o.m.page.Decide(o.mine))
	}
	return nil
}

// Wheeled implements room.Wheeler: it moves the pointer.
func (o *conflictOver) Wheeled(by int) { o.at = min(max(o.at+by/3, 0), max(len(o.mine)-1, 0)) }

// Pointed implements room.Pointed: a click on a side chooses it; enter takes what is
// chosen.
func (o *conflictOver) Pointed(at zone.At) tea.Cmd {
	n, ok := at(zone.Row)
	if !ok || n >= len(o.mine) {
		return nil
	}
	o.at = n
	if side, on := at(zone.Option); on {
		o.mine[n] = side == 1
	}
	return nil
}

func (o *conflictOver) all(mine bool) {
	for i := range o.mine {
		o.mine[i] = mine
	}
}

func (o *conflictOver) Paste(string) tea.Cmd { return nil }

// HandleEsc decides nothing, if that is possible.
func (o *conflictOver) HandleEsc() tea.Cmd {
	t := o.m.page.SetAside()
	if o.m.page.Conflict() == nil {
		o.m.closeOver()
	}
	return o.m.page.turn(t)
}

func (o *conflictOver) Lines(w, h int) (lines []string, at int) {
	t, k := o.m.th, &o.m.t.Typing
	wide := max(theme.Width(k.ClashTheirs), theme.Width(k.ClashYours))
	for i, d := range o.of.Differences[:len(o.mine)] { // more may have come since
		point := "  "
		if i == o.at {
			point, at = t.Accent.Render(t.Arrow)+" ", len(lines)
		}
		by := fmt.Sprintf(k.ClashBy, d.By, o.m.dayAndTime(d.When))
		lines = append(lines, zone.Row.Mark(i)+t.Ends(point+t.Bold.Render(o.m.page.dialogueText(o.m.page.ActionMessage(d.Command))), t.Dim.Render(by), w))
		theirs, yours := d.Sides()
		if o.m.page.Hides(d.Command) {
			theirs, yours = flows.Msg("dialogue.hidden"), flows.Msg("dialogue.hidden")
		}
		for n, side := range []struct {
			word, value string
			chosen      bool
		}{{k.ClashTheirs, o.m.page.dialogueText(theirs), !o.mine[i]}, {k.ClashYours, o.m.page.dialogueText(yours), o.mine[i]}} {
			lines = append(lines, zone.Row.Mark(i)+zone.Option.Mark(n)+t.Fit("    "+o.m.radio(side.chosen)+" "+t.Dim.Render(t.Pad(side.word, wide))+"  "+side.value, w))
		}
	}
	if len(o.of.Lost) > 0 {
		lines = append(lines, "", t.Warn.Render(t.Fit(k.ClashLost, w)))
	}
	for _, c := range o.of.Lost {
		if o.m.page.Hides(c) {
			lines = append(lines, t.Fit("  "+o.m.page.dialogueText(o.m.page.ActionMessage(c)), w))
			continue
		}
		lines = append(lines, t.Fit("  "+o.m.page.dialogueText(o.m.page.Change(c)), w))
	}
	return lines, at
}

// radio is the sign of one of two alternatives.
func (pn *pen) radio(chosen bool) string {
	if chosen {
		return pn.th.Good.Render(glyph.Chosen.Of(pn.th.ASCII))
	}
	return pn.th.Dim.Render(glyph.Radio.Of(pn.th.ASCII))
}

func (o *conflictOver) Keys() []room.Hint {
	k := &o.m.t.Typing
	if len(o.mine) == 0 {
		return []room.Hint{{"enter", o.m.t.Help.Close}, {"esc", o.m.t.Help.Close}}
	}
	h := []room.Hint{{"enter", k.ClashTake}, {"space", k.ClashSwitch}}
	if len(o.mine) > 1 {
		h = append(h, room.Hint{"t", k.ClashAllTheirs}, room.Hint{"y", k.ClashAllMine}, room.Hint{"up/down", o.m.t.Help.Move})
	}
	return append(h, room.Hint{"esc", k.ClashAside})
}
