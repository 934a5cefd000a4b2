package desk

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
)

// saveEvery is how often typing that was not submitted is kept.
const saveEvery = 2 * time.Second

// retryEvery is how often saving is tried again while it fails and no key is
// pressed.
const retryEvery = 5 * time.Second

// saver writes what is pending, one thing at a time and in order: unsaved input
// first, then the events, whose transaction removes what became an answer.
type saver struct {
	mu      sync.Mutex // one write at a time, the last one before leaving too
	busy    bool
	ticking bool
	// retrying: what could not be saved is tried again after a while.
	retrying bool
	unsaved  map[flows.Address]run.Unsaved
	secrets  map[flows.Address]run.Secret // typed secrets; sealed before they are written
	err      error
}

func newSaver() *saver {
	return &saver{unsaved: map[flows.Address]run.Unsaved{}, secrets: map[flows.Address]run.Secret{}}
}

type (
	savedMsg struct {
		err     error
		unsaved map[flows.Address]run.Unsaved // what was to be written, for when it failed
		secrets map[flows.Address]run.Secret
	}
	reloadedMsg struct {
		lost    []run.Command
		clashes []run.Clash
		err     error
	}
	saveTickMsg struct{}
	retryMsg    struct{}
	closedMsg   struct{ saved savedMsg }
)

// typed notes typing that is not submitted: it is written at the next tick, or sooner.
func (m *model) typed(at flows.Address, text string, secret bool) tea.Cmd {
	u := run.Unsaved{Run: m.page.s.ID(), Step: at.Step, Item: at.Item, Row: at.Row, Column: at.Column, At: m.now()}
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
func (m *model) forgotten(at flows.Address) {
	s := m.saver
	delete(s.unsaved, at)
	delete(s.secrets, at)
	m.page.s.Taken(run.Unsaved{Step: at.Step, Item: at.Item, Row: at.Row, Column: at.Column})
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
	s.unsaved, s.secrets = map[flows.Address]run.Unsaved{}, map[flows.Address]run.Secret{}
	return func() savedMsg {
		s.mu.Lock()
		defer s.mu.Unlock()
		if msg.err = w.keep(ctx, msg); msg.err == nil {
			msg.err = sess.Flush(ctx)
		}
		return msg
	}
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
	case errors.Is(msg.err, flows.ErrConflict):
		return m.reload()
	case msg.err != nil:
		m.warn(fmt.Sprintf(m.t.Saving.Retry, why(msg.err)))
		return m.retryLater()
	case m.page.s.Pending() > 0:
		return m.save()
	}
	return nil
}

// retryLater saves again after a while what could not be saved.
func (m *model) retryLater() tea.Cmd {
	if m.saver.retrying {
		return nil
	}
	m.saver.retrying = true
	return m.tick(retryEvery, func(time.Time) tea.Msg { return retryMsg{} })
}

func (m *model) retryNow() tea.Cmd {
	m.saver.retrying = false
	return m.retry()
}

// retry saves again, with the next key or after a while, what could not be
// saved.
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
		return reloadedMsg{lost, sess.Clashes(), err}
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
		return m.retryLater()
	}
	m.refresh()
	m.page.rebuild(m)
	if len(msg.lost) > 0 {
		return tea.Batch(m.openNext(newClash(m, msg.lost, msg.clashes)), m.save())
	}
	m.say(m.t.Wizard.Reloaded)
	return m.save()
}

// savingWord is what the header says of the disk.
func (m *model) savingWord() (word string, bad bool) {
	w := &m.t.Saving
	switch {
	case m.saver.err != nil:
		return fmt.Sprintf(w.NotSaved, m.cause(m.saver.err)), true
	case m.page.s.Pending() > 0 || m.saver.busy || m.page.keeping > 0:
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
