package desk

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/field"
	"lotse/ui/file"
)

// then is what goes on after commands were done.
type then func() tea.Cmd

// do decides commands at once and goes on with next. What they change is shown
// before they are done; where they are refused, refused goes on, or the status
// line says why.
func (m *model) do(next then, refused func(*flows.Refusal) tea.Cmd, commands ...run.Command) tea.Cmd {
	out, err := m.page.s.Do(false, commands...)
	return m.decided(out, err, next, refused, commands)
}

// decided goes on after commands were done or refused.
func (m *model) decided(out run.Outcome, err error, next then, refused func(*flows.Refusal) tea.Cmd, commands []run.Command) tea.Cmd {
	var r *flows.Refusal
	switch {
	case err == nil:
		return m.did(next)
	case errors.As(err, &r) && r.Kind == flows.ErrRipple:
		return m.openItself(newRipple(m, out.Ripple, next, commands))
	case errors.As(err, &r) && refused != nil:
		return refused(r)
	default:
		m.warn(m.sentence(err))
		return nil
	}
}

// confirmed does commands whose consequences were seen.
func (m *model) confirmed(next then, commands []run.Command) tea.Cmd {
	if _, err := m.page.s.Do(true, commands...); err != nil {
		m.warn(m.sentence(err))
		return nil
	}
	return m.did(next)
}

func (m *model) did(next then) tea.Cmd {
	m.refresh()
	var cmd tea.Cmd
	if next != nil {
		cmd = next()
	}
	return tea.Batch(m.save(), cmd)
}

// take takes what stands in the widget as the answer, where it differs from
// what stands, and goes on.
func (m *model) take(next then) tea.Cmd {
	p := m.page
	iv := p.item()
	if p.widget == nil || iv == nil || iv.Item.Kind != flows.KindField {
		return proceed(next)
	}
	v := p.widget.Value()
	switch {
	case iv.Item.Field.Type == flows.TypeSecret:
		return m.takeSecret(field.Format(v), next)
	case field.Same(v, iv.Value):
		return m.untouched(next)
	case iv.Item.Field.Type == flows.TypeFile && !strings.HasPrefix(field.Format(v), "sha256:") && !field.Empty(v):
		return tea.Batch(m.keepFile(field.Format(v)), proceed(next))
	}
	at := p.here()
	return m.do(m.settled(at, next), nil, run.Answer{At: p.target(), Value: v})
}

// settled forgets the typing that became an answer.
func (m *model) settled(at flows.Address, next then) then {
	return func() tea.Cmd {
		delete(m.page.drafts, at)
		m.forgotten(at)
		if m.page.here() == at {
			m.page.rebuild(m)
		}
		return proceed(next)
	}
}

// untouched forgets typing that came to the same as what stands.
func (m *model) untouched(next then) tea.Cmd {
	at := m.page.here()
	if _, ok := m.page.drafts[at]; ok {
		delete(m.page.drafts, at)
		m.forgotten(at)
	}
	return proceed(next)
}

func proceed(next then) tea.Cmd {
	if next == nil {
		return nil
	}
	return next()
}

// takeSecret seals at once, so that a secret that is shown once is safe before
// the next key. Sealing takes less than a frame.
func (m *model) takeSecret(value string, next then) tea.Cmd {
	p := m.page
	if value == "" {
		return m.untouched(next)
	}
	clean, removed := flows.Normalise(flows.TypeSecret, value, false)
	at := p.here()
	set, err := p.s.Seal(m.ctx, m.cfg.Archive.Vault(), p.target(), run.NewSecret([]byte(clean)))
	switch {
	case errors.Is(err, flows.ErrNoIdentity):
		return m.openItself(newVault(m, next))
	case err != nil:
		m.warn(m.sentence(err))
		return nil
	}
	done := m.settled(at, next)
	return m.do(func() tea.Cmd {
		cmd := done()
		if removed.Any() {
			m.say(m.tell(removed.Problem().Message))
		}
		return cmd
	}, nil, set)
}

// fileMsg tells that a file was kept.
type fileMsg struct {
	at   flows.Address
	file run.File
	err  error
	tick bool // as evidence of a task
}

// keepFile keeps the file at a path that was typed; the answer follows when it
// is safe.
func (m *model) keepFile(path string) tea.Cmd {
	return m.putFile(path, m.page.item().Item.Field.MaxFile(), m.page.here(), false)
}

// sampled is an item's field; one that takes a file hints at a demo's sample.
func (m *model) sampled(it *flows.Item) *flows.Field {
	names := m.cfg.Samples(it.ID)
	if it.Field.Type != flows.TypeFile || len(names) == 0 {
		return it.Field
	}
	f := *it.Field
	f.Placeholder = names[0]
	return &f
}

func (m *model) putFile(path string, most int64, at flows.Address, tick bool) tea.Cmd {
	ctx, a := m.ctx, m.cfg.Archive
	m.page.keeping++
	return guarded(func() tea.Msg {
		f, err := face.KeepFile(ctx, a, file.In(m.cfg.Files, path), most)
		return fileMsg{at, f, err, tick}
	})
}

func (m *model) fileKept(msg fileMsg) tea.Cmd {
	if m.page == nil {
		return nil
	}
	p := m.page
	p.keeping = max(p.keeping-1, 0) // one may come from the run that was shown before
	if msg.err != nil {
		p.after = nil
		m.warn(m.sentence(msg.err))
		return nil
	}
	target := msg.at.Whole()
	next := p.whenKept()
	if msg.tick {
		return m.do(next, nil, run.Tick{At: target, Evidence: &msg.file})
	}
	return m.do(m.settled(msg.at, next), nil, run.Answer{At: target, Value: face.Kept(msg.file)})
}

// whenKept is what waited for the last file, once; nil while more are to come.
func (p *page) whenKept() then {
	if p.keeping > 0 {
		return nil
	}
	next := p.after
	p.after = nil
	return next
}
