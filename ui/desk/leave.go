package desk

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
)

// leftMsg tells that all is written that could be.
type leftMsg struct {
	saved savedMsg
	lost  []run.Command // another program changed the same
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
	if o, ok := m.over.(*clashOver); ok {
		o.leave(m)
	}
	m.page.keep(m)
	m.page.remember(m)
	write, sess, ctx := m.writing(), m.page.s, m.ctx
	return guarded(func() tea.Msg {
		msg := leftMsg{saved: write()}
		if !errors.Is(msg.saved.err, flows.ErrConflict) {
			return msg
		}
		// Another program has written: what is not its business, too, is saved.
		if msg.lost, msg.saved.err = sess.Reload(ctx); msg.saved.err == nil {
			msg.saved.err = sess.Flush(ctx)
		}
		return msg
	})
}

func (m *model) left(msg leftMsg) tea.Cmd {
	m.saver.err = msg.saved.err
	if msg.saved.err != nil {
		m.saver.again(msg.saved)
	}
	m.lost = append(m.lost, msg.lost...)
	return tea.Quit
}

// close saves all there is and goes to the list; where that fails the page
// stays, and what is not saved with it.
func (m *model) close() tea.Cmd {
	m.page.keep(m)
	m.page.remember(m)
	m.hold++
	write := m.writing()
	return guarded(func() tea.Msg { return closedMsg{write()} })
}

func (m *model) closed(msg closedMsg) tea.Cmd {
	if msg.saved.err != nil {
		m.saver.busy = false
		return tea.Batch(m.saved(msg.saved), m.release())
	}
	m.saver.err = nil
	id := m.page.s.ID()
	m.page = nil
	if err := m.list.load(m.ctx, m.cfg.Archive, m.now()); err != nil {
		m.warn(m.sentence(err))
	}
	m.list.choose(id)
	return m.release()
}

// farewell are the lines that stay when the screen has gone: what was done, what
// is open, what is not saved, how to go on.
func (m *model) farewell() []string {
	lines := face.Farewell(m.t, m.last, m.cfg.Flags, nil)
	return slices.Insert(lines, len(lines)-1, m.notSaved()...)
}

// mostNotSaved bounds how many lines say what is not saved.
const mostNotSaved = 20

// notSaved names what is not on disk, with its value: it can be copied from the
// scrollback. A secret is named without its value.
func (m *model) notSaved() []string {
	what := m.unsavedChanges()
	if len(what) == 0 && m.saver.err == nil {
		return nil
	}
	why := m.t.Typing.NotSavedClash
	if m.saver.err != nil {
		why = m.sentence(m.saver.err)
	}
	lines := []string{fmt.Sprintf(m.t.Leave.NotSaved, flows.CleanLine(why))}
	for i, w := range what {
		if i == mostNotSaved {
			return append(lines, fmt.Sprintf(m.t.Typing.NotSavedMore, len(what)-i))
		}
		lines = append(lines, "  "+w)
	}
	return lines
}

func (m *model) unsavedChanges() []string {
	if m.page == nil {
		return nil
	}
	var what []string
	commands := slices.Clone(m.lost)
	if m.saver.err != nil {
		commands = append(commands, m.page.s.Waiting()...)
	}
	for _, c := range commands {
		what = append(what, m.lostLine(c))
	}
	if m.saver.err == nil {
		return what
	}
	places := slices.SortedFunc(maps.Keys(m.saver.unsaved), func(a, b flows.Address) int {
		return strings.Compare(a.String(), b.String())
	})
	for _, at := range places {
		iv := m.itemAt(at.Step, at.Item)
		u := m.saver.unsaved[at]
		if iv == nil || u.Text == "" && m.saver.secrets[at].Reveal() == nil {
			continue
		}
		name := m.labelAt(iv, at.Row, at.Column)
		if _, secret := m.saver.secrets[at]; secret {
			what = append(what, fmt.Sprintf(m.t.Typing.NotSavedSecret, name))
			continue
		}
		what = append(what, fmt.Sprintf(m.t.Typing.NotSavedTyped, name, flows.CleanLine(u.Text)))
	}
	return what
}
