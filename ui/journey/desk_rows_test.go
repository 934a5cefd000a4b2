//go:build unix

package journey

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// cell is where the focus stands in a list.
type cell struct {
	column  string // its label
	row, of int    // from 1; 0 for a new row
	fresh   bool   // a new row is being entered
	editing bool
}

// cellForm is the line below a list that says which row has the focus. It names
// the cell, too, unless the whole row stands below it as a form.
func (l tongue) cellForm() *regexp.Regexp {
	fresh := fmt.Sprintf(regexp.QuoteMeta(l.List.Fresh), `\S.*`)
	row := fmt.Sprintf(regexp.QuoteMeta(l.List.Cell), `(\d+)`, `(\d+)(?: / \d+)?(?: · .*)?`)
	return regexp.MustCompile(`^│ +(?:(\S.*?) {2,})?(?:` + fresh + `|\S.*? ` + row + `)$`)
}

// formed is the line of a form that has the focus: a title, and what stands in
// the cell.
var formed = regexp.MustCompile(`^│ › (\S.*?)(?: {2,}(.*))?$`)

// cellLine finds the cell that has the focus in the list that has it: the line
// that says which row that is as cellForm reads it, the title of the column, and
// what stands there.
func (l tongue) cellLine(s screen) (row []string, column, text string) {
	form, lines := l.cellForm(), s.focusLines()
	at := slices.IndexFunc(lines, form.MatchString)
	if at < 0 {
		return nil, "", ""
	}
	row, lines = form.FindStringSubmatch(lines[at]), lines[at+1:]
	if row[1] != "" {
		return row, row[1], strings.TrimLeft(strings.Join(lines[:min(1, len(lines))], ""), "│ ")
	}
	at = slices.IndexFunc(lines, formed.MatchString)
	if at < 0 {
		return nil, "", ""
	}
	m := formed.FindStringSubmatch(lines[at])
	return row, m[1], m[2]
}

// cell reads where the focus stands in the list that has it.
func (l tongue) cell(s screen) cell {
	m, column, _ := l.cellLine(s)
	if m == nil {
		return cell{}
	}
	c := cell{column: column}
	c.row, _ = strconv.Atoi(m[2])
	c.of, _ = strconv.Atoi(m[3])
	c.editing = !begins(s.help(), "enter "+l.Help.EditCell, "enter "+l.Help.TickNext, "enter "+l.Help.NextCell+"  space "+l.Help.Untick)
	c.fresh = c.row == 0 && c.editing
	return c
}

// rows adds, edits or removes a row.
func (d *deskFace) rows(a *act) {
	d.t.Helper()
	list := d.item(a.On[0])
	d.focusOn(list)
	switch a.Verb {
	case "add":
		d.newRow(list)
	case "edit":
		d.goToRow(list, a.Row)
	case "remove":
		d.goToRow(list, a.Row)
		n := d.tongue.cell(d.Frame()).of
		d.came(a, "ctrl+x", "the row gone", func(s screen) bool { return d.tongue.cell(s).of < n })
		return
	}
	for _, p := range a.Answers {
		d.fillCell(a, list, p)
	}
	for _, id := range a.Ticks {
		d.tickCell(a, list, id, "☑")
	}
	for _, id := range a.Unticks {
		d.tickCell(a, list, id, "☐")
	}
}

// newRow begins a row behind the last one.
func (d *deskFace) newRow(list *item) {
	d.t.Helper()
	for {
		s := d.Frame()
		switch c := d.tongue.cell(s); {
		case c.fresh:
			return
		case c.row == c.of:
			d.shift("ctrl+n", s, "a new row")
		case c.editing:
			d.shift("esc", s, "the cell left")
		default:
			d.shift("down", s, "the next row of "+list.ID)
		}
	}
}

// goToRow goes to a row by its id.
func (d *deskFace) goToRow(list *item, id string) {
	d.t.Helper()
	want := 0
	for i, r := range d.shows().item(list.step.ID, list.ID).Rows {
		if r.Row == id {
			want = i + 1
		}
	}
	if want == 0 {
		d.t.Fatalf("%s has no row %s", list.ID, id)
	}
	for {
		s := d.Frame()
		switch c := d.tongue.cell(s); {
		case c.fresh:
			d.shift("ctrl+x", s, "no new row")
		case c.row == want:
			return
		case c.editing:
			d.shift("esc", s, "the cell left")
		case c.row < want:
			d.shift("down", s, "the next row")
		default:
			d.shift("up", s, "the row before")
		}
	}
}

// goToCell goes to a column of the row that has the focus.
func (d *deskFace) goToCell(list, column *item) {
	d.t.Helper()
	want := slices.Index(list.Fields, column)
	for {
		s := d.Frame()
		c := d.tongue.cell(s)
		is := slices.IndexFunc(list.Fields, func(f *item) bool { return d.tongue.labelled(c.column, f.Label) })
		switch {
		case is < 0:
			d.t.Fatalf("no cell of %s has the focus:\n%s", list.ID, s)
		case is == want:
			return
		case is < want:
			d.shift("tab", s, "the next cell")
		default:
			d.shift("shift+tab", s, "the cell before")
		}
	}
}

// fillCell answers a cell of the row that has the focus, and goes on to the
// next one.
func (d *deskFace) fillCell(a *act, list *item, p pair) {
	d.t.Helper()
	column := d.column(list, p.Name)
	d.goToCell(list, column)
	s := d.Frame()
	if !d.tongue.cell(s).editing {
		s = d.shift("enter", s, "the cell edited")
	}
	was := d.tongue.cell(s)
	moved := func(s screen) bool {
		c := d.tongue.cell(s)
		return c.column != was.column || c.row != was.row && !was.fresh
	}
	switch column.Type {
	case "choice":
		at, _ := d.option(column, p.Value())
		d.Send(strconv.Itoa(at + 1))
		d.came(a, "", p.Value()+" chosen", moved)
	case "choices":
		for _, value := range p.Values {
			at, _ := d.option(column, value)
			s := d.Frame()
			d.Send(strconv.Itoa(at + 1))
			d.WaitFor(value+" chosen", func(now screen) bool { return now.String() != s.String() })
		}
		d.came(a, "tab", p.Value()+" taken", moved)
	default:
		d.fill(column, d.typed(column, p))
		d.came(a, "tab", p.Value()+" taken", moved)
	}
}

// tickCell ticks a task of the row that has the focus, or takes its tick back.
func (d *deskFace) tickCell(a *act, list *item, id, sign string) {
	d.t.Helper()
	d.goToCell(list, d.column(list, id))
	d.came(a, "space", sign+" "+id, func(s screen) bool {
		_, _, text := d.tongue.cellLine(s)
		return strings.HasPrefix(text, sign)
	})
}
