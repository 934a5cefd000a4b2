package desk

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/ui/field"
	"lotse/ui/theme"
	"lotse/ui/tty"
)

// graceTime is how long an overlay that opened by itself takes no key: what was
// typed for the page must not answer it.
const graceTime = tty.Soon

// overlay lies over the page, one at a time. Esc closes it and changes nothing.
type overlay interface {
	title(m *model) string
	key(m *model, msg tea.KeyPressMsg) tea.Cmd
	paste(m *model, s string) tea.Cmd
	// lines are drawn in at most w columns; at is the line that must be in view.
	lines(m *model, w, h int) (lines []string, at int)
	keys(m *model) []hint
}

// openOver opens an overlay that was asked for.
func (m *model) openOver(o overlay) {
	if m.page != nil {
		m.page.keep()
	}
	m.over, m.grace, m.burst = o, time.Time{}, burst{}
}

// openItself opens an overlay that nobody asked for. When it begins to take keys
// they are shown.
func (m *model) openItself(o overlay) tea.Cmd {
	m.openOver(o)
	return m.pauseKeys()
}

// openNext opens an overlay that nobody asked for once there is no other.
func (m *model) openNext(o overlay) tea.Cmd {
	if m.over != nil {
		m.queued = o
		return nil
	}
	m.queued = nil
	return m.openItself(o)
}

// pauseKeys takes no key for a moment, because something came up by itself.
func (m *model) pauseKeys() tea.Cmd {
	m.grace = m.now().Add(graceTime)
	return m.tick(graceTime, func(time.Time) tea.Msg { return graceMsg{} })
}

// graceMsg tells that keys are taken from now on.
type graceMsg struct{}

// deaf reports whether no key is taken yet.
func (m *model) deaf() bool { return m.now().Before(m.grace) }

// closeOver closes the overlay and gives the focus back to the page.
func (m *model) closeOver() {
	m.over = nil
	if p := m.page; p != nil && p.engaged {
		p.letGo()
		p.renew()
		p.toCell()
		if p.widget != nil {
			p.widget.Focus()
		}
	}
}

func (m *model) overKey(msg tea.KeyPressMsg) tea.Cmd {
	if msg.String() == "esc" {
		if o, ok := m.over.(interface{ escaped(*model) tea.Cmd }); ok {
			return o.escaped(m)
		}
		m.closeOver()
		return nil
	}
	return m.over.key(m, msg)
}

// form is an overlay of a few widgets; enter in the last one submits it.
type form struct {
	heading string
	intro   []string // Markdown
	rows    []formRow
	at      int
	err     string
	grave   bool // what it does cannot be taken back
	submit  func(m *model, f *form) tea.Cmd
}

type formRow struct {
	label  string
	w      field.Widget
	lines  int
	chosen bool // its lines begin with a pointer
}

func (f *form) add(label string, w field.Widget, lines int) *form {
	f.rows = append(f.rows, formRow{label: label, w: w, lines: lines})
	if len(f.rows) == 1 {
		w.Focus()
	}
	return f
}

// addChoice adds a row that is answered by choosing.
func (f *form) addChoice(label string, w field.Widget, lines int) *form {
	f.add(label, w, lines)
	f.rows[len(f.rows)-1].chosen = true
	return f
}

// text is what stands in a row.
func (f *form) text(i int) string { return field.Format(f.rows[i].w.Value()) }

func (f *form) title(*model) string { return f.heading }

func (f *form) move(by int) {
	f.rows[f.at].w.Blur()
	f.at = (f.at + by + len(f.rows)) % len(f.rows)
	f.rows[f.at].w.Focus()
}

func (f *form) key(m *model, msg tea.KeyPressMsg) tea.Cmd {
	f.err = ""
	w := f.rows[f.at].w
	k := msg.String()
	if w.Owns(k) {
		return f.through(m, msg)
	}
	switch k {
	case "enter":
		return f.enter(m)
	case "tab", "down":
		f.move(1)
	case "shift+tab", "up":
		f.move(-1)
	case "ctrl+s":
		return f.send(m)
	default:
		return f.through(m, msg)
	}
	return nil
}

func (f *form) through(m *model, msg tea.KeyPressMsg) tea.Cmd {
	switch f.rows[f.at].w.Key(msg) {
	case field.Take:
		return f.enter(m)
	case field.Pass:
		switch msg.String() {
		case "tab", "down":
			f.move(1)
		case "shift+tab", "up":
			f.move(-1)
		}
	}
	return nil
}

func (f *form) enter(m *model) tea.Cmd {
	if f.at < len(f.rows)-1 {
		f.move(1)
		return nil
	}
	return f.send(m)
}

// send submits. In a low window the form's last line, which says what is wrong,
// may be out of view: the status line says it, too.
func (f *form) send(m *model) tea.Cmd {
	cmd := f.submit(m, f)
	if f.err != "" && m.low() {
		m.warn(f.err)
	}
	return cmd
}

func (f *form) paste(m *model, s string) tea.Cmd {
	f.err = f.rows[f.at].w.Paste(s)
	return nil
}

// fail says what is missing, and puts the focus there.
func (f *form) fail(row int, s string) tea.Cmd {
	f.err = flows.CleanLine(s)
	f.rows[f.at].w.Blur()
	f.at = row
	f.rows[row].w.Focus()
	return nil
}

func (f *form) lines(m *model, w, _ int) (lines []string, at int) {
	t := m.th
	for _, s := range f.intro {
		lines = append(lines, t.Prose(s, w)...)
		lines = append(lines, "")
	}
	lab := 0
	for _, r := range f.rows {
		lab = max(lab, theme.Width(r.label))
	}
	lab = min(lab, w/3)
	for i, r := range f.rows {
		if i == f.at {
			at = len(lines) + 1
		}
		lines = append(lines, f.row(t, r, i == f.at, lab, w)...)
		lines = append(lines, "")
	}
	if f.err == "" {
		return append(lines, ""), at
	}
	return append(lines, theme.Hang(t.Bad.Render("! "), t.Bad.Render(f.err), w)...), at
}

// narrow is the width below which the labels of a form stand above its rows.
const narrow = 44

func (f *form) row(t *theme.Theme, r formRow, here bool, lab, w int) []string {
	room := gutter
	if r.chosen {
		room -= pointer
	}
	r.w.SetSize(max(w-lab-2-room, 8), r.lines)
	bar := " "
	if here {
		bar = t.Accent.Render(t.Bar)
	}
	var out []string
	if w < narrow {
		if r.label != "" {
			out = append(out, t.Fit(bar+" "+t.Dim.Render(r.label), w))
		}
		r.w.SetSize(max(w-2-room, 8), r.lines)
		for _, s := range r.w.Lines() {
			out = append(out, t.Fit(bar+strings.Repeat(" ", room-1)+s, w))
		}
		return out
	}
	for i, s := range r.w.Lines() {
		label := ""
		if i == 0 {
			label = t.Dim.Render(t.Fit(r.label, lab))
		}
		out = append(out, t.Fit(bar+" "+t.Pad(label, lab+room)+s, w))
	}
	return out
}

func (f *form) keys(m *model) []hint {
	h := &m.t.Help
	var out []hint
	switch last := f.at == len(f.rows)-1; {
	case f.rows[f.at].w.Owns("enter") && f.rows[f.at].w.Typing():
		out = []hint{{"ctrl+s", h.Submit}, {"enter", h.NewLine}}
	case len(f.rows) == 1:
		out = []hint{{"enter", h.Submit}}
	case last:
		out = []hint{{"enter", h.Submit}, {"shift+tab", h.Back}}
	default:
		out = []hint{{"enter", h.Next}, {"ctrl+s", h.Submit}}
	}
	return append(out, hint{"esc", h.Close})
}
