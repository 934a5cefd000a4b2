package desk

import (
	"context"
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

func (saveTickMsg) late(m *model) tea.Cmd { return m.onPage(carried((*carrier).saveTick)) }
func (retryMsg) late(m *model) tea.Cmd    { return m.onPage(carried((*carrier).retryNow)) }

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

// writing is the function that writes.
func (c *carrier) writing(r walk.Save) func() error {
	p, ctx := c.p, c.p.m.ctx
	w := outside.Writer{Archive: p.m.cfg.Archive, Session: p.s, Run: p.s.ID(), Mode: p.View().Mode, At: p.m.now()}
	return func() error {
		c.writes.Lock()
		defer c.writes.Unlock()
		return w.Write(ctx, r)
	}
}
