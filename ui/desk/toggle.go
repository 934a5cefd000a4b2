package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/ui/desk/palette"
	"lotse/ui/face"
)

func toggleHelpKey(m *model, _ string) tea.Cmd {
	m.openOver(&helpOver{m: m})
	return nil
}

// toggleShare hides, or shows again, what the other side must not see.
func (m *model) toggleShare() tea.Cmd {
	m.share = !m.share
	if _, listed := m.over.(*palette.Over); listed {
		m.closeOver() // what it lists was found for the other view
	}
	if m.share {
		m.say(m.t.Wizard.SharedOn)
	} else {
		m.say(m.t.Wizard.SharedOff)
	}
	return m.onPage((*page).shareTurned)
}

// shareTurned moves on from an item that is hidden now.
func (p *page) shareTurned() tea.Cmd {
	p.note()
	p.Share(p.m.share)
	p.arrive()
	return nil
}

func toggleMouseKey(m *model, _ string) tea.Cmd {
	m.mouse = !m.mouse
	if m.mouse {
		m.say(m.t.Wizard.MouseOn)
	} else {
		m.say(m.t.Wizard.MouseOff)
	}
	ctx, archive, word := m.ctx, m.cfg.Archive, map[bool]string{true: "on", false: "off"}[m.mouse]
	return guarded(func() tea.Msg {
		return mouseKeptMsg{archive.SetSetting(ctx, face.MouseSetting, word)}
	})
}

// mouseKeptMsg says whether the choice is kept for the next time.
type mouseKeptMsg struct{ err error }

func (msg mouseKeptMsg) handle(m *model) tea.Cmd {
	if msg.err != nil {
		m.warn(m.sentence(msg.err))
	}
	return nil
}
