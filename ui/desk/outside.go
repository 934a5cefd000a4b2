package desk

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/field"
	"lotse/ui/outside"
	"lotse/ui/theme"
	"lotse/ui/walk"
)

// copyHere sends the focused value to the terminal's clipboard and to the
// system's. It claims no more than is known: a terminal does not confirm a
// copy.
func copyHere(p *page) tea.Cmd {
	m, iv := p.m, p.Item()
	if iv == nil {
		m.say(m.t.Wizard.CopyNothing)
		return nil
	}
	v := p.PasteAt(p.pasteAddress())
	switch {
	case v.Secret:
		return p.secrets.copy()
	case iv.Item.Copy == nil && iv.Item.Holds() == nil && iv.Item.List == nil:
		m.say(m.t.Wizard.CopyNothing)
	case v.Why != nil:
		m.say(m.sentence(v.Why))
	case v.Text == "":
		m.say(m.t.Wizard.CopyEmpty)
	default:
		m.say(m.t.Wizard.Copied)
		return roomDesk{m}.Copy(v.Text)
	}
	return nil
}

// copiedMsg names the program that took the copied text; "" if none did.
type copiedMsg struct{ name string }

// handle says which program took it, unless something else was said since.
func (msg copiedMsg) handle(m *model) tea.Cmd {
	if m.status.text == m.t.Wizard.Copied {
		m.say(fmt.Sprintf(m.t.Typing.CopiedTool, msg.name))
	}
	return nil
}

// openAddress opens the address of the focused item or, if it has none, the page of
// the step; of a step without a page the first address on it.
func openAddress(p *page) tea.Cmd {
	address := addressOfFocus(p.Walk)
	switch {
	case address != "":
	case p.HasPage():
		return p.turn(p.OpenPage())
	default:
		address = addressOnStep(p.Walk)
	}
	if address == "" {
		p.m.say(p.m.t.Wizard.OpenNothing)
		return nil
	}
	return p.m.openPage(address)
}

// openPage asks the system to open an address, which is shown in any case.
func (m *model) openPage(address string) tea.Cmd {
	m.say(fmt.Sprintf(m.t.Wizard.OpenAddress, address))
	tools, ctx, k := m.cfg.Tools, m.ctx, &m.t.Typing
	return guarded(func() tea.Msg {
		told, bad := outside.OpenAddress(ctx, tools, k, address)
		return openedAddressMsg{told, bad}
	})
}

// openedAddressMsg tells what became of an address that was to be opened.
type openedAddressMsg struct {
	told string
	bad  bool
}

func (msg openedAddressMsg) handle(m *model) tea.Cmd {
	if msg.bad {
		m.warn(msg.told)
		return nil
	}
	m.say(msg.told)
	return nil
}

// addressOfFocus is the web address of the focused item; "" for none.
func addressOfFocus(w *walk.Walk) string {
	if iv := w.Item(); iv != nil && !w.IsHidden(w.Step()) {
		return addressOf(iv)
	}
	return ""
}

// addressOnStep is the first web address on the step; "" for none.
func addressOnStep(w *walk.Walk) string {
	sv := w.Step()
	if sv == nil || w.IsHidden(sv) {
		return ""
	}
	for i := range sv.Items {
		if iv := &sv.Items[i]; w.IsShown(iv) {
			if a := addressOf(iv); a != "" {
				return a
			}
		}
	}
	return ""
}

// addressOf is the first web address of an item: its answer, or a link in its
// text.
func addressOf(iv *run.ItemView) string {
	body := iv.Item.Help
	switch {
	case iv.Item.Text != nil:
		body = iv.Item.Text.Body
	case iv.Item.Copy != nil && iv.Item.Copy.Of == "" && iv.MissingField == "" && isWeb(iv.Item.Copy.Value):
		return flows.CleanLine(iv.Item.Copy.Value)
	case iv.Item.Holds() != nil && iv.Item.Holds().Type == flows.TypeURL && isWeb(field.Format(iv.Value)):
		return flows.CleanLine(field.Format(iv.Value))
	}
	if !strings.Contains(body, "://") {
		return ""
	}
	for _, link := range theme.Links(theme.Parse(flows.Clean(body))) {
		if isWeb(link) {
			return link
		}
	}
	return ""
}

func isWeb(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}
