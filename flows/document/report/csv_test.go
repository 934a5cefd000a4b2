package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/document/paper"
	"lotse/flows/document/report"
	"lotse/flows/run"
)

// shape is as much of a report's JSON as is compared.
type shape struct {
	Run struct {
		Started, Ended string
		Worked         int `json:"worked_seconds"`
	}
	Steps []struct {
		ID, State, Begun, Done string
		Worked                 int `json:"worked_seconds"`
		Items                  []struct {
			ID, Kind, Type, Text, Note, By, At string
			Rows                               []struct {
				Row   string
				Cells map[string]struct{ Text string }
			}
		}
	}
	Letters []struct{ Item, Sha256 string }
	Files   []struct{ Item, Name, Sha256 string }
}

// sheet is a CSV by kind and place.
type sheet map[[5]string]map[string]string

func read(t *testing.T, r *report.Record) (shape, sheet) {
	t.Helper()
	var s shape
	if err := json.Unmarshal(written(t, report.WriteJSON, r), &s); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(written(t, report.WriteCSV, r), []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	table := sheet{}
	for _, row := range rows[1:] {
		cells := map[string]string{}
		for i, name := range rows[0] {
			cells[name] = row[i]
		}
		table[[5]string{cells["kind"], cells["step"], cells["item"], cells["row"], cells["column"]}] = cells
	}
	return s, table
}

// want compares a cell.
func (s sheet) want(t *testing.T, at [5]string, column, want string) {
	t.Helper()
	if got, there := s[at][column]; !there || got != paper.Inert(want) {
		t.Errorf("%v: %s is %q, want %q", at, column, got, want)
	}
}

// TestTheTableSaysWhatTheJSONSays of every step, item, cell, letter and file.
func TestTheTableSaysWhatTheJSONSays(t *testing.T) {
	for _, c := range drives {
		d := begin(t, procedure(t, c.procedure), run.Real, "Muster GmbH")
		d.toEnd(c.answers)
		j, table := read(t, d.record("en", false))
		whole := [5]string{"run"}
		table.want(t, whole, "started", j.Run.Started)
		table.want(t, whole, "ended", j.Run.Ended)
		for _, s := range j.Steps {
			at := [5]string{"step", s.ID}
			table.want(t, at, "status", s.State)
			table.want(t, at, "started", s.Begun)
			table.want(t, at, "ended", s.Done)
			for _, it := range s.Items {
				at := [5]string{it.Kind, s.ID, it.ID}
				table.want(t, at, "by", it.By)
				table.want(t, at, "at", it.At)
				if it.Kind == "field" && it.Type != "secret" {
					table.want(t, at, "value", it.Text)
				}
				for _, row := range it.Rows {
					for column, cell := range row.Cells {
						table.want(t, [5]string{"cell", s.ID, it.ID, row.Row, column}, "value", cell.Text)
					}
				}
			}
		}
	}
}

// TestTimes of a step and of the run: a break is no work, and an internal step's
// time is not told.
func TestTimes(t *testing.T) {
	d := pier(t, run.Real, "")
	r := d.record("en", false)
	_, table := read(t, r)
	for at, want := range map[[5]string]string{{"run"}: "1560", {"step", "berth"}: "660", {"step", "crew"}: "300", {"step", "works"}: "420"} {
		table.want(t, at, "worked_seconds", want)
	}
	table.want(t, [5]string{"step", "crew"}, "ended", "")
	if _, there := table[[5]string{"step", "inner"}]; there {
		t.Error("an internal step is told")
	}
	before := r.Worked
	d.now = d.now.Add(29 * time.Minute)
	d.do(run.Note{Step: "works", Text: "x"}) // 30 minutes after the last: work
	if got := d.record("en", false).Worked - before; got != 30*time.Minute {
		t.Errorf("half an hour counts as %s", got)
	}
	d.now = d.now.Add(30 * time.Minute)
	d.do(run.Note{Step: "works", Text: "x"}) // 31: a break
	if got := d.record("en", false).Worked - before; got != 30*time.Minute {
		t.Errorf("with a break it counts as %s", got)
	}
}

// TestWhoDidItAndWhen is told of the deed itself, not of what was attached to it
// later.
func TestWhoDidItAndWhen(t *testing.T) {
	d := pier(t, run.Real, "")
	before := d.record("en", false)
	later := d.now.Add(time.Minute)
	d.do(run.Attach{At: flows.At("works.same"), File: *file("later")})
	after := d.record("en", false)
	was, is := entry(t, before, "same"), entry(t, after, "same")
	if is.Deed != was.Deed || is.By != "Kim Lotse" || is.At.IsZero() {
		t.Errorf("the check was run %v, then %v", was.Deed, is.Deed)
	}
	last := is.Files[len(is.Files)-1]
	if len(is.Files) != len(was.Files)+1 || last.Name != "later" || !last.At.Equal(later) {
		t.Errorf("its files are %+v", is.Files)
	}
	if again := entry(t, after, "letter"); again.By != "Kim Lotse" || again.Note != "by e-mail" {
		t.Errorf("the letter is %+v", again)
	}
}

// entry is the entry of an item.
func entry(t *testing.T, r *report.Record, item string) report.Entry {
	t.Helper()
	for _, s := range r.Steps {
		for _, e := range s.Entries {
			if e.Item == item {
				return e
			}
		}
	}
	t.Fatalf("there is no %s", item)
	return report.Entry{}
}
