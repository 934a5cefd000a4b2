// Package faults is the room of what goes wrong at a check of a rehearsal or a
// demo: it lists the faults of the portal that is simulated for the check, has the
// chosen one go wrong from then on, and mends it again. It imports the rooms' own
// package and flows/check, which has the list, and never the desk.
package faults

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/ui/desk/room"
	"lotse/ui/theme"
	"lotse/ui/zone"
)

// Key opens the room, and mends what goes wrong.
const Key = "w"

// Check is the check at which something goes wrong.
type Check struct {
	Name  string // in the procedure's language: "teccom.token"
	Label string
	All   []check.Fault // that can go wrong there
	Armed []string      // faults that go wrong at it now
	// Arm has a fault go wrong, in place of the others; "" mends them.
	Arm func(fault string) tea.Cmd
}

// Over is the room.
type Over struct {
	d     room.Desk
	check Check
	all   []check.Fault
	at    int
	page  int // rows that were drawn last
}

// New is the room of a check.
func New(d room.Desk, c Check) *Over {
	o := &Over{d: d, check: c, all: c.All, page: 1}
	o.at = max(slices.IndexFunc(o.all, o.isArmed), 0)
	return o
}

func (o *Over) isArmed(f check.Fault) bool { return slices.Contains(o.check.Armed, f.Name) }

// Title implements room.Overlay.
func (o *Over) Title() string { return o.d.DialogueText(flows.Msg("fault.title")) }

// Paste implements room.Overlay.
func (o *Over) Paste(string) tea.Cmd { return nil }

// Key implements room.Overlay.
func (o *Over) Key(msg tea.KeyPressMsg) tea.Cmd {
	switch k := msg.String(); k {
	case "up", "shift+tab":
		o.move(-1)
	case "down", "tab":
		o.move(1)
	case "pgup":
		o.move(-o.page)
	case "pgdown":
		o.move(o.page)
	case "home", "end":
		o.move(map[string]int{"home": -len(o.all), "end": len(o.all)}[k])
	case Key:
		return o.arm("")
	case "enter", "space":
		return o.choose()
	}
	return nil
}

// choose has the fault at the pointer go wrong, or mends it.
func (o *Over) choose() tea.Cmd {
	if f := o.all[o.at]; !o.isArmed(f) {
		return o.arm(f.Name)
	}
	return o.arm("")
}

// Wheeled implements room.Wheeler: it moves the pointer.
func (o *Over) Wheeled(by int) { o.move(by / 3) }

// Pointed implements room.Pointed: the first click on a fault points at it, the
// second chooses it.
func (o *Over) Pointed(at zone.At) tea.Cmd {
	n, ok := at(zone.Entry)
	switch {
	case !ok || n >= len(o.all):
		return nil
	case n == o.at:
		return o.choose()
	}
	o.at = n
	return nil
}

func (o *Over) move(by int) { o.at = min(max(o.at+by, 0), len(o.all)-1) }

// arm closes the room; where nothing goes wrong there is nothing to mend.
func (o *Over) arm(fault string) tea.Cmd {
	o.d.Close()
	if fault == "" && len(o.check.Armed) == 0 {
		return nil
	}
	return o.check.Arm(fault)
}

// withNames is the width from which the names of faults stand beside what they do.
const withNames = 60

// Lines implements room.Overlay.
func (o *Over) Lines(w, h int) (lines []string, at int) {
	t := o.d.Theme()
	o.page = max(h-4, 1)
	lines = theme.Hang("", t.Dim.Render(o.d.DialogueText(flows.Msg("fault.intro", "check", o.check.Label))), w)
	lines = append(lines, "")
	for i, f := range o.all {
		head, does := "  ", o.d.DialogueText(f.Says())
		if i == o.at {
			head, does, at = t.Accent.Render(t.Arrow)+" ", t.Title.Render(does), len(lines)
		}
		lines = append(lines, zone.Entry.Over(i, o.row(head, does, o.right(f, w), w))...)
	}
	if at == len(lines)-1 {
		return lines, at
	}
	return lines, at + min(1, len(lines)-1-at)
}

// right is what stands at the right of a fault: whether it is on, and its name.
func (o *Over) right(f check.Fault, w int) string {
	t := o.d.Theme()
	on, name := "", ""
	if w >= withNames {
		name = t.Faint.Render(f.Name)
	}
	if o.isArmed(f) {
		on = t.Warn.Render(o.d.DialogueText(flows.Msg("fault.on")))
		if name != "" {
			on += t.Dot
		}
	}
	return on + name
}

func (o *Over) row(head, does, right string, w int) []string {
	if right == "" {
		return theme.Hang(head, does, w)
	}
	lines := theme.Hang(head, does, max(w-theme.Width(right)-2, 8))
	lines[0] = o.d.Theme().Ends(lines[0], right, w)
	return lines
}

// Keys implements room.Overlay.
func (o *Over) Keys() []room.Hint {
	h, does := &o.d.Words().Help, o.d.DialogueText(flows.Msg("fault.arm"))
	mend := room.Hint{Key, o.d.DialogueText(flows.Msg("fault.mend"))}
	if o.isArmed(o.all[o.at]) {
		does = mend.Does()
	}
	keys := []room.Hint{{"enter", does}, {"up/down", h.Move}, {"esc", h.Close}}
	if len(o.check.Armed) > 0 {
		keys = slices.Insert(keys, 1, mend)
	}
	return keys
}
