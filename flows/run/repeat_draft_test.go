package run_test

import (
	"testing"

	"lotse/flows"
	"lotse/flows/document"
	"lotse/flows/run"
)

// send puts on record that the letter for a row went out.
func (w *world) send(row string) {
	w.t.Helper()
	at := flows.At("letters.tell[" + row + "]")
	l, err := document.Write(w.view(), "letters", at.AsItem().Item, document.Asked{Today: w.now})
	if err != nil {
		w.t.Fatal(err)
	}
	w.must(l.Sent(at, "by e-mail"))
}

func (w *world) wantSent(r1, r2 string) {
	w.t.Helper()
	if one, two := w.item("letters.tell[r1]").Status, w.item("letters.tell[r2]").Status; one != r1 || two != r2 {
		w.t.Errorf("the letters are %s and %s, want %s and %s", one, two, r1, r2)
	}
}

// A letter for a row is sent by itself, and has to be looked at again when what it
// reads of its row changes, or what all of them read.
func TestRepeatedDraft(t *testing.T) {
	for name, c := range map[string]struct {
		change run.Command
		r1, r2 string
	}{
		"its cell":              {run.SetCell{At: flows.At("berths[r1].berth"), Value: "A9"}, "stale", "sent"},
		"the other's cell":      {run.SetCell{At: flows.At("berths[r2].power"), Value: "no"}, "sent", "stale"},
		"its address":           {run.SetCell{At: flows.At("berths[r1].mail"), Value: "x@turku.example"}, "stale", "sent"},
		"the cell of none":      {run.SetCell{At: flows.At("berths[r1].depth"), Value: 4.0}, "sent", "sent"},
		"a field of both":       {run.Answer{At: flows.At("port"), Value: "Naantali"}, "stale", "stale"},
		"a field of neither":    {run.Answer{At: flows.At("watched"), Value: "yes"}, "sent", "sent"},
		"a row more":            {run.AddRow{List: flows.At("berths"), Cells: map[string]flows.Value{"berth": "C3"}}, "sent", "sent"},
		"many rows more":        {run.ReplaceRows{List: flows.At("berths"), Append: true, Rows: []map[string]flows.Value{{"berth": "C3"}, {"berth": "D4"}}}, "sent", "sent"},
		"the task of the other": {run.Tick{At: flows.At("work.swept[r2]")}, "sent", "sent"},
	} {
		w := moored(t)
		w.wantSent("unknown", "unknown")
		w.send("r1")
		w.wantSent("sent", "unknown")
		w.send("r2")
		w.must(c.change)
		w.wantSent(c.r1, c.r2)
		if t.Failed() {
			t.Fatalf("after %s", name)
		}
		w.wantSame()
		w.must(run.Undo{})
		if c.r1 == "sent" && c.r2 == "sent" {
			w.wantSent("sent", "sent")
		}
	}
}

// The letter of a row that goes is void, and is there again with it.
func TestRepeatedDraftGoesWithItsRow(t *testing.T) {
	w := moored(t)
	w.send("r1")
	w.send("r2")
	out := w.refused(flows.ErrRipple, run.RemoveRow{At: flows.At("berths[r2]")})
	if len(out.Ripple) != 1 || out.Ripple[0].Items[0] != "tell[r2]" || out.Ripple[0].Effect != run.Void {
		t.Errorf("it has the consequences %+v", out.Ripple)
	}
	w.must(run.RemoveRow{At: flows.At("berths[r2]")})
	if w.step("letters").Item("tell[r2]") != nil || w.item("letters.tell[r1]").Status != "sent" {
		t.Error("the letter of the row is still there, or the other is touched")
	}
	if got := run.LettersSent(w.Events()); len(got) != 2 || got[1].At.String() != "letters.tell[r2]" {
		t.Errorf("the letters that went out are %+v", got)
	}
	w.must(run.Undo{})
	w.wantSent("sent", "stale")
	w.wantSame()
}

// What names no cell of the list is refused.
func TestRepeatedDraftReads(t *testing.T) {
	w := moored(t)
	at := flows.At("letters.tell[r1]")
	w.refused(flows.ErrNotFound, run.RecordSent{At: at, How: "x", Read: []string{"berths[r1].none"}})
	w.refused(flows.ErrNotFound, run.RecordSent{At: at, How: "x", Read: []string{"boats[r1].berth"}})
	w.refused(flows.ErrUsage, run.RecordSent{At: flows.At("letters.tell"), How: "x"})
}
