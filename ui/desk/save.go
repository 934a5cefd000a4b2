package desk

import (
	"context"
	"errors"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/walk"
)

// keeper is what writing needs of a run.
type keeper interface {
	Seal(ctx context.Context, v run.Vault, t flows.Address, value run.Secret) (run.SetSecret, error)
	Flush(ctx context.Context) error
	Reload(ctx context.Context) ([]run.Command, error)
}

// saveEvery is how often typing that was not submitted is kept.
const saveEvery = 2 * time.Second

// retryEvery is how often saving is tried again while it fails and no key is
// pressed.
const retryEvery = 5 * time.Second

type (
	saveTickMsg struct{}
	retryMsg    struct{}
)

// keepSoon has typing written at the next tick.
func (p *page) keepSoon() tea.Cmd {
	if p.ticking {
		return nil
	}
	p.ticking = true
	return p.m.tick(saveEvery, func(time.Time) tea.Msg { return saveTickMsg{} })
}

func (p *page) saveTick() tea.Cmd {
	p.ticking = false
	return p.request(p.Save())
}

// retryLater saves again after a while what could not be saved.
func (p *page) retryLater() tea.Cmd {
	if p.failing || p.SaveError() == nil {
		return nil
	}
	p.failing = true
	return p.m.tick(retryEvery, func(time.Time) tea.Msg { return retryMsg{} })
}

func (p *page) retryNow() tea.Cmd {
	p.failing = false
	return p.retry()
}

// retry saves again, with the next key or after a while, what could not be
// saved.
func (p *page) retry() tea.Cmd {
	if p.SaveError() == nil {
		return nil
	}
	return p.request(p.Save())
}

// writing is the function that writes: typing first, then the events, whose
// transaction removes what became an answer.
func (p *page) writing(r walk.Save) func() error {
	ctx, s := p.m.ctx, p.s
	w := writer{p.m.cfg.Archive, p.s.ID(), p.View().Mode, p.m.now()}
	return func() error {
		p.writes.Lock()
		defer p.writes.Unlock()
		if err := w.keep(ctx, r.Typing); err != nil {
			return err
		}
		if err := s.Flush(ctx); err != nil {
			return err
		}
		return w.keep(ctx, r.Then)
	}
}

// keep keeps typing.
func (w writer) keep(ctx context.Context, list []walk.Typing) error {
	for _, t := range list {
		err := face.KeepTyping(ctx, w.archive, run.Unsaved{Run: w.id, At: w.at}, w.mode, t)
		if err != nil && !errors.Is(err, flows.ErrNoIdentity) { // there is no key yet to keep it under
			return fmt.Errorf("keep unsaved input: %w", err)
		}
	}
	return nil
}

// writer writes typing.
type writer struct {
	archive run.Archive
	id      string // of the run
	mode    run.Mode
	at      time.Time
}
