package desk

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/field"
)

// openedMsg brings a run that was opened or started.
type openedMsg struct {
	s      session
	drafts map[flows.Address]string
	lost   bool // secret input was kept that cannot be opened here
	err    error
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
		drafts, lost, err := restore(ctx, cfg.Archive, s)
		return openedMsg{s: s, drafts: drafts, lost: lost, err: err}
	})
}

// restore reads what was typed and not submitted.
func restore(ctx context.Context, a run.Archive, s *run.Session) (map[flows.Address]string, bool, error) {
	list, lost, err := face.Restore(ctx, a, s.ID(), s.View(time.Time{}).Mode)
	drafts := map[flows.Address]string{}
	for _, d := range list {
		drafts[flows.Address{Step: d.Step, Item: d.Item, Row: d.Row, Column: d.Column}] = d.Value
	}
	return drafts, lost, err
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
	return face.Start(ctx, &cfg, procedure, customer, mode)
}

func (m *model) opened(msg openedMsg) tea.Cmd {
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
	m.page = newPage(m, msg.s)
	m.begun = m.page.view.Progress.Done
	if msg.drafts != nil {
		m.page.drafts = msg.drafts
	}
	m.page.remember(m)
	cmd := m.goTo(m.page.view.Current)
	m.toTypedCell()
	if msg.lost {
		m.warn(m.t.Overlay.VaultForgot)
	}
	return tea.Batch(cmd, m.release())
}

// toTypedCell goes to the cell of the step in which something was typed and not
// taken, as after a kill in the middle of a list.
func (m *model) toTypedCell() {
	p := m.page
	for at := range p.drafts {
		if iv := p.itemHere(at); iv == nil || at.Column == "" || !m.focusable(iv) {
			continue
		}
		m.focus(at.Item)
		if t, ok := p.widget.(*field.Table); ok {
			t.Go(at.Row, at.Column)
		}
		return
	}
}

// itemHere is the item of a place on the step that is shown; nil for another.
func (p *page) itemHere(at flows.Address) *run.ItemView {
	if sv := p.stepView(); sv != nil && at.Step == p.step {
		return sv.Item(at.Item)
	}
	return nil
}
