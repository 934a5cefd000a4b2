package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/ui/field"
)

// key handles a key on the list of runs. While a filter is typed, every key
// that is not the list's goes into it.
func (l *list) key(msg tea.KeyPressMsg) tea.Cmd {
	k := msg.String()
	do, _ := l.m.actionFor(k)
	switch {
	case l.filtering && (do == nil || priorityOf(k) == letters):
		if l.filter.Key(msg) == field.Pass {
			return l.m.whyNot(k)
		}
		return l.search()
	case do != nil:
		return do(l.m, k)
	}
	return l.m.whyNot(k)
}

// waitMsg opens the wait of the run that was just opened.
type waitMsg struct{}

func (waitMsg) handle(m *model) tea.Cmd { return m.onPage(onOverlays((*overlays).waiting)) }

// filterText is what the list is filtered by.
func (l *list) filterText() string {
	if l.filter == nil {
		return ""
	}
	return field.Format(l.filter.Value())
}
