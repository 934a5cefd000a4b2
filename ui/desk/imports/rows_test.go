package imports

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/desk/room/roomtest"
)

// rig takes rows into a list of a crew, on a desk without a screen.
type rig struct {
	*roomtest.Desk
	t     *testing.T
	into  List
	taken []run.ReplaceRows
}

// newRig is a desk at a list that has so many rows, with files beside it.
func newRig(t *testing.T, rows int, files map[string]string) *rig {
	t.Helper()
	r := &rig{Desk: roomtest.New(), t: t}
	column := func(id, label string, typ flows.Type, required bool) flows.Item {
		return flows.Item{ID: id, Kind: flows.KindField, Label: label, Field: &flows.Field{Type: typ, Required: required}}
	}
	crew := &flows.Item{ID: "crew", Kind: flows.KindList, Label: "Crew", List: &flows.List{Columns: []flows.Item{
		column("badge", "Badge", flows.TypeCode, true), column("rank", "Rank", flows.TypeText, false), column("mail", "E-mail", flows.TypeEmail, false),
	}}}
	r.into = List{
		At: flows.At("ship.crew"), View: &run.ItemView{Item: crew, Rows: make([]run.RowView, rows)}, Files: t.TempDir(),
		Take: func(c run.ReplaceRows) tea.Cmd {
			r.taken = append(r.taken, c)
			return nil
		},
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(r.into.Files, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

// opens asks for the file.
func (r *rig) opens() *Over {
	o := New(r.Desk, r.into)
	r.Open(o)
	return o
}

// took fails unless rows were taken once, as they are given: badge, rank
// and mail, each behind the first letter of its name.
func (r *rig) took(appended bool, rows ...string) {
	r.t.Helper()
	if len(r.taken) != 1 || r.Over != nil {
		r.t.Fatalf("taken is %+v, and %v lies over the page:\n%s", r.taken, r.Over, r.Said)
	}
	var got []string
	for _, row := range r.taken[0].Rows {
		var cells []string
		for _, id := range []string{"badge", "rank", "mail"} {
			if v := flows.Format(row[id]); v != "" {
				cells = append(cells, id[:1]+" "+v)
			}
		}
		got = append(got, strings.Join(cells, " "))
	}
	if !reflect.DeepEqual(got, rows) || r.taken[0].Append != appended || r.taken[0].List != r.into.At {
		r.t.Errorf("taken is %q, appended %t, into %s", got, r.taken[0].Append, r.taken[0].List)
	}
}

const crew = "Badge;Rank;Mail\n0012;mate;a@example.org\n0013;cook;b@example.org\n"

func TestRowsOfAFileAreTaken(t *testing.T) {
	r := newRig(t, 0, map[string]string{"crew.csv": crew})
	r.opens()
	r.Keys("'crew.csv'", "enter")
	if s := r.Screen(); !strings.Contains(s, "Badge") || len(r.taken) > 0 {
		t.Fatalf("taken is %+v before it was shown:\n%s", r.taken, s)
	}
	r.Keys("enter")
	r.took(true, "b 0012 r mate m a@example.org", "b 0013 r cook m b@example.org")
}

// Which column fills a field is turned, past those that fill another one, and to
// none.
func TestAFieldIsFilledByAnotherColumn(t *testing.T) {
	r := newRig(t, 0, map[string]string{"crew.csv": "Badge;Rank;Remark\n0012;mate;sick\n"})
	r.opens()
	r.Keys("'crew.csv'", "enter", "down", "right", "enter")
	r.took(true, "b 0012 r sick")

	r = newRig(t, 0, map[string]string{"crew.csv": "Badge;Rank;Remark\n0012;mate;sick\n"})
	r.opens()
	r.Keys("'crew.csv'", "enter", "down", "left", "enter")
	r.took(true, "b 0012")
}

func TestRowsTakeThePlaceOfOthers(t *testing.T) {
	r := newRig(t, 2, map[string]string{"crew.csv": crew})
	o := r.opens()
	if r.Keys("'crew.csv'", "enter"); !o.append {
		t.Error("rows that are there would be lost without a word")
	}
	r.Keys("space", "space", "space", "enter")
	r.took(false, "b 0012 r mate m a@example.org", "b 0013 r cook m b@example.org")

	r = newRig(t, 0, map[string]string{"crew.csv": crew})
	r.opens()
	r.Keys("'crew.csv'", "enter", "space", "enter")
	r.took(true, "b 0012 r mate m a@example.org", "b 0013 r cook m b@example.org")
}

func TestAnotherRowIsTheHeader(t *testing.T) {
	r := newRig(t, 0, map[string]string{"crew.csv": "Badge;Rank\nBadge;Rank\n0012;mate\n"})
	o := r.opens()
	r.Keys("'crew.csv'", "enter")
	first := o.table.Header
	if r.Keys("h"); o.table.Header != first+1 || o.report == nil {
		t.Errorf("the header is row %d, it was %d", o.table.Header, first)
	}
	var seen []int
	for range 3 {
		r.Keys("h")
		seen = append(seen, o.table.Header)
	}
	if !reflect.DeepEqual(seen, []int{2, -1, 0}) {
		t.Errorf("then the header is row %v: it has to be the last one, none, and the first", seen)
	}
}

// Where a file cannot be read it is said, what was typed stays, and another one is
// taken.
func TestAFileThatCannotBeRead(t *testing.T) {
	r := newRig(t, 0, map[string]string{"crew.csv": crew})
	o := r.opens()
	if r.Keys("enter"); o.err != r.Words().Import.AskHint {
		t.Errorf("without a name it says %q", o.err)
	}
	r.Keys("'crew.cs'", "enter")
	if s := r.Screen(); !strings.Contains(s, "! ") || !strings.Contains(s, "crew.cs") || len(r.taken) > 0 {
		t.Fatalf("it says\n%s", s)
	}
	r.Keys("end", "'v'")
	if strings.Contains(r.Screen(), "! ") {
		t.Errorf("it is said still:\n%s", r.Screen())
	}
	r.Keys("enter", "enter")
	r.took(true, "b 0012 r mate m a@example.org", "b 0013 r cook m b@example.org")
}

func TestASampleIsOffered(t *testing.T) {
	r := newRig(t, 0, map[string]string{"crew.csv": crew})
	r.into.Samples = []string{"crew.csv"}
	r.opens()
	r.Keys("enter", "enter")
	r.took(true, "b 0012 r mate m a@example.org", "b 0013 r cook m b@example.org")
}

// Esc takes nothing, at each point, and what is read then is passed over.
func TestEscTakesNoRows(t *testing.T) {
	for _, keys := range [][]string{{"esc"}, {"'crew.csv'", "esc"}, {"'crew.csv'", "enter", "esc"}, {"'crew.csv'", "enter", "down", "right", "space", "esc"}} {
		r := newRig(t, 1, map[string]string{"crew.csv": crew})
		r.opens()
		if r.Keys(keys...); r.Over != nil || len(r.taken) > 0 {
			t.Errorf("%v: taken is %+v, and %v lies over the page", keys, r.taken, r.Over)
		}
	}
	r := newRig(t, 0, map[string]string{"crew.csv": crew})
	o := r.opens()
	late := o.Read("crew.csv")
	if !o.busy() {
		t.Error("it does not read")
	}
	r.Keys("enter", "esc")
	if r.Do(late); o.table != nil || len(r.taken) > 0 {
		t.Errorf("taken is %+v", r.taken)
	}
}

// Pasted rows of which there is nothing to say are taken at once; else they are
// shown first.
func TestPastedRows(t *testing.T) {
	r := newRig(t, 0, nil)
	o, cmd := Pasted(r.Desk, r.into, "Badge\tRank\n0012\tmate\n")
	if r.Do(cmd); o != nil {
		t.Errorf("they are shown first: %s", o.Title())
	}
	r.took(true, "b 0012 r mate")

	r = newRig(t, 0, nil)
	o, cmd = Pasted(r.Desk, r.into, "Badge\tRank\tRemark\n0012\tmate\tsick\n")
	if r.Do(cmd); o == nil || len(r.taken) > 0 {
		t.Fatalf("taken is %+v, though a column is left out", r.taken)
	}
	r.Open(o)
	if !strings.Contains(r.Screen(), "Remark") {
		t.Errorf("it does not say what is left out:\n%s", r.Screen())
	}
	r.Keys("enter")
	r.took(true, "b 0012 r mate")
}
