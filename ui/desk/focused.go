package desk

import (
	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/field"
	"lotse/ui/outside"
	"lotse/ui/walk"
)

// focused is what has the focus: the item, the widget that it is answered by, and
// whether that or the page itself takes the keys. It knows where the dialogue
// stands and what is typed there, and takes no answer.
type focused struct {
	walk  *walk.Walk
	kit   *field.Kit
	files string // the folder of a demo's samples, see face.Screen

	place   flows.Address // the item that the widget is of
	stood   flows.Value   // its answer when the widget was made
	widget  field.Widget  // nil where the item needs none
	engaged bool          // false: the page itself takes the keys
}

// table is the widget of a list.
func (f *focused) table() (t *field.Table, ok bool) {
	t, ok = f.widget.(*field.Table)
	return t, ok
}

// live reports whether a widget takes the keys.
func (f *focused) live() bool { return f.engaged && f.widget != nil }

// come gives the focus to another item, which has no widget yet.
func (f *focused) come(at flows.Address) {
	f.blur()
	f.place, f.widget, f.engaged = at, nil, at.Item != ""
}

func (f *focused) blur() {
	if f.widget != nil {
		f.widget.Blur()
	}
}

// takeKeys gives the keys to the item at which the dialogue stands.
func (f *focused) takeKeys() {
	if f.engaged = f.walk.At().Item != ""; f.live() {
		f.widget.Focus()
	}
}

// furnish makes the widget anew, unless it holds what stands or is typed there.
func (f *focused) furnish() (made bool) {
	iv := f.walk.Item()
	if iv == nil || !f.walk.Stops(iv) {
		f.widget = nil
		return false
	}
	switch iv.Item.Kind {
	case flows.KindField:
		if f.widget != nil && f.holds(iv) {
			return false
		}
		var typed *string
		if t, ok := f.walk.Typed(f.place); ok {
			s := textOf(t)
			typed = &s
		}
		f.widget, f.stood = f.kit.For(f.sampled(iv.Item), iv.Value, typed), iv.Value
	case flows.KindList:
		f.widget = f.listed(iv)
	default:
		return false
	}
	return true
}

// listed is the widget of a list; one that is there already keeps its place.
func (f *focused) listed(iv *run.ItemView) *field.Table {
	if t, ok := f.table(); ok {
		t.Renew(iv.Item, iv.Rows)
		return t
	}
	t := f.kit.Table(iv.Item, iv.Rows)
	for _, typed := range f.walk.TypedIn(f.place) {
		t.Restore(typed.At.Row, typed.At.Column, typed.Text)
	}
	return t
}

// sampled is an item's field; one that takes a file hints at a demo's sample.
func (f *focused) sampled(it *flows.Item) *flows.Field {
	names := outside.Samples(f.files, it.ID)
	if it.Field.Type != flows.TypeFile || len(names) == 0 {
		return it.Field
	}
	hinted := *it.Field
	hinted.Placeholder = names[0]
	return &hinted
}

// holds reports whether the widget holds the answer that stands, and what the
// dialogue knows as typed.
func (f *focused) holds(iv *run.ItemView) bool {
	t, known := f.walk.Typed(f.place)
	s, _ := field.Draft(f.widget)
	typed := f.typing()
	return flows.Same(f.stood, iv.Value) && (!known && typed.Gone() || known && textOf(t) == s)
}

// letGo gives up a choice that was not taken, as when its consequences were not
// confirmed: what stands is shown again. Typing stays.
func (f *focused) letGo() {
	if _, isTable := f.table(); isTable {
		return
	}
	if _, typed := field.Draft(f.widget); !typed {
		f.widget = nil
	}
}

// toCell goes to the cell at which the dialogue stands, or has it stand where
// the table does.
func (f *focused) toCell() {
	t, ok := f.table()
	if !ok {
		return
	}
	if at := f.walk.At(); at.Row != "" || at.Column != "" {
		if row, column := t.Here(); row != at.Row || column != at.Column {
			t.Go(at.Row, at.Column)
		}
	}
	f.walk.ToCell(t.Here())
}

// typing is what stands in the widget and is not the answer.
func (f *focused) typing() walk.Typing {
	t := walk.Typing{At: f.place}
	if table, ok := f.table(); ok {
		row, column := table.Here()
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
		if standing := flows.Format(f.stood); s != standing {
			t.Text, t.Blank = s, s == ""
		}
	}
	return t
}

// textOf is what is typed, in clear.
func textOf(t walk.Typing) string {
	if t.Hidden {
		return string(t.Secret.Reveal())
	}
	return t.Text
}

// columnHere is the column of a list that has the focus.
func (f *focused) columnHere() string {
	if t, ok := f.table(); ok {
		_, c := t.Here()
		return c
	}
	return ""
}

// cellText is the answer in the cell that has the focus as it goes into another
// program: a file by its name.
func (f *focused) cellText(iv *run.ItemView) string {
	t, ok := f.widget.(*field.Table)
	if !ok {
		return ""
	}
	row, column := t.Here()
	for i := range iv.Rows {
		it := iv.Item.Column(column)
		switch {
		case iv.Rows[i].Row != row || it == nil || it.Field == nil:
		case it.Field.Type == flows.TypeFile:
			return flows.Clean(it.Field.Show(iv.Rows[i].Values[column]))
		default:
			return flows.Clean(flows.Format(iv.Rows[i].Values[column]))
		}
	}
	return ""
}
