package field

import (
	"fmt"
	"strings"
	"unicode"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"golang.org/x/text/unicode/norm"

	"lotse/flows"
)

// hostKeys leaves huh's fields only the keys that edit: next, previous, submit
// and the external editor are the page's, or unused.
var hostKeys = &huh.KeyMap{Text: huh.TextKeyMap{NewLine: key.NewBinding(key.WithKeys("enter"))}}

// line is a bubbles text input, drawn here: it does not say that it shows only a
// part of a long text. Its commands are dropped: they would make the cursor blink
// and read the clipboard.
type line struct {
	kit    Kit
	input  textinput.Model
	value  string
	masked bool
	width  int
	left   int // first letter that is drawn

	focused     bool
	placeholder string
	hint        []string // the placeholder in lines of the width

	// pasted is what was pasted into the empty input, while nothing was typed
	// after it: the input turns line breaks into blanks, the answer's own rules
	// decide what to do with them.
	pasted, shown string

	// kept is a file that is kept, which name stands for: as long as that name
	// stands there, the file is the answer.
	kept, name string
}

func (k Kit) newLine(start, placeholder string, masked bool) *line {
	l := &line{kit: k, value: start, masked: masked, placeholder: placeholder, input: textinput.New()}
	l.input.SetValue(start) // it cleans what it takes; what stands is what was given
	l.SetSize(40, 1)
	return l
}

// update passes a message to the input.
func (l *line) update(msg tea.Msg) {
	l.input, _ = l.input.Update(msg)
	l.value = l.input.Value()
}

// newFile is a line that shows a kept file by its name.
func (k Kit) newFile(f *flows.Field, standing flows.Value) *line {
	name := f.Show(standing)
	l := k.newLine(name, k.hint(f), false)
	l.kept, l.name = Format(standing), name
	return l
}

// text is the content of the line; for a kept file the answer that names it.
func (l *line) text() string {
	if l.kept != "" && l.value == l.name {
		return l.kept
	}
	return l.value
}

func (l *line) Focus() {
	l.focused = true
	l.input.Focus()
}

func (l *line) Blur() {
	l.focused = false
	l.input.Blur()
}

func (l *line) Key(msg tea.KeyPressMsg) KeyResult {
	before := l.value
	if l.masked { // a secret is what it is, mark by mark
		l.update(msg)
	} else {
		compose(msg, l.update, func() string { return l.value })
	}
	if l.value == before && msg.Text == "" && !isEditKey(msg.String()) {
		return Pass
	}
	return Stay
}

// isEditKey reports whether a key moves the cursor or cuts: it is the input's
// even if it changes nothing.
func isEditKey(k string) bool {
	switch k {
	case "left", "right", "home", "end", "backspace", "delete", "ctrl+a", "ctrl+e", "ctrl+b", "ctrl+f", "ctrl+h",
		"ctrl+d", "ctrl+k", "ctrl+u", "ctrl+w", "ctrl+left", "ctrl+right", "alt+backspace", "alt+delete", "alt+b", "alt+f", "alt+d":
		return true
	}
	return false
}

func (l *line) Paste(s string) string {
	limit := flows.MaxText
	if l.masked {
		limit = flows.MaxSecret
	}
	if len(s) > limit-len(l.value) {
		return fmt.Sprintf(l.kit.Text.Field.PasteTooLong, (len(s)+1023)>>10, limit>>10)
	}
	empty := l.value == ""
	shown := s
	if !l.masked {
		shown = flows.Clean(norm.NFC.String(s))
	}
	l.update(tea.PasteMsg{Content: shown})
	l.pasted, l.shown = "", ""
	if empty {
		l.pasted, l.shown = s, l.value
	}
	if l.masked && strings.ContainsFunc(s, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' }) {
		return l.kit.Text.Field.ControlRemoved
	}
	if !l.masked && hasHidden(s) {
		return l.kit.Text.Field.ControlRemoved
	}
	return ""
}

// hasHidden reports whether a text has characters that are not shown.
func hasHidden(s string) bool {
	visible := norm.NFC.String(strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n"))
	return flows.Clean(visible) != strings.ReplaceAll(visible, "\t", " ")
}

func (l *line) Value() flows.Value {
	if l.pasted != "" && l.value == l.shown {
		return l.pasted
	}
	return l.text()
}

// set writes a text as if it were typed, with the cursor behind it.
func (l *line) set(text string) {
	l.input.SetValue(text)
	l.input.CursorEnd()
	l.value = text
}

func (l *line) Typing() bool     { return true }
func (l *line) Owns(string) bool { return false }

// Draft is the typed text, for keeping it unsubmitted; ok is false for a
// widget without text.
func Draft(w Widget) (s string, ok bool) {
	switch w := w.(type) {
	case *line:
		return w.text(), true
	case *pathLine:
		return w.text(), true
	case *area:
		return w.value, true
	case *date:
		return w.value, true
	default:
		return "", false
	}
}
