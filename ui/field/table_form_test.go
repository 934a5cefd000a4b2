package field

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lotse/flows"
	"lotse/flows/run"
)

// wideTableOf is a table of n columns with titles of two words, and of three rows.
func wideTableOf(n, w, h int) *Table {
	cols := make([]flows.Item, n)
	rows := make([]run.RowView, 3)
	for r := range rows {
		rows[r] = run.RowView{Row: fmt.Sprintf("r%d", r+1), Values: map[string]flows.Value{}}
	}
	for c := range cols {
		id := fmt.Sprintf("c%d", c)
		cols[c] = flows.Item{ID: id, Kind: flows.KindField, Label: fmt.Sprintf("Account number %d", c), Field: &flows.Field{Type: flows.TypeText}}
		for r := range rows {
			rows[r].Values[id] = fmt.Sprintf("v%d.%d", r+1, c)
		}
	}
	t := testKit().Table(&flows.Item{ID: "accounts", Kind: flows.KindList, List: &flows.List{Row: "account", Columns: cols}}, rows)
	t.Focus()
	t.SetSize(w, h)
	return t
}

func drawn(t *Table) string { return ansi.Strip(strings.Join(t.Lines(), "\n")) }

// A title is broken only where all columns have room by that.
func TestTitlesStandOnOneLineWhereTheyHaveRoom(t *testing.T) {
	for _, c := range []struct {
		cols, width, lines int
	}{{2, 78, 1}, {4, 78, 1}, {6, 78, 2}, {9, 78, 1}, {4, 38, 2}} {
		w := wideTableOf(c.cols, c.width, 16)
		if drawn(w); len(w.head()) != c.lines {
			t.Errorf("%d columns in %d: the head has %d lines, want %d\n%s", c.cols, c.width, len(w.head()), c.lines, drawn(w))
		}
	}
}

// A row with more columns than have room is shown as a form, every column on a
// line; one that fits is not, and neither is one in a low window.
func TestARowThatIsTooWideIsAForm(t *testing.T) {
	w := wideTableOf(9, 78, 16)
	s := drawn(w)
	for c := range 9 {
		if !strings.Contains(s, fmt.Sprintf("Account number %d  v1.%d", c, c)) {
			t.Errorf("column %d is not a line of the form\n%s", c, s)
		}
	}
	w.Key(keyMsg("down"))
	if s := drawn(w); !strings.Contains(s, "Account number 8  v2.8") || !strings.Contains(s, "account 2 of 3") {
		t.Errorf("the form is not of the second row\n%s", s)
	}
	for _, other := range []*Table{wideTableOf(4, 78, 16), wideTableOf(9, 78, 7)} {
		if s := drawn(other); strings.Contains(s, "Account number 3  v1.3") || other.CellEnd() != 0 {
			t.Errorf("a form\n%s", s)
		}
	}
}

// Whichever cell has the focus, its first column and the cell itself are in view,
// and no line is wider or lower than the space.
func TestTheFirstColumnStaysInSight(t *testing.T) {
	for _, size := range [][2]int{{78, 16}, {78, 9}, {78, 6}, {38, 6}, {38, 12}} {
		w := wideTableOf(9, size[0], size[1])
		for c := range 9 {
			lines := strings.Split(drawn(w), "\n")
			if !strings.Contains(drawn(w), "v2.0") && size[1] > 8 || !strings.Contains(drawn(w), fmt.Sprintf("v1.%d", c)) {
				t.Errorf("%v: column %d\n%s", size, c, drawn(w))
			}
			if row := lines[len(w.head())]; !strings.HasPrefix(row, "› v1.0") || !strings.Contains(row, fmt.Sprintf("v1.%d", c)) {
				t.Errorf("%v: column %d: the row is %q", size, c, row)
			}
			for _, l := range lines {
				if ansi.StringWidth(l) > size[0] {
					t.Errorf("%v: %q", size, l)
				}
			}
			if len(lines) > size[1] {
				t.Errorf("%v: %d lines", size, len(lines))
			}
			w.Key(keyMsg("tab"))
		}
	}
}

// Typing on a cell edits it at once, in place of what stands there; esc takes
// nothing away.
func TestTypingOnACellEditsIt(t *testing.T) {
	w := tableOf(2)
	press(w, "4")
	press(w, "2")
	if s, ok := w.Typed(); w.place() != "r1.badge edited" || !ok || s != "42" {
		t.Errorf("at %s: %q", w.place(), s)
	}
	if w.Key(keyMsg("enter")) != WantsEdit || w.Edit().Value != "42" {
		t.Errorf("%+v", w.Edit())
	}
	w = tableOf(2)
	press(w, "9")
	w.Key(keyMsg("esc"))
	if v := w.value(0, 0); v != "1" || w.place() != "r1.badge" {
		t.Errorf("at %s: %v", w.place(), v)
	}
	w = tableOf(5)
	for range 4 {
		w.Key(keyMsg("down"))
	}
	w.Key(keyMsg("tab")) // over the one that does not apply
	if w.Typing() || press(w, "x") != Pass || w.place() != "r5.aboard" {
		t.Errorf("a task takes a letter, at %s", w.place())
	}
	if w = tableOf(2); !w.Typing() {
		t.Error("a letter on a cell of text is a command")
	}
}
