package desk

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/field"
	"lotse/ui/theme"
)

func (m *model) space() tea.Cmd {
	iv := m.page.item()
	switch {
	case iv == nil || !m.page.engaged:
		return nil
	case iv.Item.Kind == flows.KindCheck:
		return m.runCheck()
	case iv.Item.Kind != flows.KindTask:
		return nil
	}
	if iv.Done {
		return m.do(nil, nil, run.Untick{Item: m.page.target()})
	}
	return m.tickOff(nil)
}

// tick ticks a task; one that asks for evidence asks for it first.
func (m *model) tickOff(next then) tea.Cmd {
	if iv := m.page.item(); iv.Item.Task.Evidence != flows.NoEvidence {
		m.openOver(newEvidence(m, iv, next))
		return nil
	}
	return m.do(next, nil, run.Tick{Item: m.page.target()})
}

// copyHere sends the value under the focus to the terminal's clipboard. It says
// no more than is known: no terminal answers.
func (m *model) copyHere() tea.Cmd {
	iv := m.page.item()
	if iv == nil {
		m.say(m.t.Wizard.CopyNothing)
		return nil
	}
	value, secret := m.copyValue(iv)
	switch {
	case secret:
		m.warn(m.t.Wizard.CopySecret)
	case iv.Item.Copy == nil && iv.Item.Field == nil:
		m.say(m.t.Wizard.CopyNothing)
	case value == "":
		m.say(m.t.Wizard.CopyEmpty)
	default:
		m.say(m.t.Wizard.Copied)
		return tea.SetClipboard(value)
	}
	return nil
}

// copyValue is what an item has to copy.
func (m *model) copyValue(iv *run.ItemView) (value string, secret bool) { return m.page.view.Copy(iv) }

// openAddress names the step's address; opening it is the person's business.
func (m *model) openAddress() tea.Cmd {
	sv := m.page.stepView()
	if sv == nil || m.veiled(sv) {
		return nil
	}
	for i := range sv.Items {
		iv := &sv.Items[i]
		if !m.shown(iv) {
			continue
		}
		body := iv.Item.Help
		if iv.Item.Text != nil {
			body = iv.Item.Text.Body
		}
		if iv.Item.Field != nil && iv.Item.Field.Type == flows.TypeURL && !field.Empty(iv.Value) {
			body = "<" + field.Format(iv.Value) + ">"
		}
		if !strings.Contains(body, "://") {
			continue
		}
		if links := theme.Links(theme.Parse(flows.Clean(body))); len(links) > 0 {
			m.say(fmt.Sprintf(m.t.Wizard.OpenAddress, links[0]))
			return nil
		}
	}
	m.say(m.t.Wizard.OpenNothing)
	return nil
}
