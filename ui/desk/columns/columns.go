// Package columns is the overlay in which a person chooses the columns of the
// files that a check compares: which column fills which field, and what was
// chosen in an earlier run. Nothing of the run changes until the choice is
// submitted.
package columns

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/ui/desk/room"
	"lotse/ui/theme"
	"lotse/ui/walk"
)

// Key opens the choice from what a check found.
const Key = "c"

// Check is the check whose columns are chosen.
type Check struct {
	Label string
	Load  func(ctx context.Context) ([]*walk.Columns, error) // reads what the files have
}

// Over is the overlay.
type Over struct {
	d     room.Desk
	label string
	all   []*walk.Columns // nil while the files are read
	at    int             // counted over the fields of all files
	err   string
}

// Open reads the files of a check in the background, and shows the choice.
func Open(d room.Desk, c Check) tea.Cmd {
	o := &Over{d: d, label: c.Label}
	d.Open(o)
	ctx := d.Context()
	return d.InBackground(o, func() func() tea.Cmd {
		all, err := c.Load(ctx)
		return func() tea.Cmd {
			switch {
			case err != nil:
				o.err = d.Sentence(err)
			case len(all) == 0:
				o.err = d.DialogueText(flows.Msg("dialogue.columns_none"))
			default:
				o.all = all
			}
			return nil
		}
	})
}

// Title implements room.Overlay.
func (o *Over) Title() string { return o.label }

// Paste implements room.Overlay.
func (o *Over) Paste(string) tea.Cmd { return nil }

// atPointer is the file and the field at the pointer; nil if there is none.
func (o *Over) atPointer() (c *walk.Columns, field int) {
	at := o.at
	for _, c := range o.all {
		if at < len(c.Fields) {
			return c, at
		}
		at -= len(c.Fields)
	}
	return nil, 0
}

func (o *Over) fields() int {
	n := 0
	for _, c := range o.all {
		n += len(c.Fields)
	}
	return n
}

// Key implements room.Overlay.
func (o *Over) Key(msg tea.KeyPressMsg) tea.Cmd {
	c, field := o.atPointer()
	if c == nil {
		return nil
	}
	o.err = ""
	switch msg.String() {
	case "up", "shift+tab":
		o.at = max(o.at-1, 0)
	case "down", "tab":
		o.at = min(o.at+1, o.fields()-1)
	case "right":
		c.Cycle(field, 1)
	case "left":
		c.Cycle(field, -1)
	case "b":
		if t := c.TellUseEarlier(); t.Bad {
			o.err = o.d.DialogueText(t.Tell[0])
		}
	case "backspace":
		c.Forget()
	case "enter":
		return o.take()
	}
	return nil
}

// Wheeled implements room.Wheeler: it moves the pointer.
func (o *Over) Wheeled(by int) { o.at = min(max(o.at+by/3, 0), max(o.fields()-1, 0)) }

// take records the choice, and runs the check.
func (o *Over) take() tea.Cmd {
	o.d.Close()
	return o.d.Turn(o.d.Walk().Map(o.all...))
}

// Keys implements room.Overlay.
func (o *Over) Keys() []room.Hint {
	h, x, w := &o.d.Words().Help, &o.d.Words().Import, &o.d.Words().Check
	esc := room.Hint{"esc", h.Close}
	c, _ := o.atPointer()
	if c == nil {
		return []room.Hint{esc}
	}
	keys := []room.Hint{{"enter", w.TakeColumns}, {"left/right", x.KeyColumn}}
	if c.Earlier != nil {
		keys = append(keys, room.Hint{"b", w.ColumnsBefore})
	}
	return append(keys, room.Hint{"backspace", w.ColumnsForget}, room.Hint{"up/down", h.Move}, esc)
}

// Lines implements room.Overlay.
func (o *Over) Lines(w, _ int) (lines []string, at int) {
	t := o.d.Theme()
	if o.all == nil && o.err == "" {
		return []string{t.Dim.Render(o.d.Words().Check.ReadingColumns)}, 0
	}
	n := 0
	for i, c := range o.all {
		if i > 0 {
			lines = append(lines, "")
		}
		told := c.Messages()
		lines = append(lines, theme.Hang("", t.Title.Render(o.d.DialogueText(told[0])), w)...)
		if !c.Problem.IsZero() {
			lines = append(lines, theme.Hang("  ", t.Bad.Render(o.d.RunText(c.Problem)), w)...)
		}
		for field := range c.Fields {
			if n == o.at {
				at = len(lines)
			}
			lines = append(lines, o.row(c, field, n == o.at, w))
			n++
		}
		if c.Earlier != nil && c.Problem.IsZero() {
			lines = append(lines, theme.Hang("  ", t.Dim.Render(o.d.DialogueText(told[len(told)-1])), w)...)
		}
	}
	if o.err != "" {
		lines = append(append(lines, ""), theme.Hang(t.Bad.Render("! "), t.Bad.Render(o.err), w)...)
		at = len(lines) - 1
	}
	return lines, at
}

// row is a field, the column that fills it, and the first value of that
// column.
func (o *Over) row(c *walk.Columns, field int, here bool, w int) string {
	t := o.d.Theme()
	label, column := 0, theme.Width(o.d.Words().Import.Nothing)
	for i, f := range c.Fields {
		label = max(label, theme.Width(o.d.DialogueText(walk.FieldName(f))))
		column = max(column, theme.Width(c.Filled(i)))
	}
	mark, name := "  ", c.Filled(field)
	if name == "" {
		name = o.d.Words().Import.Nothing
	}
	name = t.Pad(flows.CleanLine(name), min(column, w/3))
	switch {
	case here:
		mark, name = t.Accent.Render(t.Arrow)+" ", t.Select.Render(name)
	case c.Filled(field) == "":
		name = t.Faint.Render(name)
	}
	line := mark + t.Pad(o.d.DialogueText(walk.FieldName(c.Fields[field])), min(label, w/3)) + "  " + name
	if c.Chosen(field) {
		line += "  " + t.Dim.Render(o.d.Words().Check.Chosen)
	}
	return t.Fit(strings.TrimRight(line+"  "+t.Faint.Render(flows.CleanLine(c.Example(field))), " "), w)
}
