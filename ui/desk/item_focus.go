package desk

import (
	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/field"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// itemFocus is the item that has the focus, its widget, and whether the widget
// or the page takes the keys. It knows what is typed in the widget, and
// submits nothing.
type itemFocus struct {
	walk  *walk.Walk
	kit   *field.Kit
	files string // the folder of a demo's samples, see face.Screen
	reads bool   // the person looks on: no widget ever takes the keys

	place    flows.Address // the item that the widget is of
	answered flows.Value   // its answer when the widget was made
	widget   field.Widget  // nil where the item needs none
	engaged  bool          // false: the page itself takes the keys
}

// table is the widget of a list.
func (f *itemFocus) table() (t *field.Table, ok bool) {
	t, ok = f.widget.(*field.Table)
	return t, ok
}

// live reports whether a widget takes the keys.
func (f *itemFocus) live() bool { return f.engaged && f.widget != nil }

// moveTo moves the focus to another item, which has no widget yet.
func (f *itemFocus) moveTo(at flows.Address) {
	f.blur()
	f.place, f.widget, f.engaged = at, nil, at.Item != "" && !f.reads
}

func (f *itemFocus) blur() {
	if f.widget != nil {
		f.widget.Blur()
	}
}

// takeKeys gives the keys to the dialogue's present item.
func (f *itemFocus) takeKeys() {
	if f.engaged = f.walk.At().Item != "" && !f.reads; f.live() {
		f.widget.Focus()
	}
}

// makeWidget makes a new widget, unless the present one already shows the
// answer and what is typed.
func (f *itemFocus) makeWidget() (made bool) {
	iv := f.walk.Item()
	if iv == nil || !f.walk.Stops(iv) {
		f.widget = nil
		return false
	}
	switch iv.Item.Kind {
	case flows.KindField:
		if f.widget != nil && f.isCurrent(iv) {
			return false
		}
		var typed *string
		if t, ok := f.walk.Typed(f.place); ok {
			s := textOf(t)
			typed = &s
		}
		f.widget, f.answered = f.kit.For(f.withSample(iv.Item), iv.Value, typed), iv.Value
	case flows.KindList:
		f.widget = f.tableFor(iv)
	default:
		return false
	}
	return true
}

// tableFor is the widget of a list; an existing one keeps its position.
func (f *itemFocus) tableFor(iv *run.ItemView) *field.Table {
	if t, ok := f.table(); ok {
		t.Update(iv.Item, iv.Rows)
		return t
	}
	t := f.kit.Table(iv.Item, iv.Rows)
	for _, typed := range f.walk.TypedIn(f.place) {
		t.Restore(typed.At.Row, typed.At.Column, typed.Text)
	}
	return t
}

// withSample is the item's field; for a file of a demo, with a sample as its
// placeholder.
func (f *itemFocus) withSample(it *flows.Item) *flows.Field {
	names := outside.Samples(f.files, it.ID)
	if it.Field.Type != flows.TypeFile || len(names) == 0 {
		return it.Field
	}
	hinted := *it.Field
	hinted.Placeholder = names[0]
	return &hinted
}

// isCurrent reports whether the widget shows the present answer, and what the
// dialogue has as typed.
func (f *itemFocus) isCurrent(iv *run.ItemView) bool {
	t, known := f.walk.Typed(f.place)
	s, _ := field.Draft(f.widget)
	typed := f.typing()
	return flows.Same(f.answered, iv.Value) && (!known && typed.Gone() || known && textOf(t) == s)
}

// dropChoice drops a choice that was not submitted, as when its consequences
// were not confirmed: the answer is shown again. Typed text stays.
func (f *itemFocus) dropChoice() {
	if _, isTable := f.table(); isTable {
		return
	}
	if _, typed := field.Draft(f.widget); !typed {
		f.widget = nil
	}
}

// toCell moves the table's focus to the dialogue's cell; if the dialogue is in
// no cell, it goes to the table's.
func (f *itemFocus) toCell() {
	t, ok := f.table()
	if !ok {
		return
	}
	if at := f.walk.At(); at.Row != "" || at.Column != "" {
		if row, column := t.FocusedCell(); row != at.Row || column != at.Column {
			t.FocusCell(at.Row, at.Column)
		}
	}
	f.walk.ToCell(t.FocusedCell())
}

// typing is the content of the widget if it is not the answer.
func (f *itemFocus) typing() walk.Typing {
	t := walk.Typing{At: f.place}
	if table, ok := f.table(); ok {
		row, column := table.FocusedCell()
		t.At = t.At.In(row, column)
		t.Text, _ = table.Typed()
		return t
	}
	s, ok := field.Draft(f.widget)
	iv := f.walk.ItemAt(f.place)
	switch {
	case !ok || iv == nil:
	case iv.Item.Field.Type == flows.TypeSecret:
		t.Hidden = true
		if s != "" {
			t.Secret = run.NewSecret([]byte(s))
		}
	default:
		if standing := flows.Format(f.answered); s != standing {
			t.Text, t.Blank = s, s == ""
		}
	}
	return t
}

// textOf is what is typed, in clear text.
func textOf(t walk.Typing) string {
	if t.Hidden {
		return string(t.Secret.Reveal())
	}
	return t.Text
}

// columnHere is the focused column of a list.
func (f *itemFocus) columnHere() string {
	if t, ok := f.table(); ok {
		_, c := t.FocusedCell()
		return c
	}
	return ""
}

// pasteAddress is the address of what the focused item has to paste: in a list
// that of the focused cell.
func (f *itemFocus) pasteAddress() flows.Address {
	at := f.walk.At().Whole()
	if t, ok := f.table(); ok {
		at.Row, at.Column = t.FocusedCell()
	}
	return at
}
