package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
)

func (m *model) space() tea.Cmd {
	iv := m.page.item()
	switch {
	case iv == nil || !m.page.engaged:
		return m.whyNot("space")
	case iv.Item.Kind == flows.KindCheck:
		return m.runCheck()
	case iv.Item.Kind != flows.KindTask:
		return m.whyNot("space")
	}
	if iv.Done {
		return m.do(nil, nil, run.Untick{At: m.page.target()})
	}
	return m.tickOff(nil)
}

// tick ticks a task; one that asks for evidence asks for it first.
func (m *model) tickOff(next then) tea.Cmd {
	if iv := m.page.item(); iv.Item.Task.Evidence != flows.NoEvidence {
		m.openOver(newEvidence(m, iv, next))
		return nil
	}
	return m.do(next, nil, run.Tick{At: m.page.target()})
}
