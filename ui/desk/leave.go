package desk

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
)

// leftMsg reports that everything that could be saved is saved.
type leftMsg struct {
	lost []run.Command // another program changed the same
	err  error
}

// leave saves everything and quits; asked twice it quits at once.
func (m *model) leave(code int) tea.Cmd {
	m.code = code
	if m.leaving {
		return tea.Quit
	}
	m.leaving = true
	m.cancelCheck()
	if m.page == nil || m.replay != nil {
		return tea.Quit
	}
	m.page.keep()
	m.page.endCall()
	m.page.remember()
	write, s, ctx := m.page.carrier.writing(m.page.Leaving()), m.page.s, m.ctx
	return guarded(func() tea.Msg {
		var msg leftMsg
		if msg.err = write(); !errors.Is(msg.err, flows.ErrConflict) {
			return msg
		}
		// Another program has written: what is not its business, too, is saved.
		if msg.lost, msg.err = s.Reload(ctx); msg.err == nil {
			msg.err = s.Flush(ctx)
		}
		return msg
	})
}

func (msg leftMsg) handle(m *model) tea.Cmd {
	m.page.Ended(msg.lost, msg.err)
	return tea.Quit
}

// closedMsg brings the result of the last write before the list is shown.
type closedMsg struct{ err error }

// close saves everything and goes to the list; if that fails the page stays,
// with what is not saved.
func (p *page) close() tea.Cmd {
	p.keep()
	p.endCall()
	p.remember()
	p.m.hold++
	write := p.carrier.writing(p.SaveAll())
	return guarded(func() tea.Msg { return closedMsg{write()} })
}

func (msg closedMsg) handle(m *model) tea.Cmd {
	if msg.err != nil {
		return tea.Batch(m.page.turn(m.page.Saved(msg.err)), m.page.carrier.retryLater(), m.release())
	}
	id, left := m.page.s.ID(), m.leaveRun()
	m.page, m.under = nil, nil
	if err := m.list.load(m.ctx, m.cfg.Archive, m.now()); err != nil {
		m.warn(m.sentence(err))
	}
	m.list.choose(id)
	return tea.Batch(left, m.release())
}

// farewell are the lines that remain after the screen has closed: what was
// done, what is open, what is not saved with its value, so that it can be
// copied from the scrollback, and how to continue.
func (m *model) farewell() []string {
	if m.replay != nil {
		return m.told() // nothing was done
	}
	var unsaved []string
	if m.page != nil {
		for _, msg := range m.page.LastWords() {
			unsaved = append(unsaved, m.page.dialogueText(msg))
		}
	}
	lines := append(m.told(), m.cfg.Farewell(m.t, m.last, unsaved)...)
	if m.parting != "" {
		lines = append(lines, m.parting)
	}
	return lines
}
