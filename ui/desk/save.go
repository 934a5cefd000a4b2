package desk

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/run"
	"lotse/ui/face"
)

// saveEvery is how often typing that was not submitted is kept.
const saveEvery = 2 * time.Second

// saver writes what is pending, one thing at a time and in order: unsaved input
// first, then the events, whose transaction removes what became an answer.
type saver struct {
	mu      sync.Mutex // one write at a time, the last one before leaving too
	busy    bool
	ticking bool
	unsaved map[place]run.Unsaved
	secrets map[place]run.Secret // typed secrets; sealed before they are written
	err     error
}

func newSaver() *saver {
	return &saver{unsaved: map[place]run.Unsaved{}, secrets: map[place]run.Secret{}}
}

type (
	savedMsg struct {
		err     error
		unsaved map[place]run.Unsaved // what was to be written, for when it failed
		secrets map[place]run.Secret
	}
	reloadedMsg struct {
		lost int
		err  error
	}
	saveTickMsg struct{}
	closedMsg   struct{ saved savedMsg }
)

// typed notes typing that is not submitted: it is written at the next tick, or sooner.
func (m *model) typed(at place, text string, secret bool) tea.Cmd {
	u := run.Unsaved{Run: m.page.s.ID(), Step: at.step, Item: at.item, Row: at.row, Column: at.column, At: m.now()}
	if secret {
		m.saver.secrets[at] = run.NewSecret([]byte(text))
	} else {
		u.Text = text
	}
	m.saver.unsaved[at] = u
	if m.saver.ticking {
		return nil
	}
	m.saver.ticking = true
	return m.tick(saveEvery, func(time.Time) tea.Msg { return saveTickMsg{} })
}

func (m *model) saveTick() tea.Cmd {
	m.saver.ticking = false
	return m.save()
}

// forgotten says that typing became an answer, or was taken back.
func (m *model) forgotten(at place) {
	s := m.saver
	delete(s.unsaved, at)
	delete(s.secrets, at)
	m.page.s.Taken(run.Unsaved{Step: at.step, Item: at.item, Row: at.row, Column: at.column})
}

// save writes what there is, unless a write is under way: its end asks again.
func (m *model) save() tea.Cmd {
	if m.page == nil || m.saver.busy {
		return nil
	}
	m.saver.busy = true
	write := m.writing()
	return guarded(func() tea.Msg { return write() })
}

// writing takes what is to be written now and gives the function that does it.
func (m *model) writing() func() savedMsg {
	s, sess, ctx := m.saver, m.page.s, m.ctx
	w := writer{m.cfg.Archive, m.page.view.Mode}
	msg := savedMsg{unsaved: s.unsaved, secrets: s.secrets}
	s.unsaved, s.secrets = map[place]run.Unsaved{}, map[place]run.Secret{}
	return func() savedMsg {
		s.mu.Lock()
		defer s.mu.Unlock()
		if msg.err = w.keep(ctx, msg); msg.err == nil {
			msg.err = sess.Flush(ctx)
		}
		return msg
	}
}

// writer writes unsaved input.
type writer struct {
	archive run.Archive
	mode    run.Mode
}

func (w writer) keep(ctx context.Context, msg savedMsg) error {
	for at, u := range msg.unsaved {
		if secret, ok := msg.secrets[at]; ok {
			blob, err := w.archive.Vault().SealUnsaved(ctx, w.mode, u.Run, u.Item, secret)
			if errors.Is(err, run.ErrNoIdentity) {
				continue // there is no key yet to keep it under
			}
			if err != nil {
				return fmt.Errorf("seal unsaved input: %w", err)
			}
			u.Blob = blob
		}
		if err := w.archive.SaveUnsaved(ctx, u); err != nil {
			return fmt.Errorf("keep unsaved input: %w", err)
		}
	}
	return nil
}

// again puts back what could not be written, but for what was typed since.
func (s *saver) again(msg savedMsg) {
	for at, u := range msg.unsaved {
		if _, newer := s.unsaved[at]; newer {
			continue
		}
		s.unsaved[at] = u
		if secret, ok := msg.secrets[at]; ok {
			s.secrets[at] = secret
		}
	}
}

func (m *model) saved(msg savedMsg) tea.Cmd {
	m.saver.busy = false
	m.saver.err = msg.err
	if msg.err != nil {
		m.saver.again(msg)
	}
	switch {
	case m.page == nil:
		return nil
	case errors.Is(msg.err, run.ErrConflict):
		return m.reload()
	case msg.err != nil:
		m.warn(fmt.Sprintf(m.t.Saving.Retry, why(msg.err)))
		return nil
	case m.page.s.Pending() > 0:
		return m.save()
	}
	return nil
}

// retry saves again with the next key what could not be saved.
func (m *model) retry() tea.Cmd {
	if m.saver.err == nil || m.page == nil {
		return nil
	}
	return m.save()
}

func (m *model) reload() tea.Cmd {
	m.saver.busy = true
	sess, ctx := m.page.s, m.ctx
	return guarded(func() tea.Msg {
		lost, err := sess.Reload(ctx)
		return reloadedMsg{len(lost), err}
	})
}

func (m *model) reloaded(msg reloadedMsg) tea.Cmd {
	m.saver.busy = false
	m.saver.err = msg.err
	if m.page == nil {
		return nil
	}
	if msg.err != nil {
		m.warn(fmt.Sprintf(m.t.Saving.Retry, why(msg.err)))
		return nil
	}
	m.refresh()
	m.page.rebuild(m)
	if msg.lost > 0 {
		m.warn(fmt.Sprintf(m.t.Wizard.Lost, msg.lost))
	} else {
		m.say(m.t.Wizard.Reloaded)
	}
	return m.save()
}

// leave saves all there is and goes; asked twice it goes at once.
func (m *model) leave(code int) tea.Cmd {
	m.code = code
	if m.leaving {
		return tea.Quit
	}
	m.leaving = true
	if m.page == nil {
		return tea.Quit
	}
	m.page.keep(m)
	m.page.remember(m)
	write := m.writing()
	return guarded(func() tea.Msg { return leftMsg{write().err} })
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
		m.warn(err.Error())
	}
	m.list.choose(id)
	return m.release()
}

// savingWord is what the header says of the disk.
func (m *model) savingWord() (word string, bad bool) {
	w := &m.t.Saving
	switch {
	case m.saver.err != nil:
		return fmt.Sprintf(w.NotSaved, m.cause(m.saver.err)), true
	case m.saver.busy || m.page.s.Pending() > 0:
		return w.Saving, false
	default:
		return w.Saved, false
	}
}

func (m *model) cause(err error) string { return face.Cause(m.t, err) }

// why is the innermost sentence of an error.
func why(err error) string {
	if errors.Is(err, context.Canceled) {
		return "cancelled"
	}
	return err.Error()
}
