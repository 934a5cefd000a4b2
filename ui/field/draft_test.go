package field

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lotse/flows"
	"lotse/flows/run"
)

// What was typed into a cell at another time, and not taken, is seen in the
// table, and said to be no answer where it has the focus.
func TestTypingOfAnotherTimeIsSeenInItsCell(t *testing.T) {
	it := &flows.Item{ID: "crew", Kind: flows.KindList, List: &flows.List{Row: "person", Columns: []flows.Item{
		{ID: "badge", Kind: flows.KindField, Label: "Badge", Field: &flows.Field{Type: flows.TypeCode}},
		{ID: "name", Kind: flows.KindField, Label: "Name", Field: &flows.Field{Type: flows.TypeText}},
	}}}
	w := testKit().Table(it, []run.RowView{{Row: "r1", Values: map[string]flows.Value{"badge": "4711"}}})
	w.SetSize(60, 8)
	w.Restore("r1", "name", "Ev\x1b[2J")
	if s := ansi.Strip(strings.Join(w.Lines(), "\n")); !strings.Contains(s, "4711") || !strings.Contains(s, "Ev") || strings.Contains(s, "2J") {
		t.Errorf("the table is\n%s", s)
	}
	w.Focus()
	w.FocusCell("r1", "name")
	if s := ansi.Strip(strings.Join(w.Lines(), "\n")); !strings.Contains(s, "Ev  typed, not taken yet") {
		t.Errorf("the cell is\n%s", s)
	}
}
