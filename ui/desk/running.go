package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/theme"
	"lotse/ui/walk"
)

const (
	// unseen is how long a check may take before it is shown at work: what is
	// there at once needs no frame that flashes.
	unseen = 150 * time.Millisecond
	// redraw is how often a check at work is drawn anew.
	redraw = 100 * time.Millisecond
	// awaited is how long a check takes that whoever waits may have turned away
	// from: the bell calls them back.
	awaited = 3 * time.Second
)

// running is a check at work. Keys wait until it has ended, but esc, which
// cancels it; what it does comes as messages that name it, so that none of an
// earlier check's is taken for its own.
type running struct {
	label  string
	of     walk.RunCheck
	cancel context.CancelFunc
	began  time.Time
	phases chan run.Phase
	done   []run.Phase
	now    []run.Phase // those that run, as they were told last
}

// The messages of a check at work.
type (
	checkedMsg struct {
		of     *running
		result run.CheckResult
		err    error
	}
	phaseMsg struct {
		of    *running
		phase run.Phase
	}
	checkTickMsg struct{ of *running }
)

// mostPhases is more than any check has.
const mostPhases = 512

// start begins a check; keys wait for its end.
func (c *checking) start(r walk.RunCheck) tea.Cmd {
	p, m := c.p, c.p.m
	q, err := check.RequestOf(p.s, p.View().Mode, r.At)
	if err != nil {
		return p.turn(p.Checked(run.RecordCheck{}, err))
	}
	ctx, cancel := context.WithCancel(m.ctx)
	now := &running{label: m.label(p.ItemAt(r.At)), of: r, cancel: cancel, began: m.now(), phases: make(chan run.Phase, mostPhases)}
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
	return tea.Batch(work, now.listen(), m.tick(unseen, now.tick))
}

// listen waits for the next phase.
func (r *running) listen() tea.Cmd {
	return guarded(func() tea.Msg {
		ph, ok := <-r.phases
		if !ok {
			return nil
		}
		return phaseMsg{r, ph}
	})
}

func (r *running) tick(time.Time) tea.Msg { return checkTickMsg{r} }

// phased takes a phase of the check at work.
func (msg phaseMsg) late(m *model) tea.Cmd {
	if m.running != msg.of {
		return nil
	}
	msg.of.hear(msg.phase)
	return msg.of.listen()
}

// hear takes a phase that ended, or how far one is that runs.
func (r *running) hear(p run.Phase) {
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

// checkTick shows a check that is still at work, and draws it anew.
func (msg checkTickMsg) late(m *model) tea.Cmd {
	if m.running != msg.of {
		return nil
	}
	if m.over == nil {
		m.openOver(&runOver{m, msg.of})
	}
	return m.tick(redraw, msg.of.tick)
}

// cancelCheck ends the check at work; there is no result then.
func (m *model) cancelCheck() {
	if m.running != nil {
		m.running.cancel()
	}
}

// late shows what was found once the check has ended: it stays in view until the
// next key, a good result too.
func (msg checkedMsg) late(m *model) tea.Cmd {
	if m.running != msg.of {
		return nil
	}
	msg.of.cancel()
	m.running = nil
	if o, ok := m.over.(*runOver); ok && o.running == msg.of {
		m.closeOver()
	}
	if m.page == nil {
		return m.release()
	}
	cmd := m.page.turn(m.page.Checked(run.RecordCheck{At: msg.of.of.At, Result: msg.result}, msg.err))
	if msg.err == nil && m.now().Sub(msg.of.began) >= awaited {
		cmd = tea.Batch(cmd, tea.Raw("\a"))
	}
	return tea.Batch(cmd, m.release())
}

// runOver shows a check at work: its phases as they come, and the time.
type runOver struct {
	m       *model
	running *running
}

func (o *runOver) Title() string { return o.running.label }

// key implements overlay; the one key that acts is taken before it comes here.
func (o *runOver) Key(tea.KeyPressMsg) tea.Cmd { return nil }

func (o *runOver) Paste(string) tea.Cmd { return nil }

func (o *runOver) Lines(w, _ int) (lines []string, at int) {
	for _, p := range o.running.done {
		lines = append(lines, drawing{o.m.page}.phaseLine(p, w)...)
	}
	took := o.m.now().Sub(o.running.began)
	words := fmt.Sprintf(o.m.t.Check.Taking, int(took.Seconds()))
	if len(o.running.now) == 0 {
		lines = append(lines, "", o.m.bar(float64(took)/float64(longestCheck), words, w))
		return lines, len(lines) - 1
	}
	for _, p := range o.running.now {
		lines = append(append(lines, theme.Hang("", o.m.page.tell(p.Message), w)...), o.m.bar(p.Done, fmt.Sprintf("%d %%", int(100*p.Done)), w))
	}
	lines = append(lines, "", o.m.th.Dim.Render(words))
	return lines, len(lines) - 1
}

// bar shows how much of something is done, of 1, with words behind it.
func (pn *pen) bar(done float64, words string, w int) string {
	t := pn.th
	room := max(w-theme.Width(words)-2, 4)
	full := min(int(done*float64(room)), room)
	gone := "━"
	if t.ASCII {
		gone = "="
	}
	return t.Accent.Render(strings.Repeat(gone, full)) + t.Faint.Render(strings.Repeat(t.Line, room-full)) + "  " + t.Dim.Render(words)
}

// longestCheck is the time in which a check ends, whatever happens.
const longestCheck = 20 * time.Second

func (o *runOver) Keys() []room.Hint { return []room.Hint{{"esc", o.m.t.Check.Cancel}} }
