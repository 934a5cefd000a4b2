package desk

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
)

// openedMsg brings a run that was opened or started.
type openedMsg struct {
	s      session
	drafts map[place]string
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

// restore reads what was typed and not submitted. Secret input is opened only
// where that asks nobody.
func restore(ctx context.Context, a run.Archive, s *run.Session) (drafts map[place]string, lost bool, err error) {
	list, err := a.Unsaved(ctx, s.ID())
	if err != nil {
		return nil, false, fmt.Errorf("read unsaved input: %w", err)
	}
	drafts = map[place]string{}
	for _, u := range list {
		at := place{u.Step, u.Item, u.Row, u.Column}
		if u.Blob == nil {
			drafts[at] = u.Text
			continue
		}
		secret, err := reopen(ctx, a, s, u)
		if err != nil {
			lost = true
			continue
		}
		drafts[at] = string(secret.Reveal())
	}
	return drafts, lost, nil
}

func reopen(ctx context.Context, a run.Archive, s *run.Session, u run.Unsaved) (run.Secret, error) {
	state, err := a.Vault().State(ctx)
	if err != nil {
		return run.Secret{}, err
	}
	if !state.Open && state.Place == run.FilePlace {
		return run.Secret{}, run.ErrSealed
	}
	return a.Vault().OpenUnsaved(ctx, s.View(u.At).Mode, u.Run, u.Item, u.Blob)
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
	p, err := cfg.Library.Procedure(procedure)
	if err != nil {
		return nil, err
	}
	customer = run.CustomerName(customer)
	c, err := cfg.Archive.FindCustomer(ctx, customer)
	if errors.Is(err, run.ErrNotFound) {
		c, err = cfg.Archive.AddCustomer(ctx, run.Customer{Name: customer})
	}
	if err != nil {
		return nil, fmt.Errorf("find customer: %w", err)
	}
	lang := cfg.Lang
	if lang == "" {
		lang = "en"
	}
	s, err := run.Create(cfg.Env, cfg.Archive, run.Start{Procedure: p, Customer: c, Mode: mode, Lang: lang})
	if err != nil {
		return nil, err
	}
	return s, s.Flush(ctx)
}

func (m *model) opened(msg openedMsg) tea.Cmd {
	m.status = status{}
	if msg.err != nil {
		m.warn(msg.err.Error())
		if m.list.empty() {
			if err := m.list.load(m.ctx, m.cfg.Archive, m.now()); err != nil {
				m.warn(err.Error())
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
	if msg.lost {
		m.warn(m.t.Overlay.VaultForgot)
	}
	return tea.Batch(cmd, m.release())
}

// farewell are the lines that stay when the screen has gone: what was done, what
// is open, how to go on.
func (m *model) farewell() []string {
	l := &m.t.Leave
	if m.last == nil {
		return []string{l.Start}
	}
	h := m.last
	lines := []string{fmt.Sprintf(l.Did, flows.CleanLine(h.Customer.Name), flows.CleanLine(h.Title), h.Progress.Done, h.Progress.Needed())}
	if h.Mode != run.Real {
		lines[0] = m.t.Mode(h.Mode) + "  " + lines[0]
	}
	if h.CurrentTitle != "" {
		lines = append(lines, fmt.Sprintf(l.Open, flows.CleanLine(h.CurrentTitle)))
	} else {
		lines = append(lines, l.OpenNothing)
	}
	if m.saver.err != nil {
		lines = append(lines, fmt.Sprintf(l.NotSaved, m.saver.err))
	}
	id := h.ID
	if m.cfg.Flags != "" {
		id += " " + m.cfg.Flags
	}
	return append(lines, fmt.Sprintf(l.Resume, id))
}
