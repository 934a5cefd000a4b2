package imports

import (
	"fmt"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/register"
	"lotse/ui/file"
	"lotse/ui/theme"
)

func (o *Over) Title() string {
	if o.pasted {
		return o.d.Words().Import.PasteTitle
	}
	return o.d.Words().Import.Title
}

func (o *Over) Lines(w, h int) (lines []string, at int) {
	t := o.d.Theme()
	switch {
	case o.path != nil:
		lines, at = o.ask(w)
	case o.table == nil && o.err == "":
		lines = o.reading(w)
	case o.table != nil:
		lines, at = o.mapped(w, h)
	}
	bad := ""
	if o.err != "" {
		return append(lines, theme.Hang(t.Bad.Render("! "), t.Bad.Render(o.err), w)...), at
	}
	return append(lines, bad), at
}

func (o *Over) ask(w int) ([]string, int) {
	label := o.d.Words().Import.AskPath
	o.path.SetSize(max(w-theme.Width(label)-4, 8), 1)
	there := ""
	if len(o.into.Samples) > 0 {
		there = "  " + fmt.Sprintf(o.d.Words().Import.Samples, strings.Join(o.into.Samples, ", "))
	}
	path := o.path.Lines()
	lines := []string{o.d.Theme().Fit(o.d.Theme().Accent.Render(o.d.Theme().Bar)+" "+o.d.Theme().Dim.Render(label)+"  "+path[0], w)}
	for _, more := range path[1:] {
		lines = append(lines, o.d.Theme().Fit(strings.Repeat(" ", theme.Width(label)+4)+more, w))
	}
	return append(lines, o.d.Theme().Fit(o.d.Theme().Dim.Render(there), w)), 0
}

// reading says how far a file is read, in words and as a bar.
func (o *Over) reading(w int) []string {
	t, share := o.d.Theme(), 0.0
	if size := o.size.Load(); size > 0 {
		share = float64(o.done.Load()) / float64(size)
	}
	words := fmt.Sprintf(o.d.Words().Import.Reading, flows.CleanLine(o.name), int64(100*share))
	sign := t.Accent.Render(t.Spinner(o.d.Now().Sub(o.began)))
	return append(theme.Hang(sign+" ", words, w), t.Progress(share, "", w))
}

// mapped shows what was detected, which column fills which, and the issues.
func (o *Over) mapped(w, h int) (lines []string, at int) {
	t, x := o.d.Theme(), &o.d.Words().Import
	lines = append(lines, theme.Hang("", t.Dim.Render(strings.Join(file.Summary(x, o.table), t.Dot)), w)...)
	lines = append(lines, "")
	label, column := 0, theme.Width(x.Nothing)
	for i := range o.mapping {
		label = max(label, theme.Width(o.list.Label(i)))
		column = max(column, theme.Width(o.column(i)))
	}
	label, column = min(label, w/3), min(column, w/3)
	for i := range o.mapping {
		if i == o.field {
			at = len(lines)
		}
		lines = append(lines, o.row(i, label, column, w))
	}
	left := o.table.Left(o.mapping)
	if len(left) > 0 || o.existing > 0 {
		lines = append(lines, "")
	}
	if len(left) > 0 {
		lines = append(lines, t.Fit(t.Dim.Render(fmt.Sprintf(x.Left, strings.Join(left, ", "))), w))
	}
	if o.existing > 0 {
		mode, other := x.Replace, x.Appends
		if o.append {
			mode, other = x.Append, x.Replaces
		}
		lines = append(lines, theme.Wrap(t.Accent.Render(fmt.Sprintf(mode, o.existing))+t.Faint.Render(t.Dot+other), w)...)
	}
	room := max(h-len(lines)-2, 4)
	if o.inIssues {
		room = max(h-3, 4)
	}
	issues := o.issues(w, room)
	if o.inIssues {
		at = len(lines) + len(issues) - 1
	}
	return append(lines, issues...), at
}

// column is the column of the file that fills a field.
func (o *Over) column(i int) string {
	from := o.mapping[i].From
	switch {
	case from < 0:
		return o.d.Words().Import.Nothing
	case o.table.Header < 0:
		return fmt.Sprintf(o.d.Words().Import.Position, o.table.Columns[from])
	}
	return o.table.Columns[from]
}

func (o *Over) row(i, label, column, w int) string {
	t := o.d.Theme()
	mark, name := "  ", t.Pad(o.column(i), column)
	switch {
	case i == o.field:
		mark, name = t.Accent.Render(t.Arrow)+" ", t.Select.Render(name)
	case o.mapping[i].From < 0:
		name = t.Faint.Render(name)
	}
	line := mark + t.Pad(o.list.Label(i), label) + "  " + name + "  "
	if sure := o.matchWord(i); sure != "" {
		line += t.Dim.Render(sure) + "  "
	}
	return t.Fit(line+t.Faint.Render(o.firstValues(i)), w)
}

// matchWord says how a column was matched to a field, if not by its name.
func (o *Over) matchWord(i int) string {
	switch o.mapping[i].Sure {
	case register.Guess:
		return o.d.Words().Import.Guess
	case register.Likely:
		return o.d.Words().Import.Likely
	}
	return ""
}

// firstValues are the first values that would fill a field.
func (o *Over) firstValues(i int) string {
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

// issues lists the issues, as far as there is space.
func (o *Over) issues(w, room int) []string {
	t, x := o.d.Theme(), &o.d.Words().Import
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
	lines := append([]string{""}, theme.Wrap(ink.Render(head), w)...)
	o.issue = min(o.issue, max(len(all)-1, 0))
	for i := o.issue; i < len(all); i++ {
		next := o.issueLines(all[i], w)
		if len(lines)+len(next) > room+1 && i > o.issue {
			return append(lines, t.Fit("  "+t.Dim.Render(fmt.Sprintf(x.More, len(all)-i)), w))
		}
		lines = append(lines, next...)
	}
	return lines
}

func (o *Over) issueLines(i register.Issue, w int) []string {
	t := o.d.Theme()
	ink, sign := t.Dim, t.Dot
	switch i.Level {
	case flows.Must:
		ink, sign = t.Bad, "!"
	case flows.Warn:
		ink, sign = t.Warn, "!"
	}
	where := ""
	if i.Row > 0 {
		where = fmt.Sprintf(o.d.Words().Import.Row, strconv.Itoa(i.Row))
	}
	switch {
	case i.Column != "" && o.table.Header < 0:
		where += t.Dot + fmt.Sprintf(o.d.Words().Import.Position, i.Column)
	case i.Column != "":
		where += t.Dot + i.Column
	}
	if where != "" {
		where += ": "
	}
	return theme.Hang("  "+ink.Render(strings.TrimSpace(sign))+" ", t.Dim.Render(where)+ink.Render(o.d.RunText(i.Message)), w)
}
