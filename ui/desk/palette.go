package desk

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	over "lotse/ui/desk/palette"
	"lotse/ui/palette"
)

// openPalette opens the palette over the list of runs or the page.
func openPalette(m *model, _ string) tea.Cmd {
	o, cmd := over.New(roomDesk{m}, over.House{Here: m.paletteHere(), Find: m.paletteFind(), Stored: m.paletteStored, Do: m.goTo})
	m.openOver(o)
	return cmd
}

// paletteHere are the actions that are possible now, from the table of keys, and
// the steps of the open run.
func (m *model) paletteHere() []palette.Entry {
	var all []palette.Entry
	free, there := m.free(), map[string]bool{}
	m.activeGroups(func(s *keyGroup) bool {
		for i := range s.keys {
			b := &s.keys[i]
			if k := b.first(); b.act != nil && m.isShown(b) && !there[k] && !b.moves() && k != over.Key {
				there[k] = true
				all = append(all, palette.Entry{Kind: palette.Action, Text: b.does, Beside: b.shown(free || b.key == ""), Key: k})
			}
		}
		return true
	})
	if p := m.page; p != nil {
		all = append(all, palette.Steps(p.View(), m.share, drawing{p}.stateWords)...)
	}
	return all
}

// first is the one key that stands for the binding.
func (b *binding) first() string {
	if b.key == "" {
		return b.letter
	}
	return b.key
}

// moves reports whether the binding moves about what is shown, which nobody looks
// for by name.
func (b *binding) moves() bool {
	return strings.Contains(b.key, "/") || slices.Contains([]string{"tab", "shift+tab", "esc"}, b.key)
}

// paletteFind asks the store; it runs beside the screen.
func (m *model) paletteFind() func(ctx context.Context, text string) (*palette.Found, error) {
	a := m.cfg.Archive
	return func(ctx context.Context, text string) (*palette.Found, error) { return palette.Ask(ctx, a, text) }
}

func (m *model) paletteStored(f *palette.Found) []palette.Entry {
	return palette.Stored(f, m.share, m.list.isHidden,
		func(e run.IndexEntry) string { return words.Say(m.cfg.Lang, e.Message()) },
		func(h *run.Header) string {
			return strings.TrimSpace(count(h.Progress) + "  " + m.t.Status(string(h.Status)))
		})
}

// goTo does an action, or goes where an entry of the palette leads.
func (m *model) goTo(e palette.Entry) tea.Cmd {
	switch {
	case e.Kind == palette.Action:
		if do, _ := m.actionFor(e.Key); do != nil {
			return do(m, e.Key)
		}
		return m.whyNot(e.Key)
	case e.Kind == palette.Customer:
		return m.afterPage(customerMsg{e.Customer})
	case m.page != nil && (e.Run == "" || e.Run == m.page.s.ID()):
		return m.page.goTo(e.At)
	}
	return m.afterPage(runMsg{e.Run, e.At})
}

// goTo goes to a step, or to where it stands in one.
func (p *page) goTo(at flows.Address) tea.Cmd {
	if at.IsZero() {
		return nil
	}
	cmd := p.leaveFor(at.Step)
	if at.Item != "" && p.At().Step == at.Step {
		p.ToAddress(at)
		p.arrive()
	}
	return cmd
}

// afterPage does something on the list of runs, once the page is closed.
func (m *model) afterPage(msg asyncMsg) tea.Cmd {
	if m.page == nil {
		return msg.handle(m)
	}
	m.held = append(m.held, msg)
	return m.page.close()
}

// runMsg opens a run at an address; what could not be saved stays open instead.
type runMsg struct {
	run string
	at  flows.Address
}

func (msg runMsg) handle(m *model) tea.Cmd {
	if m.page != nil {
		return nil
	}
	m.held = append(m.held, placeMsg{msg.at})
	return m.open(msg.run)
}

// placeMsg goes to an address in the run that was just opened.
type placeMsg struct{ at flows.Address }

func (msg placeMsg) handle(m *model) tea.Cmd {
	return m.onPage(func(p *page) tea.Cmd { return p.goTo(msg.at) })
}

// customerMsg lists the runs of a customer.
type customerMsg struct{ of run.Customer }

func (msg customerMsg) handle(m *model) tea.Cmd {
	if m.page != nil {
		return nil
	}
	return m.list.showCustomer(&msg.of)
}
