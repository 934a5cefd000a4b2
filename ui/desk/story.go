package desk

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/ui/play"
)

// played is what Bubble Tea runs: the desk, or the desk with a story that plays
// on it.
func (m *model) played() tea.Model {
	if s := m.cfg.Story; s != nil {
		return play.New(m, m.th, m.tick, s.Story, s.Speed)
	}
	return m
}

// ticking is tea.Tick by another clock, by the machine's where there is none. What
// it waits for ends with the screen: a minute is longer than what comes after that.
func ticking(after func(d time.Duration, f func()), gone <-chan struct{}) func(time.Duration, func(time.Time) tea.Msg) tea.Cmd {
	if after == nil {
		after = func(d time.Duration, f func()) { time.AfterFunc(d, f) }
	}
	return func(d time.Duration, f func(time.Time) tea.Msg) tea.Cmd {
		return func() tea.Msg {
			over := make(chan struct{})
			after(d, func() { close(over) })
			select {
			case <-over:
				return f(time.Now())
			case <-gone:
				return nil
			}
		}
	}
}
