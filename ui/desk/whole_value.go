package desk

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/words"
	"lotse/ui/desk/value"
	"lotse/ui/face"
)

// wholeValue shows the value in the focus in full.
func wholeValue(p *page) tea.Cmd {
	p.m.openOver(value.New(roomDesk{p.m}, p.shownValue()))
	return nil
}

// hasValue reports whether something stands in the focus that can be shown in full. It
// is asked with every frame: who entered it is not looked for, which reads all events.
func hasValue(p *page) bool {
	if p.Item() == nil {
		return false
	}
	spoken := p.Spoken(p.At())
	typed, unsaved := p.Typed(p.At())
	return spoken.Text != "" || spoken.Secret || unsaved && !typed.Hidden && typed.Text != ""
}

// shownValue is what is shown of the item or the cell in the focus: what is typed
// there, else its value.
func (p *page) shownValue() face.Value {
	m, at := p.m, p.At()
	of := face.ValueAt(m.t, m.now(), p.Walk, p.s.Events(), at, m.share)
	if typed, unsaved := p.Typed(at); unsaved && !of.Secret && !typed.Hidden && typed.Text != "" {
		return face.Value{Name: of.Name, Text: typed.Text, About: []string{m.t.Wizard.Unsaved}}
	}
	return of
}

// moreOfIt is the hint beside a value that is cut: the key that shows all of it.
func (s *stepLayout) moreOfIt() string {
	return s.t.Faint.Render(fmt.Sprintf("i %s", words.Say(s.m.t.Lang, flows.Msg("page.value_key"))))
}
