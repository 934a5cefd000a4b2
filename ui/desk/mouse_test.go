package desk

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lotse/ui/field"
	"lotse/ui/zone"
)

// clickOn clicks the first cell of the screen where a part of a kind is drawn, and
// reports whether it is drawn at all.
func (r *rig) clickOn(is func(at zone.At) bool) bool {
	r.t.Helper()
	_, marks := zone.Unmark(r.m.frame())
	for y := range r.m.h {
		for x := range r.m.w {
			if is(func(k zone.Kind) (int, bool) { return marks.At(x, y, k) }) {
				r.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
				return true
			}
		}
	}
	return false
}

func on(k zone.Kind, n int) func(zone.At) bool {
	return func(at zone.At) bool {
		got, ok := at(k)
		return ok && got == n
	}
}

// A click on an item gives it the focus and neither ticks nor passes nor completes
// anything, at every size and on every step.
func TestClickFocusesWhatIsSeen(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 15}, {120, 40}, {200, 60}} {
		r := begun(t).size(size[0], size[1])
		for _, sv := range r.m.page.View().Steps {
			clicked := 0
			for n := range sv.Items {
				r.goTo(sv.Step.ID)
				step := r.m.page.Step()
				if n >= len(step.Items) || !r.m.page.Stops(&step.Items[n]) {
					continue
				}
				id := step.Items[n].Item.ID
				before := len(r.log())
				r.focus(id) // in view
				r.focusFirst()
				r.m.page.engaged = false
				r.m.page.scrollBy(r.lineOf(n))
				if !r.clickOn(func(at zone.At) bool {
					_, option := at(zone.Option)
					_, cell := at(zone.Column)
					sign, _ := at(zone.Sign)
					return on(zone.Item, n)(at) && !option && !cell && sign == 0
				}) {
					continue // all of its cells are options
				}
				clicked++
				if at := r.m.page.At(); at.Step != sv.Step.ID || at.Item != id {
					t.Errorf("%v: a click on %s.%s is at %s.%s", size, sv.Step.ID, id, at.Step, at.Item)
				}
				if n := len(r.log()); n != before {
					t.Errorf("%v: a click on %s.%s wrote %v", size, sv.Step.ID, id, r.log()[before:])
				}
				r.m.over = nil
			}
			if clicked == 0 && len(sv.Items) > 1 {
				t.Errorf("%v: nothing was clicked on %s", size, sv.Step.ID)
			}
		}
	}
}

// focusFirst gives the focus to the first item of the step.
func (r *rig) focusFirst() {
	step := r.m.page.Step()
	for i := range step.Items {
		if r.m.page.Stops(&step.Items[i]) {
			r.focus(step.Items[i].Item.ID)
			return
		}
	}
}

// lineOf scrolls so that item n is drawn: how far from the present top.
func (r *rig) lineOf(n int) int {
	_, w, _ := r.m.columns()
	s := r.m.page.layout(r.m.page.Step(), w, r.m.bodyHeight())
	_, marks := zone.Unmark(s.lines)
	for y := range marks {
		if got, ok := marks.At(w, y, zone.Item); ok && got == n {
			return y - r.m.page.top
		}
	}
	return 0
}

// Options are chosen, boxes ticked, cells gone to; a second click on a cell edits
// it.
func TestClickChoosesAndTicks(t *testing.T) {
	r := begun(t)
	onItem("papers", "ship")(r)
	item := func(id string) int {
		for i, iv := range r.m.page.Step().Items {
			if iv.Item.ID == id {
				return i
			}
		}
		t.Fatal(id)
		return 0
	}
	both := func(a, b func(zone.At) bool) func(zone.At) bool {
		return func(at zone.At) bool { return a(at) && b(at) }
	}
	cargo := item("cargo")
	r.m.page.scrollBy(r.lineOf(cargo))
	if !r.clickOn(both(on(zone.Item, cargo), on(zone.Option, 1))) {
		t.Fatalf("no option is drawn:\n%s", r.screen())
	}
	options := r.m.page.Step().Items[cargo].Item.Field.Options
	if got := r.value("papers", "cargo"); got != options[1].Value {
		t.Errorf("the cargo is %v, want %v", got, options[1].Value)
	}
	if r.m.page.At().Item == "cargo" {
		t.Error("after a choice the next item has the focus, as after its digit")
	}
	signed := item("signed")
	r.m.page.scrollBy(r.lineOf(signed))
	sign := both(on(zone.Item, signed), on(zone.Sign, 1))
	for _, want := range []bool{true, false} {
		if !r.clickOn(sign) || r.m.page.Step().Items[signed].Done != want {
			t.Errorf("ticked: %v, want %v:\n%s", r.m.page.Step().Items[signed].Done, want, r.screen())
		}
	}
	r.crew()
	people := item("people")
	cell := both(both(on(zone.Item, people), on(zone.Row, 2)), on(zone.Column, 0)) // the first is a new one
	table := r.m.page.widget.(*field.Table)
	for range 2 {
		if !r.clickOn(cell) {
			t.Fatalf("no second row:\n%s", r.screen())
		}
	}
	if row, _ := table.FocusedCell(); row != r.m.page.Item().Rows[1].Row || !table.State().Editing {
		t.Errorf("it is in row %s, editing %v", row, table.State().Editing)
	}
}

// What is typed is taken when something else is clicked, as by tab.
func TestClickElsewhereTakesWhatIsTyped(t *testing.T) {
	r := begun(t)
	onItem("papers", "ship", "'Auro'")(r)
	n := 0
	for i, iv := range r.m.page.Step().Items {
		if iv.Item.ID == "berth_mail" {
			n = i
		}
	}
	r.m.page.scrollBy(r.lineOf(n) - 8)
	if !r.clickOn(on(zone.Item, n)) || r.value("papers", "ship") != "Auro" || r.m.page.At().Item != "berth_mail" {
		t.Errorf("%v, at %s:\n%s", r.value("papers", "ship"), r.m.page.At().Item, r.screen())
	}
}

// The first click on a run chooses it, the second opens it; one on a step of the
// outline goes there, and one on nothing does nothing.
func TestClickOpensARun(t *testing.T) {
	r := begun(t).size(120, 40)
	r.threeRuns()
	r.m.list.at = 0
	before := fmt.Sprint(r.stand())
	for _, xy := range [][2]int{{0, 0}, {2, 1}, {50, 38}, {119, 39}, {-1, -1}, {500, 500}} {
		r.send(tea.MouseClickMsg{X: xy[0], Y: xy[1], Button: tea.MouseLeft})
		if now := fmt.Sprint(r.stand()); now != before {
			t.Errorf("a click at %v: %s", xy, now)
		}
	}
	if !r.clickOn(on(zone.Run, 2)) || r.m.list.at != 2 || r.m.page != nil {
		t.Fatalf("at %d", r.m.list.at)
	}
	if !r.clickOn(on(zone.Run, 2)) || r.m.page == nil {
		t.Fatal("it is not opened")
	}
	steps := r.m.page.View().Steps
	if !r.clickOn(on(zone.Step, 1)) || r.m.page.At().Step != steps[1].Step.ID {
		t.Errorf("at %s, want %s:\n%s", r.m.page.At().Step, steps[1].Step.ID, r.screen())
	}
}

// On the last page, in the documents' room, in the outline, in a form and in the
// result of a check a click means what is seen there.
func TestClickInWhatLiesOver(t *testing.T) {
	r := begun(t)
	r.goTo("papers")
	if r.keys("ctrl+o"); !r.clickOn(on(zone.Entry, 3)) || r.m.over != nil || r.m.page.At().Step != r.m.page.View().Steps[3].Step.ID {
		t.Errorf("the outline leads to %s:\n%s", r.m.page.At().Step, r.screen())
	}
	r.goTo("")
	if !r.clickOn(on(zone.Entry, 1)) || r.m.page.papers.At() != 1 || r.m.over != nil {
		t.Errorf("at %d:\n%s", r.m.page.papers.At(), r.screen())
	}
	if !r.clickOn(on(zone.Entry, 1)) || r.m.over == nil {
		t.Errorf("a second click opens nothing:\n%s", r.screen())
	}
	r.m.over = nil
	r.goTo("papers")
	r.keys("esc", "x") // a form with one row
	before := len(r.log())
	if r.m.over == nil || !r.clickOn(on(zone.Row, 0)) || r.m.over == nil || len(r.log()) != before {
		t.Errorf("a click in a form submits it:\n%s", r.screen())
	}
}

// A gate takes its word whatever is clicked.
func TestClickPassesNoGate(t *testing.T) {
	r := begun(t)
	onItem("sail", "cast-off")(r)
	for range 6 {
		for n := range r.m.page.Step().Items {
			r.clickOn(on(zone.Item, n))
		}
		for n := range 8 {
			r.clickOn(on(zone.Row, n))
		}
	}
	for _, l := range r.log() {
		if strings.Contains(l, "gate") || strings.Contains(l, "done") {
			t.Error(l)
		}
	}
}

// Without a mark for the terminal: what is drawn holds no marks.
func TestMarksAreNotDrawn(t *testing.T) {
	r := begun(t).size(120, 40)
	if strings.Contains(r.m.View().Content, "9009") {
		t.Error("a mark reaches the terminal")
	}
}
