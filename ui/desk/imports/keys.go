package imports

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lotse/flows/register"
	"lotse/ui/desk/room"
	"lotse/ui/field"
	"lotse/ui/walk"
)

func (o *Over) Key(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case o.path != nil:
		return o.askKey(msg)
	case o.table == nil:
		return nil
	}
	switch msg.String() {
	case "up", "shift+tab":
		o.field, o.inIssues = max(o.field-1, 0), false
	case "down", "tab":
		o.field, o.inIssues = min(o.field+1, len(o.mapping)-1), false
	case "right":
		return o.turn(1)
	case "left":
		return o.turn(-1)
	case "space":
		o.append = !o.append || o.existing == 0
	case "h":
		return o.nextHeader()
	case "s":
		return o.nextSheet()
	case "pgdown":
		if o.inIssues {
			o.issue += issuePage
		}
		o.inIssues = true
	case "pgup":
		o.inIssues = o.inIssues && o.issue > 0
		o.issue = max(o.issue-issuePage, 0)
	case "enter":
		return o.take()
	}
	return nil
}

// issuePage is how many issues a page of them has.
const issuePage = 5

// askKey handles a key while the file is asked for.
func (o *Over) askKey(msg tea.KeyPressMsg) tea.Cmd {
	o.err = ""
	if msg.String() != "enter" {
		o.path.Key(msg)
		return nil
	}
	path := strings.TrimSpace(field.Format(o.path.Value()))
	if path == "" {
		o.err = o.d.Words().Import.AskHint
		return nil
	}
	return o.Read(path)
}

// turn fills the field at the pointer by the next unused column of the file,
// or by none.
func (o *Over) turn(by int) tea.Cmd {
	filled := func(column int) bool {
		return slices.ContainsFunc(o.mapping, func(x register.Match) bool { return x.From == column })
	}
	at := walk.NextColumn(o.mapping[o.field].From, by, len(o.table.Columns), filled)
	o.mapping = o.mapping.With(o.field, at)
	return o.check()
}

// maxHeader is how far down a person can move the header, in records.
const maxHeader = 20

// nextHeader makes the next row the header (no row after the last), and
// proposes the columns again.
func (o *Over) nextHeader() tea.Cmd {
	next := o.table.Header + 1
	if next >= min(maxHeader, len(o.table.Records)) {
		next = -1
	}
	table, err := o.table.WithHeader(next)
	if err != nil {
		o.err = o.d.Sentence(err)
		return nil
	}
	o.err, o.table, o.mapping = "", table, table.Propose()
	return o.check()
}

// nextSheet reads the next sheet of a workbook.
func (o *Over) nextSheet() tea.Cmd {
	info := o.table.Info
	if len(info.Sheets) < 2 {
		return nil
	}
	i := slices.Index(info.Sheets, info.Sheet)
	o.options.Sheet = info.Sheets[(i+1)%len(info.Sheets)]
	return o.Read(o.name)
}

func (o *Over) Keys() []room.Hint {
	w, h := &o.d.Words().Import, &o.d.Words().Help
	esc := room.Hint{"esc", h.Close}
	switch {
	case o.path != nil:
		return []room.Hint{{"enter", h.Select}, esc}
	case o.table == nil:
		return []room.Hint{esc}
	}
	keys := []room.Hint{{"enter", w.KeyTake}, {"left/right", w.KeyColumn}, {"h", w.KeyHeader}}
	if o.report != nil && len(o.report.Issues) > 0 {
		keys = append(keys, room.Hint{"pgdn", w.KeyProblems})
	}
	if len(o.table.Info.Sheets) > 1 {
		keys = append(keys, room.Hint{"s", w.KeySheet})
	}
	if o.existing > 0 {
		keys = append(keys, room.Hint{"space", w.KeyMode})
	}
	return append(keys, room.Hint{"up/down", h.Move}, esc)
}
