package run_test

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/run"
)

// mooringsWith are the berths as another version, in which texts are replaced by
// others.
func mooringsWith(t testing.TB, version string, pairs ...string) *flows.Procedure {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{"moorings.yaml", "tell.letter.en.txt"} {
		doc, err := fs.ReadFile(documents, "testdata/"+name)
		if err != nil {
			t.Fatal(err)
		}
		text := string(doc)
		for i := 0; i < len(pairs); i += 2 {
			if name == "moorings.yaml" && !strings.Contains(text, pairs[i]) && !strings.HasPrefix(pairs[i], "in {{") {
				t.Fatalf("nothing to replace: %s", pairs[i])
			}
			text = strings.ReplaceAll(text, pairs[i], pairs[i+1])
		}
		files[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, "version: 1\n", "version: "+version+"\n", 1))}
	}
	p, err := flows.Open(files, specs).Procedure("moorings")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// atWork is a run in which something was done of every kind of item that goes through
// a list, in one row of two or in both.
func atWork(t *testing.T) *world {
	w := moored(t)
	w.must(run.Tick{At: flows.At("work.swept[r1]"), Note: "with a broom"}, run.Fail{At: flows.At("work.swept[r2]"), Why: "no broom"},
		run.Accept{Step: "work", Problem: "swept[r2].not_worked", Why: "on its way"}, run.Tick{At: flows.At("work.plugged[r2]"), Note: "230 V"},
		run.Attach{At: flows.At("work.plugged[r2]"), File: run.File{Name: "plug.png", Sum: "aa", Size: 1}})
	w.send("r1")
	w.reach("r1", "passed")
	w.reach("r2", "warned")
	w.flush()
	return w
}

// inRows says of everything that goes through a list, and holds anything, what that is,
// "again" before it where it has to be looked at again.
func (w *world) inRows() (all []string) {
	v := w.view()
	for i := range v.Steps {
		for k := range v.Steps[i].Items {
			it := &v.Steps[i].Items[k]
			what := strings.TrimSpace(fmt.Sprint(map[bool]string{true: "done "}[it.Done], it.Note, " ", it.Status))
			if it.NotWorked != nil {
				what = strings.TrimSpace(what + " failed: " + it.NotWorked.Why)
			}
			for _, p := range it.Problems {
				if p.Accepted != nil {
					what += " accepted: " + *p.Accepted
				}
			}
			for _, f := range it.Attachments {
				what += " " + f.File.Name
			}
			if it.LookAgain {
				what = "again " + what
			}
			if it.Item.Kind != flows.KindList && it.Item.Kind != flows.KindField && what != "" && what != "unknown" && what != "closed" {
				all = append(all, v.Steps[i].Step.ID+"."+it.Item.ID+" "+what)
			}
		}
	}
	return all
}

var inBerths = []string{
	"work.swept[r1] done with a broom", "work.swept[r2] failed: no broom accepted: on its way", "work.plugged[r2] done 230 V plug.png",
	"letters.tell[r1] done by e-mail sent", "tried.reach[r1] passed", "tried.reach[r2] warned",
}

// allRenamed gives everything that goes through the list, the list and its columns
// other names.
var allRenamed = []string{
	"list: berths", "list: piers", "each: berths", "each: piers", "field: berth,", "field: pier,", "{{ .berth }}", "{{ .pier }}", "field: mail", "field: master", ".mail", ".master",
	"field: port", "field: harbour", ", port]", ", harbour]", "in {{ port }}", "in {{ harbour }}", "id: base", "id: ground", "id: work", "id: jobs", "task: swept", "task: cleaned",
	"work.swept", "jobs.cleaned", "work.plugged", "jobs.plugged", "draft: tell", "draft: write", "check: reach", "check: call", "tried.reach", "tried.call",
	"title: Berths\n", "title: Berths\nrenamed: {berths: piers, berth: pier, mail: master, port: harbour, base: ground, work: jobs, work.swept: jobs.cleaned, letters.tell: letters.write, tried.reach: tried.call}\n",
}

// rowMove is what becomes of what was done in rows when texts of the procedure are
// replaced by others.
type rowMove struct {
	pairs       []string
	want, place []string
	stays       bool // what has to be seen again is so back in the first version, too
}

// rowMoves are moves by what differs.
func rowMoves() map[string]rowMove {
	rename := strings.NewReplacer("work.swept", "jobs.cleaned", "work.plugged", "jobs.plugged", "letters.tell", "letters.write", "tried.reach", "tried.call")
	var renamed []string
	for _, s := range inBerths {
		renamed = append(renamed, rename.Replace(s))
	}
	return map[string]rowMove{
		"renamed": {allRenamed, renamed, []string{}, false},
		"another list": {
			[]string{
				"      - list: berths\n", "      - list: boats\n        label: Boats\n        columns:\n          - {field: boat, type: text, label: Boat}\n          - {field: captain, type: email, label: Captain}\n          - {field: light, type: choice, label: Light, options: [\"yes\", \"no\"]}\n      - list: berths\n",
				"{task: swept, each: berths, label: \"{{ .berth }} is swept\"}", "{task: swept, each: boats, label: \"{{ .boat }} is swept\"}",
				"each: berths, run: test.all, with: {names: [.mail, port], way: {const: \"{{ .berth }}\"}}, label: \"{{ .mail }}\"}", "each: boats, run: test.all, with: {names: [.captain, port]}, label: \"{{ .captain }}\"}",
			},
			[]string{inBerths[2], inBerths[3]},
			[]string{"work.swept[r1]", "work.swept[r2]", "tried.reach[r1]", "tried.reach[r2]"},
			false,
		},
		"the list is gone": {
			[]string{
				"list: berths", "list: boats", "each: berths", "each: boats",
			},
			nil,
			[]string{"base.berths", "work.swept[r1]", "work.swept[r2]", "work.plugged[r2]", "letters.tell[r1]", "tried.reach[r1]", "tried.reach[r2]"},
			false,
		},
		"no row any more": {
			[]string{"{task: swept, each: berths, label: \"{{ .berth }} is swept\"}", "{task: swept, label: All is swept}"},
			inBerths[2:],
			[]string{"work.swept[r1]", "work.swept[r2]"},
			false,
		},
		"gone": {
			[]string{"      - {task: plugged, each: berths, label: Power is on, when: power == \"yes\", evidence: sentence}\n", "", "requires: [{when: done(\"work.plugged\"), text: Power is on everywhere.}]", "requires: [{when: done(\"work.swept\"), text: Power is on everywhere.}]"},
			slices.Concat(inBerths[:2], inBerths[3:]),
			[]string{"work.plugged[r2]"},
			false,
		},
		"another question": {
			[]string{"label: \"{{ .berth }} is swept\"", "label: \"{{ .berth }} is clean\""},
			slices.Concat([]string{"work.swept[r1] again done with a broom", "work.swept[r2] failed: no broom"}, inBerths[2:]),
			[]string{},
			true,
		},
		"another check": {
			[]string{"way: {const: \"{{ .berth }}\"}", "way: {const: \"{{ .depth }}\"}"},
			slices.Concat(inBerths[:4], []string{"tried.reach[r1] again stale", "tried.reach[r2] again stale"}),
			[]string{},
			true,
		},
		"a column that does not fit": {
			[]string{"field: depth, type: number", "field: depth, type: text", "field: mail, type: email", "field: mail, type: number", "to: .mail, label", "label"},
			slices.Concat(inBerths[:3], []string{"letters.tell[r1] again done by e-mail stale", "tried.reach[r1] again stale", "tried.reach[r2] again stale"}),
			[]string{"base.berths.mail"},
			true,
		},
		"an answer that does not fit": {
			[]string{"field: port, type: text", "field: port, type: number"},
			slices.Concat(inBerths[:3], []string{"letters.tell[r1] again done by e-mail stale", "tried.reach[r1] again stale", "tried.reach[r2] again stale"}),
			[]string{"base.port"},
			true,
		},
	}
}

// TestMoveOfRows: what was done for a row is carried over with the row, whatever it is
// called, or is on the shelf under its row, and has its place again.
func TestMoveOfRows(t *testing.T) {
	for name, c := range rowMoves() {
		t.Run(name, func(t *testing.T) {
			w := atWork(t)
			two := mooringsWith(t, "2", c.pairs...)
			said, err := w.Moving(two)
			if err != nil {
				t.Fatal(err)
			}
			if said.Void != len(c.place) {
				t.Errorf("%d are said to be without a place, want %d", said.Void, len(c.place))
			}
			w.must(run.Move{To: two})
			w = w.resume()
			w.wantRows("moved", c.want, c.place)
			w.must(run.Move{To: w.proc})
			w = w.resume()
			if c.stays {
				return
			}
			w.wantRows("back", inBerths, []string{})
		})
	}
}

// wantRows compares what is there in rows, and what has no place.
func (w *world) wantRows(when string, want, place []string) {
	w.t.Helper()
	if got := w.inRows(); !slices.Equal(got, want) {
		w.t.Errorf("%s there is\n%s\nwant\n%s", when, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	left := []string{}
	for _, p := range w.view().Placeless {
		left = append(left, p.At.String())
	}
	if !slices.Equal(left, place) {
		w.t.Errorf("%s there is no place for %v, want %v", when, left, place)
	}
}

// TestMoveOfRowsIsRead: what was read of a row goes by its new names: once it changes,
// what was made of it is stale, and nothing else.
func TestMoveOfRowsIsRead(t *testing.T) {
	w := atWork(t)
	w.must(run.Note{Step: "base", Text: "Two berths."}, run.Move{To: mooringsWith(t, "2", allRenamed...)})
	w = w.resume()
	if notes := w.step("ground").Notes; len(notes) != 1 {
		t.Errorf("the notes are %v", notes)
	}
	w.must(run.SetCell{At: flows.At("piers[r1].pier"), Value: "A9"})
	if tell, one, two := w.item("letters.write[r1]").Status, w.item("tried.call[r1]").Status, w.item("tried.call[r2]").Status; tell != "stale" || one != "stale" || two != "warned" {
		t.Errorf("the letter is %s, the checks are %s and %s", tell, one, two)
	}
}
