package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/face"
	"lotse/ui/outside"
)

// openedMsg brings a run that was opened or started.
type openedMsg struct {
	outside.ResumedRun
	err error
}

// open opens a run; keys are held until it is there.
func (m *model) open(id string) tea.Cmd {
	m.hold++
	m.say(m.t.Desk.Opening)
	cfg, ctx := m.cfg, m.ctx
	return guarded(func() tea.Msg {
		o, err := outside.Resume(ctx, &cfg, id)
		return openedMsg{o, err}
	})
}

// start starts a run for a customer; a new name adds a customer.
func (m *model) start(procedure, customer string, mode run.Mode) tea.Cmd {
	m.hold++
	m.say(m.t.Desk.Creating)
	cfg, ctx := m.cfg, m.ctx
	return guarded(func() tea.Msg {
		o, err := outside.Begin(ctx, &cfg, procedure, customer, mode)
		return openedMsg{o, err}
	})
}

func (msg openedMsg) handle(m *model) tea.Cmd {
	m.status = status{}
	if msg.err != nil {
		m.warn(m.sentence(msg.err))
		if m.list.empty() {
			if err := m.list.load(m.ctx, m.cfg.Archive, m.now()); err != nil {
				m.warn(m.sentence(err))
			}
		}
		return m.release()
	}
	left := m.leaveRun()
	m.over, m.under = nil, nil
	m.page = newPage(m, msg.Session, msg.Typing)
	m.page.SetPages(msg.Pages)
	m.page.Learn(msg.Learned)
	m.page.remember()
	half := m.page.Arrive(m.cfg.At)
	m.cfg.At = flows.Address{} // of the first run alone
	m.page.toTyped()
	m.page.arrive()
	if !half.IsZero() {
		m.status.news = []string{m.page.dialogueText(half)}
	}
	if m.page.reads {
		m.status.news = append(m.status.news, looksOn(m.cfg.Lang))
	}
	if !m.share {
		m.status.news = append(m.status.news, face.News(m.cfg.Lang, m.page.View().Lang, msg.Session.Brief(m.now()))...)
	}
	m.page.newer = outside.Newer(m.cfg.Library, m.page.View())
	if newer := m.newer(m.page.newer); !newer.IsZero() {
		m.status.news = append(m.status.news, words.Say(m.cfg.Lang, newer))
	}
	if msg.Lost {
		m.warn(m.t.Overlay.VaultForgot)
	}
	return tea.Batch(left, m.page.enter(), m.page.rehearsal.read(), m.page.readEarlier(), m.release())
}
