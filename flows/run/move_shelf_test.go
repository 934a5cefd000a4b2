package run_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/run"
)

// procedureOf is a procedure as another version, with texts replaced by others.
func procedureOf(t testing.TB, id, document, version string, pairs ...string) *flows.Procedure {
	t.Helper()
	text := strings.Replace(document, "version: 1\n", "version: "+version+"\n", 1)
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(text, pairs[i]) {
			t.Fatalf("nothing to replace: %s", pairs[i])
		}
		text = strings.ReplaceAll(text, pairs[i], pairs[i+1])
	}
	p, err := flows.Open(fstest.MapFS{id + ".yaml": {Data: []byte(text)}}, specs).Procedure(id)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func quayWith(t testing.TB, version string, pairs ...string) *flows.Procedure {
	t.Helper()
	return procedureOf(t, "quay", quayDocument, version, pairs...)
}

// TestMoveLooksAtWhatCameBack: what was on the shelf is an answer to what was asked
// there. Where a later version asks something else it has to be seen again, and that is
// said before; where it asks the same it has not, however different the version between.
func TestMoveLooksAtWhatCameBack(t *testing.T) {
	for label, again := range map[string]bool{"Place": false, "Which pier?": true} {
		w, two := atQuay(t)
		w.must(run.Move{To: two})
		three := quayWith(t, "3", "label: Place", "label: "+label)
		said, err := w.Moving(three)
		if err != nil {
			t.Fatal(err)
		}
		w.must(run.Move{To: three})
		w = w.resume()
		if it := w.item("pier.place"); it.Value != "north" || it.LookAgain != again {
			t.Errorf("%s: %v, to be seen again: %t", label, it.Value, it.LookAgain)
		}
		for _, it := range said.Steps[1].Items {
			if want := map[bool]run.Effect{true: run.LookAgain, false: run.Keep}[again]; it.At.Item == "place" && (it.Effect != want || !it.Back) {
				t.Errorf("%s: it was said to be %s", label, it.Effect)
			}
		}
		if (said.Again == 2) != again { // one is the crew, with a column more
			t.Errorf("%s: %d were said to be seen again", label, said.Again)
		}
	}
}

// TestMoveKeepsTheShelf over a version that has no place for it, either, and gives back
// only what fits, and what nothing else stands in for.
func TestMoveKeepsTheShelf(t *testing.T) {
	pier := quayDocument[strings.Index(quayDocument, "  - id: pier"):]
	w, two := atQuay(t)
	w.must(run.Move{To: two}, run.Move{To: quayWith(t, "3", pier, "", "label: Name", "label: The name")})
	w = w.resume()
	if got := strings.Join(w.left(), "|"); got != "pier <nil>The pier is narrow.|pier.place north|pier.code <nil>k1-gate" {
		t.Errorf("after two moves the shelf has %s", got)
	}
	w.must(run.Move{To: quayWith(t, "4", "place, type: text", "place, type: number")})
	if got := strings.Join(w.left(), "|"); got != "pier.place north" || w.item("pier.place").Value != nil {
		t.Errorf("the shelf has %s, the place is %v", got, w.item("pier.place").Value)
	}
	w.must(run.Answer{At: flows.At("pier.place"), Value: "7"}, run.Move{To: quayWith(t, "5")})
	w = w.resume()
	if w.item("pier.place").Value != "7" && len(w.left()) != 2 {
		t.Errorf("the place is %v, the shelf has %v", w.item("pier.place").Value, w.left())
	}
}

// TestMoveBackToFewerRows: cells that come back, and what was done for a row, go to the
// rows that are still there; what was done for another stays on the shelf.
func TestMoveBackToFewerRows(t *testing.T) {
	w := atWork(t)
	two := mooringsWith(t, "2", "{task: swept, each: berths, label: \"{{ .berth }} is swept\"}", "{task: swept, label: All is swept}", "depth, type: number", "depth, type: text")
	w.must(run.SetCell{At: flows.At("berths[r1].depth"), Value: 4.5}, run.SetCell{At: flows.At("berths[r2].depth"), Value: 5.5})
	w.must(run.Move{To: two}, run.RemoveRow{At: flows.At("berths[r1]")})
	said, err := w.Moving(w.proc)
	if err != nil {
		t.Fatal(err)
	}
	w.must(run.Move{To: w.proc})
	w = w.resume()
	w.wantRows("back", append([]string{inBerths[1]}, inBerths[2], inBerths[5]), []string{"work.swept[r1]"})
	if cell := w.item("base.berths").Rows[0].Values["depth"]; cell != 5.5 {
		t.Errorf("the cell is %v", cell)
	}
	if said.Back != 2 {
		t.Errorf("%d were said to come back", said.Back)
	}
}
