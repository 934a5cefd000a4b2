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

// eventWriter is what writing needs of a run.
type eventWriter interface {
	Seal(ctx context.Context, v run.Vault, t flows.Address, origin string, value run.Secret) (run.SetSecret, error)
	Flush(ctx context.Context) error
	Reload(ctx context.Context) ([]run.Command, error)
}

// saveEvery is how long after it was typed unsubmitted input is saved, at the
// latest, and with it all that was typed meanwhile: no write for each key.
const saveEvery = 300 * time.Millisecond

// retryEvery is how often a failed save is tried again while no key is
// pressed.
const retryEvery = 5 * time.Second

type (
	saveTickMsg struct{}
	retryMsg    struct{}
)

func (saveTickMsg) handle(m *model) tea.Cmd { return m.onPage(withRequests((*requestRunner).saveTick)) }

func (retryMsg) handle(m *model) tea.Cmd { return m.onPage(withRequests((*requestRunner).retryNow)) }

// keepSoon saves unsubmitted input at the next tick.
func (c *requestRunner) keepSoon() tea.Cmd {
	if c.ticking {
		return nil
	}
	c.ticking = true
	return c.p.m.tick(saveEvery, func(time.Time) tea.Msg { return saveTickMsg{} })
}

func (c *requestRunner) saveTick() tea.Cmd {
	c.ticking = false
	return c.runAll(c.p.Save())
}

// retryLater tries a failed save again after a while.
func (c *requestRunner) retryLater() tea.Cmd {
	if c.failing || c.p.SaveError() == nil {
		return nil
	}
	c.failing = true
	return c.p.m.tick(retryEvery, func(time.Time) tea.Msg { return retryMsg{} })
}

func (c *requestRunner) retryNow() tea.Cmd {
	c.failing = false
	return c.retry()
}

// retry tries a failed save again, with the next key or after a while.
func (c *requestRunner) retry() tea.Cmd {
	if c.p.SaveError() == nil {
		return nil
	}
	return c.runAll(c.p.Save())
}

// saved tells the dialogue how a write ended. What was said of one that failed goes
// once it is saved after all.
func (c *requestRunner) saved(err error) walk.Turn {
	failed, t := c.p.SaveError() != nil, c.p.Saved(err)
	switch n := len(t.Tell); {
	case err != nil && n > 0:
		c.unsaved = c.p.dialogueText(t.Tell[n-1])
	case err == nil && failed && c.p.m.status.text == c.unsaved:
		c.p.m.status = status{}
	}
	return t
}

// writing is the function that writes.
func (c *requestRunner) writing(r walk.Save) func() error {
	p, ctx := c.p, c.p.m.ctx
	w := outside.Writer{Archive: p.m.cfg.Archive, Session: p.s, Run: p.s.ID(), Mode: p.View().Mode, At: p.m.now()}
	return func() error {
		c.writes.Lock()
		defer c.writes.Unlock()
		return w.Write(ctx, r)
	}
}
