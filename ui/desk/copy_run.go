package desk

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"lotse/flows"
	"lotse/ui/desk/copying"
	"lotse/ui/desk/room"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// stepOfRun is a step of one of the runs that were open.
type stepOfRun struct{ run, step string }

// hasPastes holds on a page with values that are entered somewhere else.
func hasPastes(p *page) bool { return p.HasPastes() }

// copyRun opens the room of the values of the step. A terminal that nothing is
// known of is asked whether it takes what is copied.
func (r *overlays) copyRun() tea.Cmd {
	p, m := r.p, r.p.m
	m.openOver(copying.New(roomDesk{m}, copying.House{
		Reached: m.clipboardReached,
		Secret:  func(at flows.Address, copied func()) tea.Cmd { return p.secrets.copyThen(at, copied) },
		GoOn:    p.goOnBehind,
	}, m.ticksOf(stepOfRun{p.View().ID, p.At().Step})))
	if m.clipboardReached() {
		return nil
	}
	return tea.Raw(ansi.RequestPrimaryDeviceAttributes)
}

// ticksOf are the ticks of a step. They are kept while the program runs.
func (m *model) ticksOf(of stepOfRun) copying.Ticks {
	if m.ticked[of] == nil {
		if m.ticked == nil {
			m.ticked = map[stepOfRun]copying.Ticks{}
		}
		m.ticked[of] = copying.Ticks{}
	}
	return m.ticked[of]
}

// clipboardReached reports whether what is copied is known to come to a
// clipboard: a program takes it, or the terminal has said that it does.
func (m *model) clipboardReached() bool {
	return m.osc52 || outside.Reach(m.cfg.Tools).Program != ""
}

// clipboardAttribute is the device attribute of a terminal that takes OSC 52.
const clipboardAttribute = 52

// noteAttributes notes what the terminal says of itself.
func (m *model) noteAttributes(a uv.PrimaryDeviceAttributesEvent) {
	m.osc52 = m.osc52 || slices.Contains(a, clipboardAttribute)
}

// goOnBehind goes on with the item behind another one.
func (p *page) goOnBehind(at flows.Address) tea.Cmd {
	if at.Step != p.At().Step {
		return nil
	}
	p.To(at.Item)
	return p.turn(p.Go(walk.Forward))
}

// isAlone reports whether an overlay is drawn without anything beside it.
func isAlone(o room.Overlay) bool {
	b, ok := o.(room.Bare)
	return ok && b.Alone()
}

// aloneBody draws an overlay without a frame, and nothing behind it.
func (pn *pen) aloneBody(o room.Overlay, height int) []string {
	lines, _ := o.Lines(pn.w, height)
	out := make([]string, height)
	copy(out, lines)
	return out
}
