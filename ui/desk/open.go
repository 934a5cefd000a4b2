package desk

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/run"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// openedMsg brings a run that was opened or started.
type openedMsg struct {
	s     session
	typed []walk.Typing
	lost  bool // secret input was kept that cannot be opened here
	err   error
}

// open opens a run; keys wait until it is there.
func (m *model) open(id string) tea.Cmd {
	m.hold++
	m.say(m.t.Desk.Opening)
	cfg, ctx := m.cfg, m.ctx
	return guarded(func() tea.Msg {
		s, err := run.Resume(ctx, cfg.Env, cfg.Archive, id, cfg.Load)
		if err != nil {
			return openedMsg{err: err}
		}
		typed, lost, err := outside.ReadTyping(ctx, cfg.Archive, s.ID(), s.View(time.Time{}).Mode)
		return openedMsg{s: s, typed: typed, lost: lost, err: err}
	})
}

// start starts a run for a customer, who is made where the name is new.
func (m *model) start(procedure, customer string, mode run.Mode) tea.Cmd {
	m.hold++
	m.say(m.t.Desk.Creating)
	cfg, ctx := m.cfg, m.ctx
	return guarded(func() tea.Msg {
		s, err := begin(ctx, cfg, procedure, customer, mode)
		return openedMsg{s: s, err: err}
	})
}

func begin(ctx context.Context, cfg Config, procedure, customer string, mode run.Mode) (session, error) {
	return outside.Start(ctx, &cfg, procedure, customer, mode)
}

func (msg openedMsg) late(m *model) tea.Cmd {
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
	m.over = nil
	m.page = newPage(m, msg.s, msg.typed)
	m.page.remember()
	m.page.toTyped()
	m.page.arrive()
	if msg.lost {
		m.warn(m.t.Overlay.VaultForgot)
	}
	return m.release()
}
