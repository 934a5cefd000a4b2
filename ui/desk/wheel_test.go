package desk

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/ui/zone"
)

// wheelOn turns the wheel over the first cell of the screen where a part of a kind
// is drawn, and reports whether it is drawn at all.
func (r *rig) wheelOn(button tea.MouseButton, is func(at zone.At) bool) bool {
	r.t.Helper()
	_, marks := zone.Unmark(r.m.frame())
	for y := range r.m.h {
		for x := range r.m.w {
			if is(func(k zone.Kind) (int, bool) { return marks.At(x, y, k) }) {
				r.send(tea.MouseWheelMsg{X: x, Y: y, Button: button})
				return true
			}
		}
	}
	return false
}

// manyRows is a list of so many rows in the focus.
func (r *rig) manyRows(n int) *rig {
	r.t.Helper()
	r.fill()
	for i := range n {
		if _, err := r.m.page.s.Do(true, run.AddRow{List: flows.At("crew.people"), Cells: map[string]flows.Value{"badge": fmt.Sprint(1000 + i)}}); err != nil {
			r.t.Fatal(err)
		}
	}
	r.refresh()
	r.goTo("crew")
	r.focus("people")
	return r.keys("esc", "enter")
}

// TestTheWheelScrollsTheTableUnderIt and then, at its end, the page; away from the
// table the page alone. The next key brings the focus back into view.
func TestTheWheelScrollsTheTableUnderIt(t *testing.T) {
	r := begun(t).manyRows(60)
	first := on(zone.Item, 0)
	focused := func(at zone.At) bool {
		_, row := at(zone.Row)
		return first(at) && row
	}
	r.shows("1000").hides("1040")
	before := r.m.page.At()
	for range 8 {
		if !r.wheelOn(tea.MouseWheelDown, focused) {
			t.Fatalf("no rows are drawn:\n%s", r.screen())
		}
	}
	r.shows("1024").hides("1000 ")
	if r.m.page.top != 0 || r.m.page.At() != before {
		t.Errorf("the page is at line %d, the focus at %v", r.m.page.top, r.m.page.At())
	}
	r.keys("down").shows("1001").hides("1024")
	for range 40 {
		r.wheelOn(tea.MouseWheelDown, focused)
	}
	r.shows("1059")
	for range 40 {
		r.wheelOn(tea.MouseWheelUp, focused)
	}
	r.shows("1000")
}

// TestTheWheelScrollsThePage where it is over no list.
func TestTheWheelScrollsThePage(t *testing.T) {
	r := begun(t).size(80, 16)
	r.wheelOn(tea.MouseWheelDown, on(zone.Item, 1))
	if r.m.page.top == 0 {
		t.Errorf("the page did not move:\n%s", r.screen())
	}
}

// TestTheWheelMovesWhatLiesOverThePage: of every scene something else is drawn, or
// all of it is in view; and nothing is decided.
func TestTheWheelMovesWhatLiesOverThePage(t *testing.T) {
	moved := 0
	for _, sc := range scenes {
		r := begun(t).size(40, 12)
		sc.set(r)
		r.wait()
		if r.m.over == nil {
			continue
		}
		over, before := r.m.over, r.screen()
		for range 3 {
			r.send(tea.MouseWheelMsg{X: 10, Y: 6, Button: tea.MouseWheelDown})
		}
		if r.screen() != before {
			moved++
		} else if strings.Contains(before, r.m.t.Wizard.MoreBelow) {
			t.Errorf("%s: %T has more below, and the wheel does nothing\n%s", sc.name, over, before)
		}
		for range 300 {
			r.send(tea.MouseWheelMsg{X: 10, Y: 6, Button: tea.MouseWheelDown})
			r.send(tea.MouseWheelMsg{X: 10, Y: 6, Button: tea.MouseWheelUp})
		}
		if r.m.over != over {
			t.Errorf("%s: the wheel closes %T", sc.name, over)
		}
	}
	if moved < 6 {
		t.Errorf("only %d overlays move", moved)
	}
}

// TestClickDecidesAConflict side by side, and enter takes what was chosen.
func TestClickDecidesAConflict(t *testing.T) {
	r := begun(t)
	r.focus("ship")
	r.keys("'Aurora'")
	r.slowly(func() { r.keys("enter", "'a@example.org'", "enter") })
	r.theirs(run.Answer{At: flows.At("papers.ship"), Value: "Borealis"}, run.Answer{At: flows.At("papers.berth_mail"), Value: "office@example.org"})
	r.catchUp()
	r.wait()
	side := func(row, n int) func(zone.At) bool {
		return func(at zone.At) bool { return on(zone.Row, row)(at) && on(zone.Option, n)(at) }
	}
	over := r.m.over.(*conflictOver)
	for _, tc := range []struct {
		row, side int
		mine      string
	}{{1, 1, "[false true]"}, {0, 1, "[true true]"}, {1, 0, "[true false]"}} {
		if !r.clickOn(side(tc.row, tc.side)) || fmt.Sprint(over.mine) != tc.mine || over.at != tc.row {
			t.Fatalf("after a click on side %d of row %d: %v at %d\n%s", tc.side, tc.row, over.mine, over.at, r.screen())
		}
	}
	r.keys("enter")
	if ship, mail := r.value("papers", "ship"), r.value("papers", "berth_mail"); ship != "Aurora" || mail != "office@example.org" {
		t.Errorf("decided are %v and %v", ship, mail)
	}
}

// TestClickAnswersWhatAChangeDoes by its buttons, and by nothing else.
func TestClickAnswersWhatAChangeDoes(t *testing.T) {
	for n, want := range []string{"oil", "grain"} {
		r := begun(t)
		r.changing()
		r.wait()
		if _, ok := r.m.over.(*rippleOver); !ok {
			t.Fatalf("over the page lies %T\n%s", r.m.over, r.screen())
		}
		r.send(tea.MouseClickMsg{X: 20, Y: 9, Button: tea.MouseLeft})
		r.send(tea.MouseClickMsg{X: 75, Y: 12, Button: tea.MouseLeft})
		if r.m.over == nil {
			t.Fatal("a click beside the buttons decides")
		}
		if !r.clickOn(on(zone.Option, n)) || r.m.over != nil {
			t.Fatalf("button %d does nothing:\n%s", n, r.screen())
		}
		if got := r.value("papers", "cargo"); got != want {
			t.Errorf("button %d: the cargo is %v, want %v", n, got, want)
		}
	}
}

// changing changes an answer on which a gate rests that was passed.
func (r *rig) changing() {
	r.t.Helper()
	r.fill()
	r.goTo("sail")
	r.keys("enter", "'sail'", "enter", "'Eva'", "enter", "enter", "enter")
	r.goTo("papers")
	r.focus("cargo")
	r.keys("2")
}

// TestClickInThePaletteAndTheFaults does what was clicked, there at the second click.
func TestClickInThePaletteAndTheFaults(t *testing.T) {
	r := begun(t).fill()
	r.keys("ctrl+p", "'set sail'").asks()
	if !r.clickOn(on(zone.Entry, 0)) || r.m.page.At().Step != "sail" {
		t.Errorf("at %v:\n%s", r.m.page.At(), r.screen())
	}
	f := mailbox(t, run.Rehearsal)
	f.keys("w")
	if !f.clickOn(on(zone.Entry, 1)) || f.m.over == nil {
		t.Fatalf("the first click chooses:\n%s", f.screen())
	}
	if !f.clickOn(on(zone.Entry, 1)) || f.m.over != nil {
		t.Errorf("the second does not:\n%s", f.screen())
	}
	f.shows("fault on")
}

// TestTheWheelScrollsTheOutline beside the page, which stays; the next key brings the
// step back into view. Signs at its ends say which way there is more.
func TestTheWheelScrollsTheOutline(t *testing.T) {
	r := library(t, "netvisor-rackbeat").size(120, 14)
	step := func(at zone.At) bool { _, ok := at(zone.Step); return ok }
	beside := func() string {
		var all []string
		for l := range strings.SplitSeq(r.screen(), "\n") {
			left, _, _ := strings.Cut(l, r.m.th.Column)
			all = append(all, strings.TrimSpace(left))
		}
		return strings.Join(all, "\n")
	}
	first, top := beside(), r.m.page.top
	if !strings.Contains(first, r.m.th.Down) || strings.Contains(first, r.m.th.Up) {
		t.Fatalf("at its beginning the outline is\n%s", first)
	}
	r.wheelOn(tea.MouseWheelDown, step)
	if now := beside(); now == first || !strings.Contains(now, r.m.th.Up) {
		t.Errorf("after the wheel the outline is\n%s", now)
	}
	for range 40 {
		r.wheelOn(tea.MouseWheelDown, step)
	}
	if now := beside(); strings.Contains(now, r.m.th.Down) {
		t.Errorf("at its end the outline is\n%s", now)
	}
	r.wheelOn(tea.MouseWheelUp, step)
	if now := beside(); !strings.Contains(now, r.m.th.Down) || r.m.page.top != top {
		t.Errorf("one up from its end, with the page at %d, the outline is\n%s", r.m.page.top, now)
	}
	if r.keys("up"); beside() != first {
		t.Errorf("after a key the outline is\n%s", beside())
	}
}

// TestTheWheelScrollsALongChoice as far as it goes, then the page; nothing is chosen.
func TestTheWheelScrollsALongChoice(t *testing.T) {
	var options []string
	for i := range 40 {
		options = append(options, fmt.Sprintf("o%02d: Option %02d", i, i))
	}
	r := promised(t, "      - {field: one, type: choice, label: One, options: {"+strings.Join(options, ", ")+"}}\n").size(80, 24)
	option := func(at zone.At) bool { _, ok := at(zone.Option); return ok }
	r.shows("Option 00").hides("Option 30")
	for range 60 {
		r.wheelOn(tea.MouseWheelDown, option)
	}
	r.shows("Option 39").hides("Option 00")
	for range 60 {
		r.wheelOn(tea.MouseWheelUp, option)
	}
	r.shows("Option 00").hides("Option 39")
	for range 5 {
		r.wheelOn(tea.MouseWheelDown, option)
	}
	if r.hides("Option 01").keys("down").shows("Option 01"); r.value("here", "one") != nil {
		t.Errorf("the wheel has chosen %v", r.value("here", "one"))
	}
}
