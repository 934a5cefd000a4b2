package desk

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/field"
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
	case iv.Item.Copy == nil && iv.Item.Field == nil && iv.Item.List == nil:
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

// openAddress asks the system to open the address of the item or, if it has
// none, of the step. The address is shown in any case.
func openAddress(p *page) tea.Cmd {
	m, address := p.m, addressHere(p.Walk)
	tools, ctx, k := m.cfg.Tools, m.ctx, &m.t.Typing
	switch {
	case address == "":
		m.say(m.t.Wizard.OpenNothing)
		return nil
	case tools == nil:
		m.say(fmt.Sprintf(k.OpenNoTool, address))
		return nil
	case tools.Remote():
		m.say(fmt.Sprintf(k.OpenRemote, address))
		return nil
	}
	m.say(fmt.Sprintf(m.t.Wizard.OpenAddress, address))
	return guarded(func() tea.Msg {
		name, err := tools.Open(ctx, address)
		return openedAddressMsg{name, address, err}
	})
}

// openedAddressMsg brings the result of opening an address.
type openedAddressMsg struct {
	name, address string
	err           error
}

func (msg openedAddressMsg) handle(m *model) tea.Cmd {
	k := &m.t.Typing
	switch {
	case msg.err == nil:
		m.say(fmt.Sprintf(k.OpenedWith, msg.name, msg.address))
	case msg.name == "":
		m.say(fmt.Sprintf(k.OpenNoTool, msg.address))
	default:
		m.warn(fmt.Sprintf(k.OpenFailed, msg.name, msg.address))
	}
	return nil
}

// addressHere is the web address of the focused item, else the first on the
// step; "" for none.
func addressHere(w *walk.Walk) string {
	sv := w.Step()
	if sv == nil || w.IsHidden(sv) {
		return ""
	}
	if iv := w.Item(); iv != nil {
		if a := addressOf(iv); a != "" {
			return a
		}
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
	case iv.Item.Field != nil && iv.Item.Field.Type == flows.TypeURL && isWeb(field.Format(iv.Value)):
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
