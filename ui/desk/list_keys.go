package desk

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/field"
)

// listKey takes a key on the list of runs.
func (m *model) listKey(msg tea.KeyPressMsg) tea.Cmd {
	l := m.list
	k := msg.String()
	if l.filtering {
		if cmd, done := m.filterKey(msg, k); done {
			return cmd
		}
	}
	switch k {
	case "up", "k", "shift+tab":
		l.move(-1)
	case "down", "j", "tab":
		l.move(1)
	case "pgup":
		l.move(-max(m.h/2, 1))
	case "pgdown":
		l.move(max(m.h/2, 1))
	case "home", "g":
		l.move(-l.count())
	case "end", "G":
		l.move(l.count())
	case "enter":
		if h := l.row(l.at); h != nil {
			return m.open(h.ID)
		}
	case "esc":
		if l.words == "" {
			return m.whyNot(k)
		}
		return m.clearFilter()
	default:
		return m.listCommand(k)
	}
	return l.more(m)
}

func (m *model) listCommand(k string) tea.Cmd {
	switch k {
	case "n", "ctrl+n":
		return m.openNew(m.cfg.NewMode())
	case "d":
		if all, _ := m.list.totals(); all > 0 {
			m.say(m.t.Typing.NoDemo)
			return nil
		}
		return m.openNew(run.Demo)
	case "/":
		m.list.filtering = true
		if m.list.filter == nil {
			m.list.filter = m.kit.Line("", "")
		}
		m.list.filter.Focus()
	case "w":
		return m.waitHere()
	case "?", "f1":
		return m.help()
	case "m":
		return m.toggleMouse()
	case "p", "f3":
		return m.toggleShare()
	default:
		return m.whyNot(k)
	}
	return nil
}

// waitHere opens the run at its wait.
func (m *model) waitHere() tea.Cmd {
	h := m.list.row(m.list.at)
	if h == nil {
		m.say(m.t.Typing.NoWaitRun)
		return nil
	}
	if h.Status != run.StatusWaiting && h.Due == nil {
		m.say(m.t.Desk.NoWait)
		return nil
	}
	m.held = append(m.held, waitMsg{})
	return m.open(h.ID)
}

// waitMsg opens the wait of the run that was just opened.
type waitMsg struct{}

func (m *model) openWait() {
	if m.page == nil {
		return
	}
	for i := range m.page.View().Steps {
		sv := &m.page.View().Steps[i]
		if sv.State != run.Waiting && sv.Due == nil {
			continue
		}
		for k := range sv.Items {
			if iv := &sv.Items[k]; iv.Item.Wait != nil && iv.State == run.Applies && !iv.Done {
				m.page.ToAddress(flows.Address{Step: sv.Step.ID, Item: iv.Item.ID})
				m.page.arrive()
				m.openOver(newWait(m.page, iv))
				return
			}
		}
	}
	m.say(m.t.Desk.NoWait)
}

// filterKey takes a key while the filter is typed; done is false for keys that
// are the list's.
func (m *model) filterKey(msg tea.KeyPressMsg, k string) (cmd tea.Cmd, done bool) {
	l := m.list
	switch k {
	case "esc":
		return m.clearFilter(), true
	case "enter":
		l.filtering = false
		l.filter.Blur()
		return nil, true
	case "up", "down", "pgup", "pgdown", "tab", "shift+tab", "f1", "f3", "ctrl+n":
		return nil, false
	}
	if l.filter.Key(msg) == field.Pass {
		return m.whyNot(k), true
	}
	return l.search(m), true
}

func (m *model) clearFilter() tea.Cmd {
	l := m.list
	l.filtering = false
	if l.words == "" {
		return nil
	}
	l.filter = m.kit.Line("", "")
	return l.search(m)
}

// filterText is what the list is filtered by.
func (l *list) filterText() string {
	if l.filter == nil {
		return ""
	}
	return field.Format(l.filter.Value())
}
