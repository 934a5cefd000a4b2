package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/ui/field"
)

// key takes a key on the list of runs: while a filter is typed, all that are
// not the list's go into it.
func (l *list) key(msg tea.KeyPressMsg) tea.Cmd {
	k := msg.String()
	do, _ := l.m.bound(k)
	switch {
	case l.filtering && (do == nil || layerOf(k) == letters):
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

func (waitMsg) late(m *model) tea.Cmd { return m.onPage(roomed((*rooms).waiting)) }

// filterText is what the list is filtered by.
func (l *list) filterText() string {
	if l.filter == nil {
		return ""
	}
	return field.Format(l.filter.Value())
}
