package desk

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
)

// leftMsg tells that all is written that could be.
type leftMsg struct {
	lost []run.Command // another program changed the same
	err  error
}

// leave saves all there is and goes; asked twice it goes at once.
func (m *model) leave(code int) tea.Cmd {
	m.code = code
	if m.leaving {
		return tea.Quit
	}
	m.leaving = true
	m.cancelCheck()
	if m.page == nil {
		return tea.Quit
	}
	m.page.keep()
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

func (msg leftMsg) late(m *model) tea.Cmd {
	m.page.Ended(msg.lost, msg.err)
	return tea.Quit
}

// closedMsg tells what became of the last write before the list.
type closedMsg struct{ err error }

// close saves all there is and goes to the list; where that fails the page
// stays, and what is not saved with it.
func (p *page) close() tea.Cmd {
	p.keep()
	p.remember()
	p.m.hold++
	write := p.carrier.writing(p.SaveAll())
	return guarded(func() tea.Msg { return closedMsg{write()} })
}

func (msg closedMsg) late(m *model) tea.Cmd {
	if msg.err != nil {
		return tea.Batch(m.page.turn(m.page.Saved(msg.err)), m.page.carrier.retryLater(), m.release())
	}
	id := m.page.s.ID()
	m.page = nil
	if err := m.list.load(m.ctx, m.cfg.Archive, m.now()); err != nil {
		m.warn(m.sentence(err))
	}
	m.list.choose(id)
	return m.release()
}

// farewell are the lines that stay when the screen has gone: what was done, what
// is open, what is not saved with its value, so that it can be copied from the
// scrollback, and how to go on.
func (m *model) farewell() []string {
	var unsaved []string
	if m.page != nil {
		for _, msg := range m.page.LastWords() {
			unsaved = append(unsaved, m.page.told(msg))
		}
	}
	return face.Farewell(m.t, m.last, m.cfg.Flags, unsaved)
}
