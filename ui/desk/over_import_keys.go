package desk

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/ui/field"
)

func (o *importOver) key(m *model, msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case o.path != nil:
		return o.askKey(m, msg)
	case o.table == nil:
		return nil
	}
	switch msg.String() {
	case "up", "shift+tab":
		o.field, o.lower = max(o.field-1, 0), false
	case "down", "tab":
		o.field, o.lower = min(o.field+1, len(o.mapping)-1), false
	case "right":
		return o.turn(m, 1)
	case "left":
		return o.turn(m, -1)
	case "space":
		o.append = !o.append || o.have == 0
	case "h":
		return o.nextHeader(m)
	case "s":
		return o.nextSheet(m)
	case "pgdown":
		if o.lower {
			o.issue += issuePage
		}
		o.lower = true
	case "pgup":
		o.lower = o.lower && o.issue > 0
		o.issue = max(o.issue-issuePage, 0)
	case "enter":
		return o.take(m)
	}
	return nil
}

// issuePage is by how many issues a page of them is turned.
const issuePage = 5

// askKey takes a key while the file is asked for.
func (o *importOver) askKey(m *model, msg tea.KeyPressMsg) tea.Cmd {
	o.err = ""
	if msg.String() != "enter" {
		o.path.Key(msg)
		return nil
	}
	path := strings.TrimSpace(field.Format(o.path.Value()))
	if path == "" {
		o.err = m.t.Import.AskHint
		return nil
	}
	return o.read(m, path)
}

// turn fills the field at the pointer by the next column of the file that fills
// no other, or by nothing.
func (o *importOver) turn(m *model, by int) tea.Cmd {
	n := len(o.table.Columns)
	at := o.mapping[o.field].From
	for range n + 1 {
		at += by
		switch {
		case at < -1:
			at = n - 1
		case at >= n:
			at = -1
		}
		if at < 0 || !o.filled(at) {
			break
		}
	}
	o.mapping = o.mapping.With(o.field, at)
	return o.judge(m)
}

func (o *importOver) filled(column int) bool {
	for i, x := range o.mapping {
		if x.From == column && i != o.field {
			return true
		}
	}
	return false
}

// maxHeader is how far down a person can move the header, in records.
const maxHeader = 20

// nextHeader makes the next row the header, after the last none, and proposes
// the columns anew.
func (o *importOver) nextHeader(m *model) tea.Cmd {
	next := o.table.Header + 1
	if next >= min(maxHeader, len(o.table.Records)) {
		next = -1
	}
	table, err := o.table.WithHeader(next)
	if err != nil {
		o.err = m.sentence(err)
		return nil
	}
	o.err, o.table, o.mapping = "", table, table.Propose()
	return o.judge(m)
}

// nextSheet reads the next sheet of a workbook.
func (o *importOver) nextSheet(m *model) tea.Cmd {
	info := o.table.Info
	if len(info.Sheets) < 2 {
		return nil
	}
	i := slices.Index(info.Sheets, info.Sheet)
	o.options.Sheet = info.Sheets[(i+1)%len(info.Sheets)]
	return o.read(m, o.name)
}

func (o *importOver) keys(m *model) []hint {
	w, h := &m.t.Import, &m.t.Help
	esc := hint{"esc", h.Close}
	switch {
	case o.path != nil:
		return []hint{{"enter", h.Select}, esc}
	case o.table == nil:
		return []hint{esc}
	}
	keys := []hint{{"enter", w.KeyTake}, {"left/right", w.KeyColumn}, {"h", w.KeyHeader}}
	if o.report != nil && len(o.report.Issues) > 0 {
		keys = append(keys, hint{"pgdn", w.KeyProblems})
	}
	if len(o.table.Info.Sheets) > 1 {
		keys = append(keys, hint{"s", w.KeySheet})
	}
	if o.have > 0 {
		keys = append(keys, hint{"space", w.KeyMode})
	}
	return append(keys, hint{"up/down", h.Move}, esc)
}
