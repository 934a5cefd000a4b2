//go:build unix

package journey

import (
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

// cellForm is the line below a list that names the cell.
var cellForm = regexp.MustCompile(`^│ +(\S.*?) {2,}(?:new \S.*|\S.* (\d+) of (\d+)(?: / \d+)?(?: · .*)?)$`)

// cell reads where the focus stands in the list that has it.
func (s screen) cell() cell {
	for _, l := range s.focusLines() {
		m := cellForm.FindStringSubmatch(l)
		if m == nil {
			continue
		}
		c := cell{column: m[1]}
		c.row, _ = strconv.Atoi(m[2])
		c.of, _ = strconv.Atoi(m[3])
		key := s.help()
		c.editing = !strings.HasPrefix(key, "enter edit cell") && !strings.HasPrefix(key, "enter tick") && !strings.HasPrefix(key, "enter next cell  space untick")
		c.fresh = c.row == 0 && c.editing
		return c
	}
	return cell{}
}

// rows adds, edits or removes a row.
func (d *deskFace) rows(a *act) {
	d.t.Helper()
	list := d.item(a.on[0])
	d.focusOn(list)
	switch a.verb {
	case "add":
		d.newRow(list)
	case "edit":
		d.goToRow(list, a.row)
	case "remove":
		d.goToRow(list, a.row)
		n := d.Frame().cell().of
		d.came(a, "ctrl+x", "the row gone", func(s screen) bool { return s.cell().of < n })
		return
	}
	for _, p := range a.answers {
		d.fillCell(a, list, p)
	}
	for _, id := range a.ticks {
		d.tickCell(a, list, id, "☑")
	}
	for _, id := range a.unticks {
		d.tickCell(a, list, id, "☐")
	}
}

// newRow begins a row behind the last one.
func (d *deskFace) newRow(list *item) {
	d.t.Helper()
	for {
		s := d.Frame()
		switch c := s.cell(); {
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
		switch c := s.cell(); {
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
		c := s.cell()
		is := slices.IndexFunc(list.Fields, func(f *item) bool { return labelled(c.column, f.Label) })
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
	column := d.column(list, p.name)
	d.goToCell(list, column)
	s := d.Frame()
	if !s.cell().editing {
		s = d.shift("enter", s, "the cell edited")
	}
	was := s.cell()
	moved := func(s screen) bool { c := s.cell(); return c.column != was.column || c.row != was.row && !was.fresh }
	switch column.Type {
	case "choice":
		at, _ := d.option(column, p.value())
		d.Send(strconv.Itoa(at + 1))
		d.came(a, "", p.value()+" chosen", moved)
	case "choices":
		for _, value := range p.values {
			at, _ := d.option(column, value)
			s := d.Frame()
			d.Send(strconv.Itoa(at + 1))
			d.WaitFor(value+" chosen", func(now screen) bool { return now.String() != s.String() })
		}
		d.came(a, "tab", p.value()+" taken", moved)
	default:
		d.fill(column, d.typed(column, p))
		d.came(a, "tab", p.value()+" taken", moved)
	}
}

// tickCell ticks a task of the row that has the focus, or takes its tick back.
func (d *deskFace) tickCell(a *act, list *item, id, sign string) {
	d.t.Helper()
	d.goToCell(list, d.column(list, id))
	d.came(a, "space", sign+" "+id, func(s screen) bool {
		lines := s.focusLines()
		i := slices.IndexFunc(lines, func(l string) bool { return cellForm.MatchString(l) })
		return i >= 0 && i+1 < len(lines) && strings.HasPrefix(strings.TrimLeft(lines[i+1], "│ "), sign)
	})
}
