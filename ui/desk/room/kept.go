package room

import (
	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/ui/field"
	"lotse/ui/walk"
)

// AddKept adds a row whose text is kept as unsubmitted input at an address in a
// form, so that it stands there again if the program ends before the form does.
// It is dropped when the dialogue takes it, or by esc. start is its text where
// nothing is kept; a secret must never be typed in such a row.
func (f *Form) AddKept(at flows.Address, label, start string, widget func(text string) field.Widget, lines int) *Form {
	text := start
	if t, ok := f.Walk().Typed(at); ok {
		text = t.Text
	}
	f.Add(label, widget(text), lines)
	row := &f.Rows[len(f.Rows)-1]
	row.at, row.start = at, start
	return f
}

// noteTyping tells the dialogue what is typed in the rows that are kept.
func (f *Form) noteTyping() tea.Cmd {
	changed := false
	for i := range f.Rows {
		if r := &f.Rows[i]; !f.closed && !r.at.IsZero() {
			changed = f.Walk().Type(r.typing()) || changed
		}
	}
	if !changed {
		return nil
	}
	return f.SaveSoon()
}

func (r *Row) typing() walk.Typing {
	t := walk.Typing{At: r.at}
	if text, _ := field.Draft(r.Widget); text != r.start {
		t.Text, t.Blank = text, text == ""
	}
	return t
}

// HandleEsc implements Escaper: it closes the form, and what is typed is not
// wanted.
func (f *Form) HandleEsc() tea.Cmd {
	f.closed = true
	f.Close()
	typed := false
	for i := range f.Rows {
		at := f.Rows[i].at
		if at.IsZero() {
			continue
		}
		if _, is := f.Walk().Typed(at); is {
			f.Walk().Forget(at)
			typed = true
		}
	}
	if !typed {
		return nil
	}
	return f.SaveSoon()
}
