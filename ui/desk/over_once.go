package desk

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
)

// uncaptured is the secret of the step that is shown only once, was come to and
// is not sealed; nil for none.
func (m *model) uncaptured() *run.ItemView {
	sv := m.page.stepView()
	if sv == nil {
		return nil
	}
	for i := range sv.Items {
		iv := &sv.Items[i]
		at := flows.Address{Step: sv.Step.ID, Item: iv.Item.ID}
		once := iv.Item.Field != nil && iv.Item.Field.Once && iv.State == run.Applies && !iv.Set
		if once && !m.page.given[at] && (m.page.visited[at] || m.page.focus == iv.Item.ID) {
			return iv
		}
	}
	return nil
}

// leaving goes on with next, which leaves the step; where that leaves a
// shown-once secret behind it asks for a word first, once.
func (m *model) leavingStep(next then) tea.Cmd {
	iv := m.uncaptured()
	if iv == nil {
		return next()
	}
	return m.openItself(newOnce(m, iv, next))
}

func newOnce(m *model, iv *run.ItemView, next then) overlay {
	k := &m.t.Typing
	at := flows.Address{Step: m.page.step, Item: iv.Item.ID}
	f := &form{heading: k.OnceTitle, intro: []string{fmt.Sprintf(k.OnceWhat, m.label(iv))}}
	f.submit = func(m *model, f *form) tea.Cmd {
		if strings.TrimSpace(f.text(0)) != k.OnceWord {
			return f.fail(0, k.OnceWrong)
		}
		m.page.given[at] = true
		m.closeOver()
		return next()
	}
	return f.add(fmt.Sprintf(k.OnceType, k.OnceWord), m.kit.Line("", ""), 1)
}
