package field

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"golang.org/x/text/unicode/norm"

	"lotse/flows"
	"lotse/ui/theme"
)

// hostKeys leaves huh's fields only the keys that edit: next, previous, submit
// and the external editor are the page's, or unused.
var hostKeys = &huh.KeyMap{Text: huh.TextKeyMap{NewLine: key.NewBinding(key.WithKeys("enter"))}}

// line is a single huh.Input. Its commands are dropped: they would make the
// cursor blink and read the clipboard.
type line struct {
	kit    Kit
	input  *huh.Input
	value  string
	masked bool
	width  int

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
	l := &line{kit: k, value: start, masked: masked, placeholder: placeholder}
	l.input = huh.NewInput().Prompt("").Value(&l.value)
	if masked {
		l.input.EchoMode(huh.EchoModePassword)
	}
	l.input.WithKeyMap(hostKeys)
	l.input.WithTheme(k.Theme.Huh())
	l.value = start // huh cleans what it takes; what stands is what was given
	l.SetSize(40, 1)
	return l
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
	keep := l.value
	l.input.Blur()
	l.value = keep
}

func (l *line) Key(msg tea.KeyPressMsg) KeyResult {
	before := l.value
	if l.masked { // a secret is what it is, mark by mark
		l.input.Update(msg)
	} else {
		compose(msg, func(m tea.Msg) { l.input.Update(m) }, func() string { return l.value })
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
	l.input.Update(tea.PasteMsg{Content: shown})
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

func (l *line) SetSize(w, _ int) {
	if w != l.width {
		l.width = w
		l.input.WithWidth(w)
		l.wrapHint()
	}
}

// wrapHint gives the input the first line of the placeholder, which it would cut
// without a sign; the others stand below while nothing is typed.
func (l *line) wrapHint() {
	l.hint = theme.Wrap(l.placeholder, l.width-1)
	first := ""
	if len(l.hint) > 0 {
		first = l.hint[0]
	}
	// bubbles counts a placeholder's runes where it means cells
	if theme.Width(first) == utf8.RuneCountInString(first) {
		l.input.Placeholder(first)
	}
}

// Lines implements Widget: the cursor stands in reverse. Without the focus the
// text is drawn here: bubbles has colours of its own for that.
func (l *line) Lines() []string {
	t := l.kit.Theme
	switch {
	case l.value == "" && len(l.hint) > 0:
		return l.hintLines()
	case l.focused:
	case l.masked:
		return []string{t.Fit(strings.Repeat("*", utf8.RuneCountInString(l.value)), l.width)}
	default:
		return []string{t.Fit(flows.CleanLine(l.value), l.width)}
	}
	return []string{t.Fit(l.input.View(), l.width)}
}

// hintLines are the lines of an empty input.
func (l *line) hintLines() []string {
	t := l.kit.Theme
	lines := make([]string, len(l.hint))
	for i, text := range l.hint {
		lines[i] = t.Faint.Render(text)
	}
	if l.focused {
		lines[0] = t.Fit(l.input.View(), l.width) // with the cursor
	}
	return lines
}

func (l *line) Value() flows.Value {
	if l.pasted != "" && l.value == l.shown {
		return l.pasted
	}
	return l.text()
}

// set writes a text as if it were typed, with the cursor behind it.
func (l *line) set(text string) {
	l.value = text
	l.input.Value(&l.value)
	l.input.Update(tea.KeyPressMsg{Code: tea.KeyEnd})
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
