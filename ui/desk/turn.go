package desk

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/file"
	"lotse/ui/walk"
)

// turn carries out what came of an act of the dialogue: the page shows where it
// stands now, the status line has the last that it tells, its question lies over
// the page, and its requests are commands whose ends it hears.
func (p *page) turn(t walk.Turn) tea.Cmd {
	p.arrive()
	if n := len(t.Tell); n > 0 {
		p.m.status = status{text: p.told(t.Tell[n-1]), bad: t.Bad}
	}
	return tea.Batch(p.request(t.Do), p.ask(t.Ask))
}

// heardMsg brings the end of a request, as the call by which the dialogue hears
// it. Keys may have waited for it.
type heardMsg struct {
	of     *page
	hear   func() walk.Turn
	waited bool
}

// heard goes on with the dialogue. What comes from a run that was shown before is
// dropped.
func (m *model) heard(msg heardMsg) tea.Cmd {
	var cmd tea.Cmd
	if m.page == msg.of {
		cmd = msg.of.turn(msg.hear())
		cmd = tea.Batch(cmd, msg.of.retryLater())
	}
	if msg.waited {
		return tea.Batch(cmd, m.release())
	}
	return cmd
}

// outside carries a request out beside the screen.
func (p *page) outside(work func() (hear func() walk.Turn)) tea.Cmd {
	return guarded(func() tea.Msg { return heardMsg{of: p, hear: work()} })
}

// waiting is outside, and keys wait until it has ended.
func (p *page) waiting(work func() (hear func() walk.Turn)) tea.Cmd {
	p.m.hold++
	return guarded(func() tea.Msg { return heardMsg{of: p, hear: work(), waited: true} })
}

// request carries requests out.
func (p *page) request(list []walk.Request) tea.Cmd {
	var cmds []tea.Cmd
	for _, r := range list {
		cmds = append(cmds, p.carry(r))
	}
	return tea.Batch(cmds...)
}

func (p *page) carry(r walk.Request) tea.Cmd {
	m, s, ctx, a := p.m, p.s, p.m.ctx, p.m.cfg.Archive
	switch r := r.(type) {
	case walk.Save:
		write := p.writing(r)
		return p.outside(func() func() walk.Turn {
			err := write()
			return func() walk.Turn { return p.Saved(err) }
		})
	case walk.Reload:
		return p.outside(func() func() walk.Turn {
			lost, err := s.Reload(ctx)
			return func() walk.Turn { return p.Reloaded(lost, err) }
		})
	case walk.Seal:
		// At once, so that a secret that is shown once is safe before the next
		// key. It takes less than a frame.
		return p.turn(p.Sealed(s.Seal(ctx, a.Vault(), r.At, r.Secret)))
	case walk.NewKey:
		m.say(m.t.Overlay.VaultMaking)
		return p.waiting(func() func() walk.Turn {
			_, err := a.Vault().Init(ctx, run.FilePlace, r.Passphrase)
			return func() walk.Turn { return p.KeyMade(err) }
		})
	case walk.KeepFile:
		return p.outside(func() func() walk.Turn {
			f, err := face.KeepFile(ctx, a, file.In(m.cfg.Files, r.Path), r.Most)
			return func() walk.Turn { return p.FileKept(r, f, err) }
		})
	case walk.Decide:
		m.say(m.t.Import.Taking)
		return p.waiting(func() func() walk.Turn {
			out, err := s.Do(false, r.Command)
			return func() walk.Turn { m.status = status{}; return p.Decided(out, err) }
		})
	case walk.RunCheck:
		return p.startCheck(r)
	}
	return nil
}

// ask lays a question over the page. One that nobody asked for takes no key at
// first.
func (p *page) ask(q walk.Question) tea.Cmd {
	m := p.m
	switch q := q.(type) {
	case walk.Confirm:
		return m.openItself(newRipple(m, q.List))
	case walk.Proof:
		m.openOver(newEvidence(p, q))
	case walk.Once:
		return m.openItself(newOnce(p, q))
	case walk.Read:
		return p.stopToRead(q.Items)
	case walk.Passphrase:
		return m.openItself(newVault(p))
	case *walk.Conflict:
		if o, open := m.over.(*clashOver); open && o.of == q {
			return nil // what came to it is asked about then
		}
		return m.openNext(newClash(q))
	}
	return nil
}

// submitted goes on once an overlay has done what it is for; a refusal stays in
// it.
func (p *page) submitted(f *form, t walk.Turn) tea.Cmd {
	if t.Bad && !t.Done {
		return f.fail(f.at, p.told(t.Tell[len(t.Tell)-1]))
	}
	p.m.closeOver()
	return p.turn(t)
}

// savingWord is what the header says of the disk.
func (p *page) savingWord() (word string, bad bool) {
	w := &p.m.t.Saving
	switch p.SaveState() {
	case walk.NotSaved:
		return fmt.Sprintf(w.NotSaved, face.Cause(p.m.t, p.SaveError())), true
	case walk.IsSaving:
		return w.Saving, false
	default:
		return w.Saved, false
	}
}
