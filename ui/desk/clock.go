package desk

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/glyph"
	"lotse/ui/outside"
	"lotse/ui/theme"
	"lotse/ui/walk"
)

// minuteMsg comes once a minute: clocks go on, and what has become due is told.
type minuteMsg struct{}

func (minuteMsg) handle(m *model) tea.Cmd {
	if m.leaving {
		return nil
	}
	return tea.Batch(m.nextMinute(), m.lookForDue())
}

// nextMinute waits until the minute is over.
func (m *model) nextMinute() tea.Cmd {
	now := m.now()
	return m.tick(now.Truncate(time.Minute).Add(time.Minute).Sub(now), func(time.Time) tea.Msg { return minuteMsg{} })
}

// lookForDue finds the runs that have become due since it looked last, beside the
// screen.
func (m *model) lookForDue() tea.Cmd {
	from, to := m.looked, m.now()
	m.looked = to
	a, ctx := m.cfg.Archive, m.ctx
	if from.IsZero() || a == nil {
		return nil
	}
	return guarded(func() tea.Msg {
		due, err := outside.DueBetween(ctx, a, from, to)
		if err != nil {
			return nil // what cannot be read now is looked at in a minute
		}
		return dueMsg{due}
	})
}

// dueMsg brings the runs that have become due.
type dueMsg struct{ runs []run.Header }

// handle rings, and sends a notice to the desktop (OSC 9).
func (msg dueMsg) handle(m *model) tea.Cmd {
	if len(msg.runs) == 0 {
		return nil
	}
	cmds := []tea.Cmd{tea.Raw("\a")}
	for _, text := range face.Notices(m.cfg.Lang, msg.runs, m.share) {
		cmds = append(cmds, tea.Raw(ansi.Notify("Lotse: "+flows.CleanLine(text))))
		if m.status.text == "" && m.over == nil {
			m.say(text)
		}
	}
	if m.page == nil && m.over == nil && !m.list.filtering {
		if err := m.list.load(m.ctx, m.cfg.Archive, m.now()); err != nil {
			m.warn(m.sentence(err))
		}
	}
	return tea.Batch(cmds...)
}

// clock says on a step that waits when to try again; "" elsewhere.
func (m *model) clock() string {
	if m.page == nil || m.page.Step() == nil || m.page.IsHidden(m.page.Step()) {
		return ""
	}
	iv := walk.Waits(m.page.Step())
	if iv == nil {
		return ""
	}
	text := face.WaitClock(m.t, m.now(), iv.Wait)
	if text == "" {
		return ""
	}
	sign := glyph.Step(run.Waiting).Of(m.th.ASCII) + " "
	return m.th.Dim.Render(theme.Wrap(sign+text, m.w)[0])
}
