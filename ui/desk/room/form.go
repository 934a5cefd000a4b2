package room

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/ui/field"
	"lotse/ui/theme"
	"lotse/ui/walk"
	"lotse/ui/zone"
)

// Form is an overlay with a few widgets; enter in the last one submits it.
type Form struct {
	Desk
	Heading      string
	Intro        []string        // Markdown
	IntroNow     func() []string // the same, asked for with each frame; nil: Intro
	Rows         []Row
	At           int    // the row that has the focus
	Err          string // what is wrong
	Irreversible bool   // what it does cannot be taken back
	Submit       func(f *Form) tea.Cmd
	Direct       func(f *Form) bool // what the row in the focus says needs no other row; nil: it does

	closed bool
}

// Row is one widget of a form.
type Row struct {
	Label  string
	Widget field.Widget
	Lines  int
	Chosen bool // its lines begin with a pointer

	at    flows.Address // where its text is kept; zero: it is not
	start string        // its text when there was none there
}

// NewForm is a form without rows.
func NewForm(d Desk, heading string, intro ...string) *Form {
	return &Form{Desk: d, Heading: heading, Intro: intro}
}

// Add adds a row.
func (f *Form) Add(label string, w field.Widget, lines int) *Form {
	f.Rows = append(f.Rows, Row{Label: label, Widget: w, Lines: lines})
	if len(f.Rows) == 1 {
		w.Focus()
	}
	return f
}

// AddChoice adds a row that is answered by choosing.
func (f *Form) AddChoice(label string, w field.Widget, lines int) *Form {
	f.Add(label, w, lines)
	f.Rows[len(f.Rows)-1].Chosen = true
	return f
}

// Text is the text in a row.
func (f *Form) Text(i int) string { return field.Format(f.Rows[i].Widget.Value()) }

// Title implements Overlay.
func (f *Form) Title() string { return f.Heading }

// Move moves the focus by a number of rows.
func (f *Form) Move(by int) { f.focus((f.At + by + len(f.Rows)) % len(f.Rows)) }

func (f *Form) focus(row int) {
	f.Rows[f.At].Widget.Blur()
	f.At = row
	f.Rows[f.At].Widget.Focus()
}

// Key implements Overlay.
func (f *Form) Key(msg tea.KeyPressMsg) tea.Cmd {
	cmd := f.press(msg)
	return tea.Batch(cmd, f.noteTyping())
}

func (f *Form) press(msg tea.KeyPressMsg) tea.Cmd {
	f.Err = ""
	k := msg.String()
	if f.Rows[f.At].Widget.Owns(k) {
		return f.through(msg)
	}
	switch k {
	case "enter":
		return f.enter()
	case "tab", "down":
		f.Move(1)
	case "shift+tab", "up":
		f.Move(-1)
	case "ctrl+s":
		return f.send()
	default:
		return f.through(msg)
	}
	return nil
}

func (f *Form) through(msg tea.KeyPressMsg) tea.Cmd {
	switch f.Rows[f.At].Widget.Key(msg) {
	case field.Take:
		return f.enter()
	case field.Pass:
		switch msg.String() {
		case "tab", "down":
			f.Move(1)
		case "shift+tab", "up":
			f.Move(-1)
		}
	}
	return nil
}

// Pointed implements Pointed: the row that was pointed at gets the focus, and of a
// choice the option is chosen, which is not yet submitted.
func (f *Form) Pointed(at zone.At) tea.Cmd {
	n, ok := at(zone.Row)
	if !ok || n >= len(f.Rows) {
		return nil
	}
	f.Err = ""
	f.focus(n)
	if w, ok := f.Rows[n].Widget.(field.Pointable); ok && w.Point(at) == field.Take && n < len(f.Rows)-1 {
		f.Move(1)
	}
	return f.noteTyping()
}

func (f *Form) enter() tea.Cmd {
	if f.At < len(f.Rows)-1 && (f.Direct == nil || !f.Direct(f)) {
		f.Move(1)
		return nil
	}
	return f.send()
}

// send submits the form. In a low window the form's last line, which has the
// error, may be out of view, so the status line has it too.
func (f *Form) send() tea.Cmd {
	cmd := f.Submit(f)
	if f.Err != "" && f.LowWindow() {
		f.Warn(f.Err)
	}
	return cmd
}

// Paste implements Overlay.
func (f *Form) Paste(s string) tea.Cmd {
	f.Err = f.Rows[f.At].Widget.Paste(s)
	return f.noteTyping()
}

// Fail says what is missing, and moves the focus there.
func (f *Form) Fail(row int, s string) tea.Cmd {
	f.Err = flows.CleanLine(s)
	f.focus(row)
	return nil
}

// Answered closes the form after the dialogue accepted the answer; a refusal
// is shown in it.
func (f *Form) Answered(t walk.Turn) tea.Cmd {
	if t.Bad && !t.Done {
		return f.Fail(f.At, f.DialogueText(t.Tell[len(t.Tell)-1]))
	}
	f.closed = true
	f.Close()
	return f.Turn(t)
}

// Keys implements Overlay.
func (f *Form) Keys() []Hint {
	h := &f.Words().Help
	var out []Hint
	switch last := f.At == len(f.Rows)-1; {
	case f.Rows[f.At].Widget.Owns("enter") && f.Rows[f.At].Widget.Typing():
		out = []Hint{{"ctrl+s", h.Submit}, {"enter", h.NewLine}}
	case len(f.Rows) == 1:
		out = []Hint{{"enter", h.Submit}}
	case last:
		out = []Hint{{"enter", h.Submit}, {"shift+tab", h.Back}}
	default:
		out = []Hint{{"enter", h.Next}, {"ctrl+s", h.Submit}}
	}
	return append(out, Hint{"esc", h.Close})
}

// Lines implements Overlay.
func (f *Form) Lines(w, _ int) (lines []string, at int) {
	t := f.Theme()
	if f.IntroNow != nil {
		f.Intro = f.IntroNow()
	}
	for _, s := range f.Intro {
		lines = append(lines, t.Prose(s, w)...)
		lines = append(lines, "")
	}
	lab := 0
	for _, r := range f.Rows {
		lab = max(lab, theme.Width(r.Label))
	}
	lab = min(lab, w/3)
	for i, r := range f.Rows {
		if i == f.At {
			at = len(lines) + 1
		}
		lines = append(lines, zone.Row.Over(i, r.lines(t, i == f.At, lab, w))...)
		lines = append(lines, "")
	}
	if f.Err == "" {
		return append(lines, ""), at
	}
	return append(lines, theme.Hang(t.Bad.Render("! "), t.Bad.Render(f.Err), w)...), at
}

// Narrow is the width below which the labels of a form are drawn above its
// rows.
const Narrow = 44

// The room between a label and its value, and how much of it the pointer of a
// choice takes.
const (
	Gutter  = 4
	Pointer = 2
)

func (r Row) lines(t *theme.Theme, here bool, lab, w int) []string {
	room := Gutter
	if r.Chosen {
		room -= Pointer
	}
	r.Widget.SetSize(max(w-lab-2-room, 8), r.Lines)
	bar := " "
	if here {
		bar = t.Accent.Render(t.Bar)
	}
	var out []string
	if w < Narrow {
		if r.Label != "" {
			out = append(out, t.Fit(bar+" "+t.Dim.Render(r.Label), w))
		}
		r.Widget.SetSize(max(w-2-room, 8), r.Lines)
		for _, s := range r.Widget.Lines() {
			out = append(out, t.Fit(bar+strings.Repeat(" ", room-1)+s, w))
		}
		return out
	}
	for i, s := range r.Widget.Lines() {
		label := ""
		if i == 0 {
			label = t.Dim.Render(t.Fit(r.Label, lab))
		}
		out = append(out, t.Fit(bar+" "+t.Pad(label, lab+room)+s, w))
	}
	return out
}
