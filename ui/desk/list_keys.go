package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
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

func (waitMsg) late(m *model) tea.Cmd { return m.onPage((*page).openWait) }

func (p *page) openWait() tea.Cmd {
	v := p.View()
	for i := range v.Steps {
		sv := &v.Steps[i]
		if sv.State != run.Waiting && sv.Due == nil {
			continue
		}
		for k := range sv.Items {
			if iv := &sv.Items[k]; iv.Item.Wait != nil && iv.State == run.Applies && !iv.Done {
				p.ToAddress(flows.Address{Step: sv.Step.ID, Item: iv.Item.ID})
				p.arrive()
				p.m.openOver(newWait(p, iv))
				return nil
			}
		}
	}
	p.m.say(p.m.t.Desk.NoWait)
	return nil
}

// filterText is what the list is filtered by.
func (l *list) filterText() string {
	if l.filter == nil {
		return ""
	}
	return field.Format(l.filter.Value())
}
