package desk

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
	"lotse/ui/outside"
)

// hearEvery is how long after one message about others the next one comes, at the
// soonest: what thousands of changes say is heard at once.
const hearEvery = 200 * time.Millisecond

// team is the team of the store that is open; nil for none, and where nothing is done in
// it.
func (m *model) team() run.Team {
	if m.cfg.Archive == nil || m.cfg.Replay != nil || m.cfg.Preview != nil {
		return nil
	}
	return m.cfg.Archive.Team()
}

// watchOthers has what others change come as messages, until the screen has ended.
func (m *model) watchOthers() {
	team, send := m.team(), m.send
	if team == nil || send == nil {
		return
	}
	ctx, stop := context.WithCancel(m.ctx)
	ear := outside.NewEar()
	beside := func(f func() tea.Msg) {
		go func() {
			if msg := guarded(f)(); msg != nil {
				send(msg)
			}
		}()
	}
	beside(func() tea.Msg {
		if err := team.Watch(ctx, ear.Tell); err != nil && ctx.Err() == nil {
			return unheardMsg{err}
		}
		return nil
	})
	beside(func() tea.Msg {
		defer stop()
		for {
			select {
			case <-m.gone:
				return nil
			case <-ear.Some():
				send(writtenMsg{ear.Take()})
			}
			select {
			case <-m.gone:
				return nil
			case <-time.After(hearEvery):
			}
		}
	})
}

// unheardMsg says that nothing is heard of others any more.
type unheardMsg struct{ err error }

func (msg unheardMsg) handle(m *model) tea.Cmd {
	m.warn(m.sentence(msg.err))
	return nil
}

// writtenMsg brings what others have changed. It is the only way by which the screen
// learns of it.
type writtenMsg struct{ all []run.Written }

func (msg writtenMsg) handle(m *model) tea.Cmd {
	if m.leaving {
		return nil
	}
	var cmds []tea.Cmd
	var listed run.Written
	changed := false
	for _, w := range msg.all {
		if p := m.page; p != nil && (w.Run == "" || w.Run == p.s.ID()) {
			cmds = append(cmds, p.hear(w))
		}
		if !w.Opened {
			changed, listed = true, w
		}
	}
	if changed && m.page == nil {
		cmds = append(cmds, m.list.catchUp(listed))
	}
	return tea.Batch(cmds...)
}

// hear takes what others have done with the run.
func (p *page) hear(w run.Written) tea.Cmd {
	var cmds []tea.Cmd
	if w.Run == "" || w.Opened {
		cmds = append(cmds, p.readOthers())
	}
	if w.Run == "" || w.Gone {
		cmds = append(cmds, p.lookForRun())
	}
	if !w.Opened {
		if t := p.CatchUp(); len(t.Do) > 0 {
			cmds = append(cmds, p.turn(t))
		}
	}
	return tea.Batch(cmds...)
}

// lookForRun looks whether the run is there, and may be seen.
func (p *page) lookForRun() tea.Cmd {
	ctx, a, id := p.m.ctx, p.m.cfg.Archive, p.s.ID()
	return guarded(func() tea.Msg {
		if _, err := a.Header(ctx, id); errors.Is(err, flows.ErrNotFound) {
			return goneMsg{p}
		}
		return nil
	})
}

// goneMsg says that the run is not there.
type goneMsg struct{ of *page }

func (msg goneMsg) handle(m *model) tea.Cmd {
	if m.page == msg.of {
		m.warn(words.Say(m.t.Lang, flows.Msg("team.gone")))
	}
	return nil
}

// heardText says who has done what, the newest first; "" where nothing of it is shown
// here.
func (p *page) heardText(heard []run.Event) string {
	all := p.m.describeEvents(p.View(), heard, len(heard))
	if len(all) == 0 {
		return ""
	}
	text := all[0].by + ": " + all[0].what
	if n := len(all) - 1; n > 0 {
		text = words.Say(p.m.t.Lang, flows.Msg("team.more", "what", text, "n", n))
	}
	return text + p.m.th.Dot + p.m.shortly(all[0].at)
}

// sayHeard says it, unless something stands there that was not read yet.
func (m *model) sayHeard(text string) {
	if text != "" && m.over == nil && !m.status.bad {
		m.say(text)
	}
}
