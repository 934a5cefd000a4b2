package desk

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/ui/face"
	"lotse/ui/theme"
	"lotse/ui/walk"
)

// letterOver shows a letter, or a sheet, as it would go out now. Nothing is
// sent from here: it is copied or written into a file, and what the person did
// with it is put on record.
type letterOver struct {
	step, item string
	letter     document.Letter
	top        int
}

// openLetter shows the draft that has the focus.
func (p *page) openLetter() tea.Cmd {
	m, o := p.m, &letterOver{step: p.place.Step, item: p.place.Item}
	if err := o.write(m, ""); err != nil {
		m.warn(m.sentence(err))
		return nil
	}
	m.openOver(o)
	return nil
}

func (o *letterOver) write(m *model, lang string) error {
	l, err := document.Write(m.page.View(), o.step, o.item, document.Asked{Lang: lang, Sender: m.cfg.Env.By, Today: m.now()})
	if err != nil {
		return err
	}
	o.letter = l
	return nil
}

// view is the draft as it stands.
func (o *letterOver) view(m *model) *run.ItemView { return m.page.View().Step(o.step).Item(o.item) }

func (o *letterOver) title(m *model) string { return m.label(o.view(m)) }

// letterKeys are what can be done with a letter.
var letterKeys = map[string]func(*letterOver, *model) tea.Cmd{
	"enter": (*letterOver).onward,
	"c":     (*letterOver).copy,
	"f":     (*letterOver).save,
	"l":     (*letterOver).turn,
}

func (o *letterOver) key(m *model, msg tea.KeyPressMsg) tea.Cmd {
	k := msg.String()
	if f, ok := letterKeys[k]; ok {
		return f(o, m)
	}
	o.top += scrolling(k, m.bodyHeight())
	return nil
}

// scrolling is by how many lines a key scrolls.
func scrolling(k string, page int) int {
	switch k {
	case "down":
		return 1
	case "up":
		return -1
	case "pgdown", "space":
		return max(page-6, 1)
	case "pgup":
		return -max(page-6, 1)
	}
	return 0
}

func (o *letterOver) paste(*model, string) tea.Cmd { return nil }

// onward puts on record that the letter was sent; one that was sent as it
// stands is left behind.
func (o *letterOver) onward(m *model) tea.Cmd {
	if o.view(m).Status == "sent" {
		m.closeOver()
		return m.page.turn(m.page.Go(walk.Next))
	}
	w := &m.t.Letter
	f := &form{heading: w.HowTitle}
	f.add(w.How, m.kit.Line(w.HowStart, ""), 1)
	f.submit = func(m *model, f *form) tea.Cmd {
		how := strings.TrimSpace(f.text(0))
		if how == "" {
			return f.fail(0, w.HowMissing)
		}
		return m.page.submitted(f, m.page.Propose(walk.Next, o.letter.Sent(flows.Address{Step: o.step, Item: o.item}, how)))
	}
	m.openOver(f)
	return nil
}

func (o *letterOver) copy(m *model) tea.Cmd {
	m.say(m.t.Wizard.Copied)
	return tea.SetClipboard(o.letter.Text())
}

// turn writes the letter in the next language that it has.
func (o *letterOver) turn(m *model) tea.Cmd {
	langs := o.letter.Langs
	if len(langs) < 2 {
		m.say(m.t.Letter.OnlyOne)
		return nil
	}
	next := langs[(slices.Index(langs, o.letter.Lang)+1)%len(langs)]
	if err := o.write(m, next); err != nil {
		m.warn(m.sentence(err))
	}
	return nil
}

// save asks for the file that the letter is written into.
func (o *letterOver) save(m *model) tea.Cmd {
	w := &m.t.Letter
	f := &form{heading: w.SaveTitle}
	f.add(w.SaveTo, m.kit.Line(o.item+".txt", m.t.Field.FileHint), 1)
	f.submit = func(m *model, f *form) tea.Cmd {
		path := strings.TrimSpace(f.text(0))
		if path == "" {
			return f.fail(0, w.Unnamed)
		}
		letter := o.letter
		return guarded(func() tea.Msg { return letterMsg{o, f, path, face.WriteLetter(path, &letter)} })
	}
	m.openOver(f)
	return nil
}

// letterMsg tells what became of writing a letter into a file.
type letterMsg struct {
	over *letterOver
	form *form
	path string
	err  error
}

// letterKept goes back to the letter once it is written; where it could not be,
// the question stays.
func (m *model) letterKept(msg letterMsg) tea.Cmd {
	if m.over != overlay(msg.form) {
		return nil
	}
	if msg.err != nil {
		return msg.form.fail(0, m.sentence(msg.err))
	}
	m.over = msg.over
	m.say(fmt.Sprintf(m.t.Letter.Saved, msg.path))
	return nil
}

func (o *letterOver) lines(m *model, w, h int) ([]string, int) {
	lines := append(o.head(m, w), "")
	for _, l := range o.letter.Lines(w) {
		lines = append(lines, broken(l, w)...)
	}
	o.top = max(min(o.top, len(lines)-h), 0)
	return lines[o.top:], 0
}

// head is what stands above the body: to whom, about what, what is missing.
func (o *letterOver) head(m *model, w int) []string {
	t, words, l := m.th, &m.t.Letter, &o.letter
	if !l.Mail {
		return append(theme.Wrap(t.Bold.Render(l.Subject), w), o.gaps(m, w)...)
	}
	label := max(theme.Width(words.To), theme.Width(words.Subject))
	head := func(word string) string { return t.Dim.Render(t.Pad(word, label)) + "  " }
	to := t.Warn.Render(words.Blank)
	if l.To != "" {
		to = l.To
	}
	lines := theme.Hang(head(words.To), to, w)
	lines = append(lines, theme.Hang(head(words.Subject), t.Bold.Render(l.Subject), w)...)
	return append(lines, o.gaps(m, w)...)
}

// gaps says which answers the letter would want.
func (o *letterOver) gaps(m *model, w int) []string {
	var names []string
	for _, id := range o.letter.Missing {
		name := id
		if iv := m.page.View().Field(id); iv != nil {
			name = m.label(iv)
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return nil
	}
	var lines []string
	for _, l := range theme.Wrap(fmt.Sprintf(m.t.Letter.Missing, strings.Join(names, ", ")), w) {
		lines = append(lines, m.th.Warn.Render(l))
	}
	return lines
}

// broken breaks a line that is still too wide: one of long words, or of wide
// letters.
func broken(line string, w int) []string {
	if theme.Width(line) <= w {
		return []string{line}
	}
	rest := strings.TrimLeft(line, " ")
	return theme.Hang(line[:len(line)-len(rest)], rest, w)
}

func (o *letterOver) keys(m *model) []hint {
	h, w := &m.t.Help, &m.t.Letter
	does := w.Mark
	switch o.view(m).Status {
	case "sent":
		does = h.Next
	case "stale":
		does = w.Again
	}
	out := []hint{{"enter", does}, {"c", h.Copy}, {"f", w.Save}}
	if len(o.letter.Langs) > 1 {
		out = append(out, hint{"l", w.Language})
	}
	return append(out, hint{"up/down", h.Scroll}, hint{"esc", h.Close})
}

// letterState is how a draft stands, in sign and words.
func (m *model) letterState(iv *run.ItemView) (word string, ink theme.Ink) {
	t, w := m.th, &m.t.Letter
	switch {
	case iv.Status == "stale":
		return w.Stale, t.Warn
	case iv.Done && iv.Note != "":
		return fmt.Sprintf(w.SentHow, flows.CleanLine(iv.Note)), t.Good
	case iv.Done:
		return w.Sent, t.Good
	}
	return w.Unsent, t.Dim
}
