package field

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"golang.org/x/text/unicode/norm"

	"lotse/flows"
)

// area is a single huh.Text: enter starts a new line, tab is the page's.
type area struct {
	kit           Kit
	text          *huh.Text
	value         string
	width, height int
}

func (k Kit) newArea(start, placeholder string) *area {
	a := &area{kit: k, value: start}
	a.text = huh.NewText().ExternalEditor(false).CharLimit(0).Placeholder(placeholder).Value(&a.value)
	a.text.WithKeyMap(hostKeys)
	a.text.WithTheme(k.Theme.HuhArea())
	a.value = start
	a.SetSize(40, 4)
	return a
}

func (a *area) Focus() { a.text.Focus() }

func (a *area) Blur() {
	keep := a.value
	a.text.Blur()
	a.value = keep
}

func (a *area) Key(msg tea.KeyPressMsg) KeyResult {
	k := msg.String()
	if msg.Text == "" && !a.Owns(k) && !isEditKey(k) {
		return Pass
	}
	compose(msg, func(m tea.Msg) { a.text.Update(m) }, func() string { return a.value })
	return Stay
}

func (a *area) Paste(s string) string {
	if len(s) > flows.MaxText-len(a.value) {
		return fmt.Sprintf(a.kit.Text.Field.PasteTooLong, (len(s)+1023)>>10, flows.MaxText>>10)
	}
	a.text.Update(tea.PasteMsg{Content: flows.Clean(norm.NFC.String(s))})
	if hasHidden(s) {
		return a.kit.Text.Field.ControlRemoved
	}
	return ""
}

func (a *area) SetSize(w, h int) {
	if w == a.width && h == a.height {
		return
	}
	a.width, a.height = w, h
	a.text.WithWidth(w)
	a.text.WithHeight(h)
}

func (a *area) Lines() []string {
	lines := strings.Split(a.text.View(), "\n")
	for i := range lines {
		lines[i] = a.kit.Theme.Fit(lines[i], a.width)
	}
	for len(lines) < a.height {
		lines = append(lines, "")
	}
	return lines[:a.height]
}

func (a *area) Value() flows.Value { return a.value }
func (a *area) Typing() bool       { return true }

// Owns implements Widget: making lines and moving between them is the
// widget's.
func (a *area) Owns(k string) bool { return k == "enter" || k == "up" || k == "down" }
