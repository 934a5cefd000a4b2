package desk

import (
	"context"
	"errors"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/outside"
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

func (saveTickMsg) late(m *model) tea.Cmd { return m.onPage((*page).saveTick) }
func (retryMsg) late(m *model) tea.Cmd    { return m.onPage((*page).retryNow) }

// keepSoon has typing written at the next tick.
func (c *carrier) keepSoon() tea.Cmd {
	if c.ticking {
		return nil
	}
	c.ticking = true
	return c.p.m.tick(saveEvery, func(time.Time) tea.Msg { return saveTickMsg{} })
}

func (c *carrier) saveTick() tea.Cmd {
	c.ticking = false
	return c.request(c.p.Save())
}

// retryLater saves again after a while what could not be saved.
func (c *carrier) retryLater() tea.Cmd {
	if c.failing || c.p.SaveError() == nil {
		return nil
	}
	c.failing = true
	return c.p.m.tick(retryEvery, func(time.Time) tea.Msg { return retryMsg{} })
}

func (c *carrier) retryNow() tea.Cmd {
	c.failing = false
	return c.retry()
}

// retry saves again, with the next key or after a while, what could not be
// saved.
func (c *carrier) retry() tea.Cmd {
	if c.p.SaveError() == nil {
		return nil
	}
	return c.request(c.p.Save())
}

// writing is the function that writes: typing first, then the events, whose
// transaction removes what became an answer.
func (c *carrier) writing(r walk.Save) func() error {
	ctx, s := c.p.m.ctx, c.p.s
	w := writer{c.p.m.cfg.Archive, c.p.s.ID(), c.p.View().Mode, c.p.m.now()}
	return func() error {
		c.writes.Lock()
		defer c.writes.Unlock()
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
		err := outside.KeepTyping(ctx, w.archive, run.Unsaved{Run: w.id, At: w.at}, w.mode, t)
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
