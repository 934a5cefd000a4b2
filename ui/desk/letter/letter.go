// Package letter is the overlay that shows a letter, or a sheet, as it would
// be sent now. Lotse sends nothing: the text is copied or written to a file,
// and the person records that it was sent.
package letter

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/run"
	"lotse/ui/desk/room"
	"lotse/ui/field"
	"lotse/ui/outside"
	"lotse/ui/theme"
	"lotse/ui/walk"
)

// Over shows a letter.
type Over struct {
	// Back leads to where the letter was asked for, once it is read or sent; nil: it
	// lies over the page of its step, which goes on.
	Back func() tea.Cmd
	// Program opens a file in the program that the person chose for its kind; nil:
	// there is none to be asked.
	Program func(path string) tea.Cmd

	d      room.Desk
	at     flows.Address
	sender string
	letter document.Letter
	scroll room.Scroll
}

// New shows the draft at an address; it is signed by the sender.
func New(d room.Desk, at flows.Address, sender string) (*Over, error) {
	o := &Over{d: d, at: at.Whole(), sender: sender}
	return o, o.write("")
}

func (o *Over) write(lang string) error {
	l, err := document.Write(o.d.Walk().View(), o.at.Step, o.at.Item, document.Asked{Lang: lang, Sender: o.sender, Today: o.d.Now()})
	if err != nil {
		return err
	}
	o.letter = l
	return nil
}

// view is the draft's item.
func (o *Over) view() *run.ItemView { return o.d.Walk().View().Step(o.at.Step).Item(o.at.Item) }

func (o *Over) Title() string { return o.d.Label(o.view()) }

// keys are what can be done with a letter.
var keys = map[string]func(*Over) tea.Cmd{
	"enter": (*Over).markSent,
	"c":     (*Over).copy,
	"f":     (*Over).save,
	"l":     (*Over).nextLanguage,
	"o":     (*Over).open,
}

// Key implements room.Overlay.
func (o *Over) Key(msg tea.KeyPressMsg) tea.Cmd {
	k := msg.String()
	if f, ok := keys[k]; ok {
		return f(o)
	}
	o.scroll.Key(k)
	return nil
}

func (o *Over) Paste(string) tea.Cmd { return nil }

// markSent records that the letter was sent; if this text was recorded as sent
// already, it goes on.
func (o *Over) markSent() tea.Cmd {
	if o.view().Status == "sent" {
		if o.Back != nil {
			return o.Back()
		}
		o.d.Close()
		return o.d.Turn(o.d.Walk().Go(walk.Next))
	}
	w := &o.d.Words().Letter
	f := room.NewForm(o.d, w.HowTitle)
	f.Submit = func(f *room.Form) tea.Cmd {
		how := strings.TrimSpace(f.Text(0))
		if how == "" {
			return f.Fail(0, w.HowMissing)
		}
		return o.answered(f, how)
	}
	how := func(text string) field.Widget { return o.d.Kit().Line(text, "") }
	o.d.Open(f.AddKept(o.at.InForm(walk.SentForm, "how"), w.How, w.HowStart, how, 1))
	return nil
}

// answered records how it was sent, and goes on.
func (o *Over) answered(f *room.Form, how string) tea.Cmd {
	if o.Back == nil {
		return f.Answered(o.d.Walk().Propose(walk.Next, o.letter.Sent(o.at, how)))
	}
	t := o.d.Walk().Propose(walk.Stay, o.letter.Sent(o.at, how))
	cmd := f.Answered(t)
	if t.Done && t.Ask == nil {
		return tea.Batch(cmd, o.Back())
	}
	return cmd
}

// HandleEsc implements room.Escaper.
func (o *Over) HandleEsc() tea.Cmd {
	if o.Back != nil {
		return o.Back()
	}
	o.d.Close()
	return nil
}

func (o *Over) copy() tea.Cmd {
	o.d.Say(o.d.Words().Wizard.Copied)
	return o.d.Copy(o.letter.Text())
}

// open hands the letter to the mail program, or a sheet to what opens texts. That
// it was sent is recorded when the person says so.
func (o *Over) open() tea.Cmd {
	if o.Program == nil {
		return nil
	}
	name, letter := o.at.Item, o.letter
	return o.d.InBackground(o, func() func() tea.Cmd {
		path, err := outside.WriteLetterAside(name, &letter)
		return func() tea.Cmd {
			if err != nil {
				o.d.Warn(o.d.Sentence(err))
				return nil
			}
			return o.Program(path)
		}
	})
}

// nextLanguage writes the letter in the next language that it has.
func (o *Over) nextLanguage() tea.Cmd {
	langs := o.letter.Langs
	if len(langs) < 2 {
		o.d.Say(o.d.Words().Letter.OnlyOne)
		return nil
	}
	next := langs[(slices.Index(langs, o.letter.Lang)+1)%len(langs)]
	if err := o.write(next); err != nil {
		o.d.Warn(o.d.Sentence(err))
	}
	return nil
}

// save asks for the file; if it cannot be written, the form stays open.
func (o *Over) save() tea.Cmd {
	w := &o.d.Words().Letter
	f := room.NewForm(o.d, w.SaveTitle)
	f.Submit = func(f *room.Form) tea.Cmd {
		path := strings.TrimSpace(f.Text(0))
		if path == "" {
			return f.Fail(0, w.Unnamed)
		}
		letter := o.letter
		return o.d.InBackground(f, func() func() tea.Cmd {
			err := outside.WriteLetter(path, &letter)
			return func() tea.Cmd { return o.saved(f, path, err) }
		})
	}
	o.d.Open(f.Add(w.SaveTo, o.d.Kit().Path(o.at.Item+".txt", o.d.Words().Field.FileHint), 1))
	return nil
}

// saved goes back to the letter once it is written.
func (o *Over) saved(f *room.Form, path string, err error) tea.Cmd {
	if err != nil {
		return f.Fail(0, o.d.Sentence(err))
	}
	o.d.Open(o)
	o.d.Say(fmt.Sprintf(o.d.Words().Letter.Saved, path))
	return nil
}

func (o *Over) Lines(w, h int) ([]string, int) {
	lines := append(o.head(w), "")
	for _, l := range o.letter.Lines(w) {
		lines = append(lines, breakLine(l, w)...)
	}
	return o.scroll.Rest(lines, h), 0
}

// head is what stands above the body: recipient, subject, what is missing.
func (o *Over) head(w int) []string {
	t, words, l := o.d.Theme(), &o.d.Words().Letter, &o.letter
	if !l.Mail {
		return append(theme.Wrap(t.Bold.Render(l.Subject), w), o.missingAnswers(w)...)
	}
	label := max(theme.Width(words.To), theme.Width(words.Subject))
	head := func(word string) string { return t.Dim.Render(t.Pad(word, label)) + "  " }
	to := t.Warn.Render(words.Blank)
	if l.To != "" {
		to = l.To
	}
	lines := theme.Hang(head(words.To), to, w)
	lines = append(lines, theme.Hang(head(words.Subject), t.Bold.Render(l.Subject), w)...)
	return append(lines, o.missingAnswers(w)...)
}

// missingAnswers says which answers the letter lacks, and which have warnings.
func (o *Over) missingAnswers(w int) []string {
	var names []string
	for _, id := range o.letter.Missing {
		name := o.d.Walk().View().AnswerLabel(id)
		if iv := o.d.Walk().View().Field(id); iv != nil {
			name = o.d.Label(iv)
		}
		names = append(names, name)
	}
	var lines []string
	for _, m := range o.d.Walk().AnswerWarnings(o.letter.Read) {
		lines = append(lines, theme.Hang(o.d.Theme().Warn.Render("! "), o.d.Theme().Warn.Render(o.d.DialogueText(m)), w)...)
	}
	if len(names) == 0 {
		return lines
	}
	for _, l := range theme.Wrap(fmt.Sprintf(o.d.Words().Letter.Missing, strings.Join(names, ", ")), w) {
		lines = append(lines, o.d.Theme().Warn.Render(l))
	}
	return lines
}

// breakLine breaks a line that is still too wide: one of long words, or of
// wide letters.
func breakLine(line string, w int) []string {
	if theme.Width(line) <= w {
		return []string{line}
	}
	rest := strings.TrimLeft(line, " ")
	return theme.Hang(line[:len(line)-len(rest)], rest, w)
}

func (o *Over) Keys() []room.Hint {
	h, w := &o.d.Words().Help, &o.d.Words().Letter
	does := w.Mark
	switch o.view().Status {
	case "sent":
		does = h.Next
	case "stale":
		does = w.Again
	}
	out := []room.Hint{{"enter", does}, {"c", h.Copy}, {"f", w.Save}}
	if o.Program != nil && o.letter.Mail {
		out = append(out, room.Hint{"o", w.Program})
	} else if o.Program != nil {
		out = append(out, room.Hint{"o", o.d.Words().Papers.OpenWritten})
	}
	if len(o.letter.Langs) > 1 {
		out = append(out, room.Hint{"l", w.Language})
	}
	return append(out, room.Hint{"up/down", h.Scroll}, room.Hint{"esc", h.Close})
}

// Scrolled implements room.Scroller.
func (o *Over) Scrolled() *room.Scroll { return &o.scroll }
