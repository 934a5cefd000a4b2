package field

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lotse/flows"
	"lotse/flows/run"
)

// crew is a list with every kind of column: a code, a choice, one that appears
// under a condition, a task.
func crew() *flows.Item {
	return &flows.Item{ID: "crew", Kind: flows.KindList, List: &flows.List{Row: "person", Columns: []flows.Item{
		{ID: "badge", Kind: flows.KindField, Label: "Badge", Field: &flows.Field{Type: flows.TypeCode, Required: true}},
		{ID: "galley", Kind: flows.KindField, Label: "Galley", Field: &flows.Field{Type: flows.TypeText}},
		{ID: "aboard", Kind: flows.KindTask, Label: "Aboard", Task: &flows.Task{}},
	}}}
}

// rowsOf makes n rows; every fifth is hidden in its second column, every third
// has a problem in its badge.
func rowsOf(n int) []run.RowView {
	rows := make([]run.RowView, n)
	for i := range rows {
		rows[i] = run.RowView{Row: fmt.Sprintf("r%d", i+1), Values: map[string]flows.Value{"badge": fmt.Sprint(i + 1), "aboard": false}}
		if i%5 == 4 {
			rows[i].Hidden = map[string]bool{"galley": true}
		}
		if i%3 == 2 {
			rows[i].Problems = []run.ProblemView{{Column: "badge", Level: flows.Must, Code: "bad"}}
		}
	}
	return rows
}

func tableOf(n int) *Table {
	t := testKit().Table(crew(), rowsOf(n))
	t.Focus()
	t.SetSize(70, 14)
	return t
}

func keyMsg(k string) tea.KeyPressMsg {
	for name, code := range map[string]tea.KeyPressMsg{
		"shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift}, "f8": {Code: tea.KeyF8}, "right": {Code: tea.KeyRight},
		"ctrl+n": {Code: 'n', Mod: tea.ModCtrl}, "ctrl+x": {Code: 'x', Mod: tea.ModCtrl}, "ctrl+f": {Code: 'f', Mod: tea.ModCtrl},
	} {
		if name == k {
			return code
		}
	}
	return codes[k]
}

func (t *Table) place() string {
	row, col := t.FocusedCell()
	if t.edit != nil {
		col += " edited"
	}
	return row + "." + col
}

// TestKeysOfAListRow goes through the column "list row" of the table of keys.
func TestKeysOfAListRow(t *testing.T) {
	for _, tc := range []struct {
		name string
		rows int
		keys []string
		act  KeyResult
		want string // where the focus is
		edit Edit
	}{
		{"enter edits the cell", 2, []string{"enter"}, Stay, "r1.badge edited", Edit{}},
		{"enter takes it and goes to the next cell", 2, []string{"enter", "7", "enter"}, WantsEdit, "r1.badge edited", Edit{Row: "r1", Column: "badge", Value: "17"}},
		{"enter on what did not change only moves", 2, []string{"enter", "enter"}, Stay, "r1.galley edited", Edit{}},
		{"on the last cell a new row", 1, []string{"enter", "enter", "enter", "enter"}, WantsEdit, "r1.aboard", Edit{Kind: TickCell, Row: "r1", Column: "aboard"}},
		{"an untouched new row goes, and the focus with it", 1, []string{"ctrl+n", "enter"}, Next, "r1.badge", Edit{}},
		{"tab goes to the next cell", 2, []string{"tab"}, Stay, "r1.galley", Edit{}},
		{"over a hidden one", 5, []string{"down", "down", "down", "down", "tab"}, Stay, "r5.aboard", Edit{}},
		{"from the last cell to the next row", 2, []string{"tab", "tab", "tab"}, Stay, "r2.badge", Edit{}},
		{"shift+tab goes back", 2, []string{"down", "shift+tab"}, Stay, "r1.aboard", Edit{}},
		{"off the list at its beginning", 2, []string{"shift+tab"}, Pass, "r1.badge", Edit{}},
		{"down goes to the next row", 2, []string{"down"}, Stay, "r2.badge", Edit{}},
		{"off the list at its end", 2, []string{"down", "down"}, Next, "r2.badge", Edit{}},
		{"up off the list", 2, []string{"up"}, Pass, "r1.badge", Edit{}},
		{"esc leaves the cell", 2, []string{"enter", "esc"}, Stay, "r1.badge", Edit{}},
		{"space begins to edit", 2, []string{"space"}, Stay, "r1.badge edited", Edit{}},
		{"space types while it is edited", 2, []string{"tab", "space", "a", "space", "b", "tab"}, WantsEdit, "r1.galley edited", Edit{Row: "r1", Column: "galley", Value: "a b"}},
		{"space ticks a task", 2, []string{"tab", "tab", "space"}, WantsEdit, "r1.aboard", Edit{Kind: TickCell, Row: "r1", Column: "aboard"}},
		{"ctrl+n makes a row below", 2, []string{"ctrl+n"}, Stay, ".badge edited", Edit{}},
		{"which stands after its neighbour", 2, []string{"ctrl+n", "9", "enter"}, WantsEdit, ".badge edited", Edit{After: "r1", Column: "badge", Value: "9"}},
		{"ctrl+n takes what is typed first", 2, []string{"enter", "7", "ctrl+n"}, WantsEdit, "r1.badge edited", Edit{Row: "r1", Column: "badge", Value: "17"}},
		{"ctrl+x removes the row", 2, []string{"down", "ctrl+x"}, WantsEdit, "r2.badge", Edit{Kind: RemoveRow, Row: "r2"}},
		{"or the one that is not made yet", 2, []string{"ctrl+n", "9", "ctrl+x"}, Stay, "r1.badge", Edit{}},
		{"f8 goes to the next problem", 9, []string{"f8"}, Stay, "r3.badge", Edit{}},
		{"and on", 9, []string{"f8", "f8", "f8"}, Stay, "r9.badge", Edit{}},
		{"and round", 9, []string{"f8", "f8", "f8", "f8"}, Stay, "r3.badge", Edit{}},
		{"from a new row too", 9, []string{"down", "ctrl+n", "f8"}, Stay, "r3.badge", Edit{}},
		{"f8 stays where there is none", 2, []string{"down", "f8"}, Stay, "r2.badge", Edit{}},
		{"ctrl+f asks for a file", 2, []string{"enter", "ctrl+f"}, WantsFile, "r1.badge edited", Edit{}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := tableOf(tc.rows)
			var act KeyResult
			for _, k := range tc.keys {
				if len(k) == 1 {
					act = press(w, k)
					continue
				}
				act = w.Key(keyMsg(k))
			}
			if act != tc.act || w.place() != tc.want {
				t.Errorf("act %d at %s, wanted %d at %s", act, w.place(), tc.act, tc.want)
			}
			if got := w.Edit(); tc.act == WantsEdit && fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", tc.edit) {
				t.Errorf("%+v, wanted %+v", got, tc.edit)
			}
		})
	}
}

func TestWhatWasTypedStaysWhenItCannotBeTaken(t *testing.T) {
	w := tableOf(2)
	w.Key(keyMsg("enter"))
	press(w, "77")
	w.Key(keyMsg("enter"))
	w.FinishEdit(false, nil, "")
	if s, ok := w.Typed(); !ok || s != "177" || w.place() != "r1.badge edited" {
		t.Errorf("%q at %s", s, w.place())
	}
	w.Key(keyMsg("esc"))
	w.Key(keyMsg("down"))
	if s := ansi.Strip(strings.Join(w.Lines(), "\n")); !strings.Contains(s, "177") {
		t.Errorf("what is typed is not to be seen:\n%s", s)
	}
	w.Key(keyMsg("up"))
	if s := ansi.Strip(strings.Join(w.Lines(), "\n")); !strings.Contains(s, "typed, not taken yet") {
		t.Errorf("nothing says that it is not taken:\n%s", s)
	}
	w.Key(keyMsg("enter"))
	w.Key(keyMsg("enter"))
	if e := w.Edit(); e.Value != "177" {
		t.Errorf("%+v", e)
	}
}

func TestAListKeepsItsPlaceUnderAnOverlay(t *testing.T) {
	w := tableOf(50)
	for range 30 {
		w.Key(keyMsg("down"))
	}
	w.Key(keyMsg("tab"))
	w.Blur()
	w.Update(crew(), rowsOf(50))
	w.Focus()
	if w.place() != "r31.galley" {
		t.Errorf("at %s", w.place())
	}
	w.Key(keyMsg("ctrl+n"))
	press(w, "99")
	w.Blur()
	w.Update(crew(), rowsOf(50))
	w.Focus()
	if s, ok := w.Typed(); w.place() != ".badge edited" || !ok || s != "99" {
		t.Errorf("at %s: %q", w.place(), s)
	}
	w.Key(keyMsg("enter"))
	if e := w.Edit(); e.After != "r31" || e.Value != "99" {
		t.Errorf("%+v", e)
	}
	w = tableOf(3)
	w.Key(keyMsg("ctrl+n"))
	w.Key(keyMsg("tab"))
	press(w, "aft")
	w.Blur()
	w.Focus()
	if s, ok := w.Typed(); w.place() != ".galley edited" || !ok || s != "aft" {
		t.Errorf("at %s: %q", w.place(), s)
	}
}

func TestWhatIsPastedIntoAList(t *testing.T) {
	for _, tc := range []struct {
		text string
		many bool
	}{
		{"4711", false}, {"4711\n", false}, {"a;b", false}, {"a\tb", true}, {"a\nb", true}, {"a\r\nb\r\n", true}, {"a\rb", true},
	} {
		w := tableOf(1)
		w.Paste(tc.text)
		e, many := w.Pasted()
		if many != tc.many || many && e.Text != tc.text {
			t.Errorf("%q: %v, %+v", tc.text, many, e)
		}
		if s, _ := w.Typed(); !many && !strings.HasSuffix(s, strings.TrimSpace(tc.text)) {
			t.Errorf("%q: in the cell is %q", tc.text, s)
		}
	}
}
