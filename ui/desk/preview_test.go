package desk

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/charmbracelet/x/ansi"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/face"
)

const written = `procedure: ferry
version: 1
title: Ferry
summary: Books a ferry.
steps:
  - id: who
    title: Who travels?
    items:
      - {field: name, type: text, label: Name, required: true}
      - {field: seat, type: text, label: Seat}
  - id: when
    title: When?
    items:
      - {field: tide, type: choice, label: Tide, required: true, options: {high: High water, low: Low water}}
      - {list: bags, label: Bags, columns: [{field: bag, type: text, label: Bag}, {field: kilos, type: number, label: Kilos}]}
      - {task: paid, label: The ferry is paid}
  - id: how
    title: How?
    items:
      - {field: note, type: text, label: Note}
`

// draft is the procedure as its author has saved it, with some of it written in
// another way: old and new in turn.
func draft(t testing.TB, changes ...string) *flows.Procedure {
	t.Helper()
	text := written
	for i := 0; i < len(changes); i += 2 {
		if !strings.Contains(text, changes[i]) {
			t.Fatalf("%q does not stand there", changes[i])
		}
		text = strings.Replace(text, changes[i], changes[i+1], 1)
	}
	p, err := flows.Open(fstest.MapFS{"ferry.yaml": {Data: []byte(text)}}, flows.Specs{}).Procedure("ferry")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// previewed is a rig on a preview of the procedure as it is written first.
func previewed(t testing.TB) *rig {
	t.Helper()
	r := newRig(t)
	cfg := r.m.cfg
	cfg.Preview = &face.Preview{Load: func() flows.Entry { return flows.Entry{Name: "ferry", Procedure: draft(t)} }}
	r.start(cfg)
	r.do(r.m.start("ferry", "Muster GmbH", run.Real))
	if r.m.page == nil || r.m.page.View().Mode != run.Rehearsal {
		t.Fatalf("no rehearsal was started: %s", r.m.status.text)
	}
	return r
}

// saves has the author save the procedure written in another way.
func (r *rig) saves(changes ...string) *rig {
	r.t.Helper()
	r.send(changedMsg{face.Change{Procedure: draft(r.t, changes...)}})
	return r
}

func (r *rig) breaks(f face.Fault) *rig {
	r.send(changedMsg{face.Change{Fault: f}})
	return r
}

var colour = face.Fault{
	File: "./ferries/ferry.yaml", Line: 10, Column: 9, Before: "        ", Behind: "colour: red",
	Message: flows.Msg("lint.needs_key", "key", "title", "what", flows.Said("a procedure")), More: 2,
}

func TestAPreviewFollowsItsAuthor(t *testing.T) {
	r := previewed(t).shows("PREVIEW", "Who travels?")
	r.keys("'Aino'", "enter", "'12'").saves("Who travels?", "Who is on board?", "label: Seat", "label: Seat number")
	r.shows("Who is on board?", "Seat number", "12", "Read again at 10:00:00.")
	r.keys("'a'", "enter")
	if v := r.value("who", "seat"); v != "12a" {
		t.Errorf("the seat is %v", v)
	}
	r.saves("field: seat, type: text, label: Seat", "field: cabin, type: text, label: Cabin")
	r.shows("This has no place any more: Seat number (12a).")
	if r.m.page.View().Step("who").Item("cabin") == nil {
		t.Error("there is no cabin")
	}
	if v := r.value("who", "name"); v != "Aino" {
		t.Errorf("the name is %v", v)
	}
}

// The same id may be of another kind afterwards: what has the focus is made anew.
func TestAnItemOfAnotherKind(t *testing.T) {
	r := previewed(t).keys("'Aino'", "enter", "'12'")
	r.saves("{field: seat, type: text, label: Seat}", "{field: seat, type: choice, label: Seat, options: {bow: In front, aft: Behind}}")
	r.shows("In front")
	r.saves("{field: seat, type: text, label: Seat}", "{list: seat, label: Seats, columns: [{field: row, type: text, label: Row}]}").shows("Seats", "Row")
	r.saves("{field: seat, type: text, label: Seat}", "{task: seat, label: The seat is booked}").shows("The seat is booked")
	r.keys("space").saves().shows("Seat")
}

func TestAFaultStandsBelowThePage(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 15}, {40, 12}, {120, 40}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			r := previewed(t).size(size[0], size[1])
			r.breaks(colour).shows("PREVIEW", "Who travels?", "ferry.yaml:10:9", "2 more")
			lines := strings.Split(r.screen(), "\n")
			if len(lines) != size[1] {
				t.Errorf("%d lines in a window of %d", len(lines), size[1])
			}
			if size[1] > 12 {
				r.shows("title is missing")
			}
			if size[1] >= 24 {
				r.shows("./ferries/ferry.yaml:10:9", "10 │         colour: red")
				if mark := lines[size[1]-1]; strings.IndexByte(mark, '^') != strings.Index(strings.ReplaceAll(lines[size[1]-2], "│", "|"), "colour") {
					t.Errorf("the mark stands in %q below %q", mark, lines[size[1]-2])
				}
			}
			r.keys("'Aino'", "enter").shows("ferry.yaml:10:9")
			if v := r.value("who", "name"); v != "Aino" {
				t.Errorf("the run stands still: %v", v)
			}
			if r.m.h >= size[1] || r.m.h < min(minHeight, size[1]-1) {
				t.Errorf("%d lines are left for the page", r.m.h)
			}
			r.saves().hides("ferry.yaml", "is missing").shows("Nothing is wrong any more, at 10:00:00.")
			if r.m.h != size[1] {
				t.Errorf("the page has %d of %d lines", r.m.h, size[1])
			}
		})
	}
}

// What an author writes, and where, is hostile to a terminal by chance.
func TestAFaultIsDrawnWhateverItSays(t *testing.T) {
	for name, f := range map[string]face.Fault{
		"no place":     {Message: flows.Msg("file.none", "name", "ferry.yaml")},
		"escapes":      {File: "\x1b]0;x\x07\x1b[31mferry.yaml", Line: 1, Column: 3, Before: "\x1b[2", Behind: "J\x1b[31m red \u202eder", Message: flows.Said("a \x1b[31m b\nc")},
		"a long line":  {File: strings.Repeat("dir/", 300) + "ferry.yaml", Line: 1000, Column: 4000, Before: strings.Repeat("x", 200), Behind: strings.Repeat("y", 200), Message: flows.Said(strings.Repeat("word ", 2000))},
		"wide letters": {File: strings.Repeat("漢字", 60) + ".yaml", Line: 7, Column: 120, Before: strings.Repeat("漢", 119), Behind: "字", Message: flows.Said("漢字")},
		"at its end":   {File: "ferry.yaml", Line: 7, Column: 12, Before: "      - field:", Message: flows.Said("a value is missing")},
	} {
		t.Run(name, func(t *testing.T) {
			for _, size := range [][2]int{{40, 12}, {40, 15}, {80, 24}, {160, 50}} {
				r := previewed(t).size(size[0], size[1]).breaks(f)
				if raw := r.m.View().Content; strings.Contains(raw, "\x1b]0") || strings.Contains(raw, "\x07") {
					t.Error("an escape sequence of the file comes to the terminal")
				}
				for _, l := range strings.Split(r.screen(), "\n") {
					if ansi.StringWidth(l) > size[0] || strings.ContainsAny(l, "\x1b\u202e\x07") {
						t.Errorf("%d wide: %q", size[0], l)
					}
				}
				if n := strings.Count(r.screen(), "\n") + 1; n > size[1] {
					t.Errorf("%d lines in a window of %d", n, size[1])
				}
			}
		})
	}
}

// What is under way is waited for; what lies over the page goes, and what was typed
// there, or on the page, is kept.
func TestAChangeInTheMiddleOfSomething(t *testing.T) {
	r := previewed(t).keys("'Ai'")
	r.m.hold++
	r.saves("Who travels?", "Who is on board?").shows("Who travels?")
	r.do(r.m.release())
	r.keys("ctrl+o").shows("Who is on board?")
	r.saves("Who travels?", "Who sails?").shows("Who sails?", "Ai")
	if r.m.over != nil {
		t.Error("the outline lies over a page that is another one now")
	}
	r.keys("'no'", "enter")
	if v := r.value("who", "name"); v != "Aino" {
		t.Errorf("the name is %v", v)
	}
}

// On the list of runs a change waits for the run to be opened; a new run is one of
// what is previewed, and a rehearsal.
func TestThePreviewsDesk(t *testing.T) {
	r := previewed(t).keys("'Aino'", "enter", "esc").shows("PREVIEW", "Muster GmbH")
	r.breaks(colour).shows("ferry.yaml:10:9").saves("Who travels?", "Who is on board?").keys("enter").shows("Who is on board?", "Aino")
	r.keys("esc", "n").shows("Ferry").hides("Harbour").keys("enter", "'Beta AG'", "enter").shows("Beta AG")
	if m := r.m.page.View().Mode; m != run.Rehearsal {
		t.Errorf("it is %s", m)
	}
	r.keys("ctrl+c")
	if lines := r.m.farewell(); len(lines) != 1 || strings.Contains(lines[0], "resume") {
		t.Errorf("the last words are %q", lines)
	}
}

// Whatever is written next and wherever the person is, the screen can be drawn.
func TestAnyDraftAnywhere(t *testing.T) {
	drafts := [][]string{
		nil,
		{"Who travels?", "Who?"},
		{"field: seat, type: text", "field: seat, type: number"},
		{"id: when", "id: hour"},
		{"list: bags", "list: cases"},
		{"{field: kilos, type: number, label: Kilos}", "{field: size, type: choice, label: Size, options: {s: Small, l: Large}}"},
		{"{task: paid, label: The ferry is paid}", "{field: paid, type: date, label: Paid on, required: true}"},
		{", low: Low water", ""},
		{"steps:\n", "renamed: {bag: case, who: people}\nsteps:\n", "id: who", "id: people", "{field: bag,", "{field: case,"},
		{"    items:\n      - {field: note", "    when: tide == \"high\"\n    items:\n      - {field: note"},
		{"  - id: how\n    title: How?\n    items:\n      - {field: note, type: text, label: Note}\n", ""},
		{"field: name, type: text", "field: name, type: secret"},
	}
	keys := []string{"tab", "enter", "enter", "shift+tab", "ctrl+s", "esc", "ctrl+o", "f1", "f2", "'x'", "'7'", "space", "down", "up", "1", "ctrl+n", "f4", "ctrl+p", "pgdown", "right"}
	for seed := range uint64(12) {
		r, dice := previewed(t), rand.New(rand.NewPCG(seed, 29))
		for range 60 {
			if dice.IntN(3) == 0 {
				r.saves(drafts[dice.IntN(len(drafts))]...)
			} else {
				r.keys(keys[dice.IntN(len(keys))])
			}
			if n := strings.Count(r.screen(), "\n") + 1; n != r.m.whole {
				t.Fatalf("seed %d: %d lines in a window of %d", seed, n, r.m.whole)
			}
		}
	}
}
