package desk

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/walk"
)

const (
	// showAfter is how long a check may take before it is shown at work: what is
	// there at once needs no frame that flashes.
	showAfter = 150 * time.Millisecond
	// redrawEvery is how often a check at work is drawn anew.
	redrawEvery = 100 * time.Millisecond
	// bellAfter is how long a check takes that whoever waits may have turned away
	// from: the bell calls them back.
	bellAfter = 3 * time.Second
)

// runningCheck is a check in progress. Keys are held until it ends, except
// esc, which cancels it. Its messages carry its identity, so that those of an
// earlier check are not mistaken for its own.
type runningCheck struct {
	of     walk.RunCheck
	cancel context.CancelFunc
	began  time.Time
	phases chan run.Phase
	done   []run.Phase
	now    []run.Phase // those that run, as they were told last
	shown  bool        // it takes its time: its item shows it at work
}

// The messages of a check at work.
type (
	checkedMsg struct {
		of     *runningCheck
		result run.CheckResult
		err    error
	}
	phaseMsg struct {
		of    *runningCheck
		phase run.Phase
	}
	checkTickMsg struct{ of *runningCheck }
)

// mostPhases is more than any check has.
const mostPhases = 512

// start starts a check; keys are held until it ends.
func (c *focusedCheck) start(r walk.RunCheck) tea.Cmd {
	p, m := c.p, c.p.m
	q, err := check.RequestOf(p.s, p.View().Mode, r.At)
	if err != nil {
		return p.turn(p.Checked(run.RecordCheck{}, err))
	}
	ctx, cancel := context.WithCancel(m.ctx)
	now := &runningCheck{of: r, cancel: cancel, began: m.now(), phases: make(chan run.Phase, mostPhases)}
	m.running = now
	m.hold++
	runner := m.runner
	work := guarded(func() tea.Msg {
		defer close(now.phases)
		result, err := runner.Run(ctx, q, func(ph run.Phase) {
			select {
			case now.phases <- ph:
			default: // it is in the result
			}
		})
		return checkedMsg{now, result, err}
	})
	return tea.Batch(work, now.listen(), m.tick(showAfter, now.tick))
}

// listen waits for the next phase.
func (r *runningCheck) listen() tea.Cmd {
	return guarded(func() tea.Msg {
		ph, ok := <-r.phases
		if !ok {
			return nil
		}
		return phaseMsg{r, ph}
	})
}

func (r *runningCheck) tick(time.Time) tea.Msg { return checkTickMsg{r} }

// handle adds a phase of the running check.
func (msg phaseMsg) handle(m *model) tea.Cmd {
	if m.running != msg.of {
		return nil
	}
	msg.of.addPhase(msg.phase)
	return msg.of.listen()
}

// addPhase adds a phase that has ended, or updates one in progress.
func (r *runningCheck) addPhase(p run.Phase) {
	i := slices.IndexFunc(r.now, func(other run.Phase) bool { return other.Name == p.Name })
	switch {
	case p.Status == check.Running && i < 0:
		r.now = append(r.now, p)
	case p.Status == check.Running:
		r.now[i] = p
	default:
		r.done = append(r.done, p)
		if i >= 0 {
			r.now = slices.Delete(r.now, i, i+1)
		}
	}
}

// handle shows a check that is still running, and draws it again.
func (msg checkTickMsg) handle(m *model) tea.Cmd {
	if m.running != msg.of {
		return nil
	}
	msg.of.shown = true
	return m.tick(redrawEvery, msg.of.tick)
}

// cancelCheck cancels the running check; then there is no result.
func (m *model) cancelCheck() {
	if m.running != nil {
		m.running.cancel()
	}
}

// handle shows the result of the check: it stays in view until the next key,
// also a good one.
func (msg checkedMsg) handle(m *model) tea.Cmd {
	if m.running != msg.of {
		return nil
	}
	msg.of.cancel()
	m.running = nil
	if m.page == nil {
		return m.release()
	}
	cmd := m.page.turn(m.page.Checked(run.RecordCheck{At: msg.of.of.At, Result: msg.result}, msg.err))
	if msg.err == nil && m.now().Sub(msg.of.began) >= bellAfter {
		cmd = tea.Batch(cmd, tea.Raw("\a"))
	}
	return tea.Batch(cmd, m.page.rehearsal.read(), m.release())
}
