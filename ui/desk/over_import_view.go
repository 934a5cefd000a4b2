package desk

import (
	"fmt"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/register"
	"lotse/ui/file"
	"lotse/ui/theme"
)

func (o *importOver) title(m *model) string {
	if o.pasted {
		return m.t.Import.PasteTitle
	}
	return m.t.Import.Title
}

func (o *importOver) lines(m *model, w, h int) (lines []string, at int) {
	t := m.th
	switch {
	case o.path != nil:
		lines, at = o.ask(m, w)
	case o.table == nil && o.err == "":
		lines = []string{t.Fit(o.underWay(m), w)}
	case o.table != nil:
		lines, at = o.mapped(m, w, h)
	}
	bad := ""
	if o.err != "" {
		return append(lines, theme.Hang(t.Bad.Render("! "), t.Bad.Render(o.err), w)...), at
	}
	return append(lines, bad), at
}

func (o *importOver) ask(m *model, w int) ([]string, int) {
	label := m.t.Import.AskPath
	o.path.SetSize(max(w-theme.Width(label)-4, 8), 1)
	there := ""
	if len(o.samples) > 0 {
		there = "  " + fmt.Sprintf(m.t.Import.Samples, strings.Join(o.samples, ", "))
	}
	return []string{
		m.th.Fit(m.th.Accent.Render(m.th.Bar)+" "+m.th.Dim.Render(label)+"  "+o.path.Lines()[0], w),
		m.th.Fit(m.th.Dim.Render(there), w),
	}, 0
}

func (o *importOver) underWay(m *model) string {
	percent := int64(0)
	if size := o.size.Load(); size > 0 {
		percent = 100 * o.done.Load() / size
	}
	return fmt.Sprintf(m.t.Import.Reading, flows.CleanLine(o.name), percent)
}

// mapped shows what was understood, which column fills which, and the issues.
func (o *importOver) mapped(m *model, w, h int) (lines []string, at int) {
	t, x := m.th, &m.t.Import
	lines = append(lines, theme.Hang("", t.Dim.Render(strings.Join(file.Understood(x, o.table), t.Dot)), w)...)
	lines = append(lines, "")
	label, column := 0, theme.Width(x.Nothing)
	for i := range o.mapping {
		label = max(label, theme.Width(o.list.Label(i)))
		column = max(column, theme.Width(o.column(m, i)))
	}
	label, column = min(label, w/3), min(column, w/3)
	for i := range o.mapping {
		if i == o.field {
			at = len(lines)
		}
		lines = append(lines, o.row(m, i, label, column, w))
	}
	left := o.table.Left(o.mapping)
	if len(left) > 0 || o.have > 0 {
		lines = append(lines, "")
	}
	if len(left) > 0 {
		lines = append(lines, t.Fit(t.Dim.Render(fmt.Sprintf(x.Left, strings.Join(left, ", "))), w))
	}
	if o.have > 0 {
		mode, other := x.Replace, x.Appends
		if o.append {
			mode, other = x.Append, x.Replaces
		}
		lines = append(lines, t.Fit(t.Accent.Render(fmt.Sprintf(mode, o.have))+t.Faint.Render(t.Dot+other), w))
	}
	room := max(h-len(lines)-2, 4)
	if o.lower {
		room = max(h-3, 4)
	}
	issues := o.issues(m, w, room)
	if o.lower {
		at = len(lines) + len(issues) - 1
	}
	return append(lines, issues...), at
}

// column is the column of the file that fills a field.
func (o *importOver) column(m *model, i int) string {
	from := o.mapping[i].From
	switch {
	case from < 0:
		return m.t.Import.Nothing
	case o.table.Header < 0:
		return fmt.Sprintf(m.t.Import.Position, o.table.Columns[from])
	}
	return o.table.Columns[from]
}

func (o *importOver) row(m *model, i, label, column, w int) string {
	t := m.th
	mark, name := "  ", t.Pad(o.column(m, i), column)
	switch {
	case i == o.field:
		mark, name = t.Accent.Render(t.Arrow)+" ", t.Select.Render(name)
	case o.mapping[i].From < 0:
		name = t.Faint.Render(name)
	}
	line := mark + t.Pad(o.list.Label(i), label) + "  " + name + "  "
	if sure := o.sure(m, i); sure != "" {
		line += t.Dim.Render(sure) + "  "
	}
	return t.Fit(line+t.Faint.Render(o.first(i)), w)
}

// sure says how a column came to fill a field, where it is not by its name.
func (o *importOver) sure(m *model, i int) string {
	switch o.mapping[i].Sure {
	case register.Guess:
		return m.t.Import.Guess
	case register.Likely:
		return m.t.Import.Likely
	}
	return ""
}

// first are the first values that would fill a field.
func (o *importOver) first(i int) string {
	from := o.mapping[i].From
	if from < 0 {
		return ""
	}
	var some []string
	for n := 0; n < o.table.Len() && len(some) < 3; n++ {
		if cells := o.table.Row(n).Cells; from < len(cells) && strings.TrimSpace(cells[from]) != "" {
			some = append(some, flows.CleanLine(cells[from][:min(len(cells[from]), 200)]))
		}
	}
	return strings.Join(some, " / ")
}

// issues lists what is to be said, as far as there is room.
func (o *importOver) issues(m *model, w, room int) []string {
	t, x := m.th, &m.t.Import
	if o.report == nil {
		return []string{"", t.Dim.Render(x.Judging)}
	}
	all := o.report.Issues
	if len(all) == 0 {
		return []string{"", t.Good.Render(t.Fit(x.NoProblems, w))}
	}
	ink := t.Warn
	head := fmt.Sprintf(x.Problems, len(all))
	if o.report.Bad > 0 {
		ink, head = t.Bad, fmt.Sprintf(x.BadRows, o.report.Bad)+t.Dot+head
	}
	lines := []string{"", t.Fit(ink.Render(head), w)}
	o.issue = min(o.issue, max(len(all)-1, 0))
	for i := o.issue; i < len(all); i++ {
		next := o.issueLines(m, all[i], w)
		if len(lines)+len(next) > room+1 && i > o.issue {
			return append(lines, t.Fit("  "+t.Dim.Render(fmt.Sprintf(x.More, len(all)-i)), w))
		}
		lines = append(lines, next...)
	}
	return lines
}

func (o *importOver) issueLines(m *model, i register.Issue, w int) []string {
	t := m.th
	ink, sign := t.Dim, t.Dot
	switch i.Level {
	case flows.Must:
		ink, sign = t.Bad, "!"
	case flows.Warn:
		ink, sign = t.Warn, "!"
	}
	where := ""
	if i.Row > 0 {
		where = fmt.Sprintf(m.t.Import.Row, strconv.Itoa(i.Row))
	}
	switch {
	case i.Column != "" && o.table.Header < 0:
		where += t.Dot + fmt.Sprintf(m.t.Import.Position, i.Column)
	case i.Column != "":
		where += t.Dot + i.Column
	}
	if where != "" {
		where += ": "
	}
	return theme.Hang("  "+ink.Render(strings.TrimSpace(sign))+" ", t.Dim.Render(where)+ink.Render(m.page.tell(i.Message)), w)
}
