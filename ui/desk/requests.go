package desk

import (
	"sync"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/file"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// requestRunner carries out the requests of a page's dialogue.
type requestRunner struct {
	p       *page
	writes  sync.Mutex // one at a time, the last one before leaving too
	ticking bool       // typing is kept after a while
	failing bool       // what could not be saved is tried again after a while
	unsaved string     // what was said of that
}

// withRequests makes a page action of an action of its request runner.
func withRequests(do func(*requestRunner) tea.Cmd) func(*page) tea.Cmd {
	return func(p *page) tea.Cmd { return do(&p.carrier) }
}

// inBackground carries out a request while the screen goes on.
func (c *requestRunner) inBackground(work func() (hear func() walk.Turn)) tea.Cmd {
	return guarded(func() tea.Msg { return requestDoneMsg{of: c.p, hear: work()} })
}

// inBackgroundHoldingKeys does the same, but keys are held until it has ended.
func (c *requestRunner) inBackgroundHoldingKeys(work func() (hear func() walk.Turn)) tea.Cmd {
	c.p.m.hold++
	return guarded(func() tea.Msg { return requestDoneMsg{of: c.p, hear: work(), waited: true} })
}

// runAll carries out requests.
func (c *requestRunner) runAll(list []walk.Request) tea.Cmd {
	var cmds []tea.Cmd
	for _, r := range list {
		cmds = append(cmds, c.run(r))
	}
	return tea.Batch(cmds...)
}

func (c *requestRunner) run(r walk.Request) tea.Cmd {
	p := c.p
	m, s, ctx, a := p.m, p.s, p.m.ctx, p.m.cfg.Archive
	switch r := r.(type) {
	case walk.Save:
		write := c.writing(r)
		return c.inBackground(func() func() walk.Turn {
			err := write()
			return func() walk.Turn { return c.saved(err) }
		})
	case walk.Reload:
		return c.inBackground(func() func() walk.Turn {
			lost, err := s.Reload(ctx)
			return func() walk.Turn { return p.Reloaded(lost, err) }
		})
	case walk.CatchUp:
		return c.inBackground(func() func() walk.Turn {
			c.writes.Lock() // the run may be left meanwhile
			defer c.writes.Unlock()
			lost, err := s.Reload(ctx)
			return func() walk.Turn { return p.CaughtUp(lost, err) }
		})
	case walk.Seal:
		// At once, so that a secret that is shown once is safe before the next
		// key. It takes less than a frame.
		return p.turn(p.Sealed(s.Seal(ctx, a.Vault(), r.At, check.OriginFor(s, r.At), r.Secret)))
	case walk.NewKey:
		m.say(m.t.Overlay.VaultMaking)
		return c.inBackgroundHoldingKeys(func() func() walk.Turn {
			_, err := a.Vault().Init(ctx, run.FilePlace, r.Passphrase)
			return func() walk.Turn { return p.KeyMade(err) }
		})
	case walk.KeepFile:
		return c.inBackground(func() func() walk.Turn {
			f, err := outside.KeepFile(ctx, a, file.ResolveInput(m.cfg.Files, r.Path), r.Most)
			return func() walk.Turn { return p.FileKept(r, f, err) }
		})
	case walk.Decide:
		m.say(m.t.Import.Taking)
		return c.inBackgroundHoldingKeys(func() func() walk.Turn {
			out, err := s.Do(false, r.Command)
			return func() walk.Turn { m.status = status{}; return p.Decided(out, err) }
		})
	case walk.KeepPage:
		return c.inBackground(func() func() walk.Turn {
			err := a.SetPage(ctx, r.Customer, r.System, r.Address)
			return func() walk.Turn { return p.PageKept(r, err) }
		})
	case walk.OpenPage:
		return m.openPage(r.Address)
	case walk.OpenSecret:
		return p.secrets.open(r)
	case walk.RunCheck:
		return p.check.start(r)
	}
	return nil
}
