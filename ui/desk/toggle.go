package desk

import tea "charm.land/bubbletea/v2"

func helping(m *model, _ string) tea.Cmd {
	m.openOver(&helpOver{m: m})
	return nil
}

// toggleShare hides, or shows again, what is not for the other side's eyes.
func (m *model) toggleShare() tea.Cmd {
	m.share = !m.share
	if m.share {
		m.say(m.t.Wizard.SharedOn)
	} else {
		m.say(m.t.Wizard.SharedOff)
	}
	return m.onPage((*page).shareTurned)
}

// shareTurned goes on beside what is not for the eyes that look on now.
func (p *page) shareTurned() tea.Cmd {
	p.note()
	p.Share(p.m.share)
	p.arrive()
	return nil
}

func mousing(m *model, _ string) tea.Cmd {
	m.mouse = !m.mouse
	if m.mouse {
		m.say(m.t.Wizard.MouseOn)
	} else {
		m.say(m.t.Wizard.MouseOff)
	}
	return nil
}
