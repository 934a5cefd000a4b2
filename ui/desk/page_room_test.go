package desk

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// everyItem visits every item of every step of the procedures that Lotse comes
// with, at a size.
func everyItem(t *testing.T, w, h int, each func(t *testing.T, r *rig, iv *run.ItemView)) {
	procedures(t, func(t *testing.T, procedure, lang string) {
		r := opened(t, procedure, lang).size(w, h)
		for i := range r.m.page.View().Steps {
			id := r.m.page.View().Steps[i].Step.ID
			r.goTo(id)
			for k := range r.m.page.View().Step(id).Items {
				if iv := &r.m.page.View().Step(id).Items[k]; r.m.page.Stops(iv) {
					r.focus(iv.Item.ID)
					r.send(nil)
					each(t, r, iv)
				}
			}
		}
	})
}

// What is said stands in sight whatever has the focus, at most two lines of it
// where the page is scrolled, and the key that shows the rest where it is cut.
func TestWhatIsSaidStaysInSight(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {100, 30}, {40, 15}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			everyItem(t, size[0], size[1], func(t *testing.T, r *rig, iv *run.ItemView) {
				say := flows.CleanLine(r.m.page.Step().Step.Say)
				first := strings.Join(strings.Fields(say)[:min(2, len(strings.Fields(say)))], " ")
				if iv.Item.Kind == flows.KindList && size[1] < 24 {
					return // a list takes what there is
				}
				if !strings.Contains(squeezed(r.screen()), squeezed(first)) {
					t.Errorf("%s: %q is not in sight\n%s", iv.Item.ID, first, r.screen())
				}
				if text := squeezed(r.screen()); !strings.Contains(text, squeezed(say)) && !strings.Contains(text, "…f2") {
					t.Errorf("%s: no key for the rest of %q\n%s", iv.Item.ID, say, r.screen())
				}
			})
		})
	}
}

// Where the page has no room, there are no empty lines in it but one below what is
// said; where it has, each field has its two.
func TestEmptyLinesAreForHighWindows(t *testing.T) {
	everyItem(t, 80, 24, func(t *testing.T, r *rig, iv *run.ItemView) {
		s := r.m.page.layout(r.m.page.Step(), 80, r.m.bodyHeight())
		if s.assemble(s.density(), false); len(s.lines) <= s.room() {
			return // an error that comes later changes nothing but its own line
		}
		empty := 0
		for i, l := range s.lines {
			inFocus := i >= s.from && i <= s.to
			if p := s.pieceOf(i); l == "" && !inFocus && (p == nil || p.item == nil || p.item.Item.Text == nil) {
				empty++
			}
		}
		if empty > 1 {
			t.Errorf("%s: %d empty lines on a page of %d in %d\n%s", iv.Item.ID, empty, len(s.lines), s.room(), strings.Join(s.lines, "\n"))
		}
	})
	r := begun(t).size(80, 60)
	r.focus("ship")
	lines := strings.Split(r.screen(), "\n")
	at := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "  Address") })
	if strings.TrimSpace(lines[at+1]+lines[at+2]) != "" {
		t.Errorf("the two lines below a field are not free:\n%s", r.screen())
	}
}

// pieceOf is the piece in which a line stands.
func (s *stepLayout) pieceOf(line int) *piece {
	for i := range s.pieces {
		if p := &s.pieces[i]; p.from <= line && line <= p.to {
			return p
		}
	}
	return nil
}

// An error takes its line when it comes, and goes with it: what has the focus moves
// by no more than that, and by nothing where a line is kept for it.
func TestAnErrorMovesTheFocusByItsLines(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {100, 30}, {80, 60}, {40, 15}, {40, 12}} {
		for _, item := range []string{"ship", "berth_mail", "arrival", "locker"} {
			r := begun(t).size(size[0], size[1])
			r.focus(item)
			r.send(nil)
			at := func() int {
				return slices.IndexFunc(strings.Split(r.screen(), "\n"), func(l string) bool { return strings.HasPrefix(l, "│ ") })
			}
			before := at()
			r.keys("ctrl+s")
			r.focus(item)
			if after := at(); before < 0 || after < 0 || max(before-after, after-before) > 2 {
				t.Errorf("%v: %s stood on line %d, and stands on %d\n%s", size, item, before, after, r.screen())
			}
		}
	}
}

// The errors of a step whose page has just enough room change nothing but their own
// lines: what stands above them stays, its empty lines too.
func TestErrorsKeepTheDensityOfThePage(t *testing.T) {
	for n := 3; n < 14; n++ {
		items := ""
		for i := range n {
			items += fmt.Sprintf("      - {field: f%d, type: text, label: Field %d, required: true}\n", i, i)
		}
		r := promised(t, items)
		at := func() int { return strings.Count(r.screen()[:strings.Index(r.screen(), "Field 0")], "\n") }
		before := at()
		r.keys("ctrl+s")
		if after := at(); after != before {
			t.Errorf("%d fields: the first stood on line %d, and stands on %d\n%s", n, before, after, r.screen())
		}
	}
}

// A branch is named by what is seen instead, whole, whatever the room; the key that
// shows what to do then is there where that is left out.
func TestBranchesAreNamedByWhatIsSeen(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {80, 50}, {40, 15}} {
		procedures(t, func(t *testing.T, procedure, lang string) {
			r := opened(t, procedure, lang).size(size[0], size[1])
			for i := range r.m.page.View().Steps {
				sv := &r.m.page.View().Steps[i]
				r.goTo(sv.Step.ID)
				s := r.m.page.layout(sv, size[0], r.m.bodyHeight())
				page := squeezed(stripped(s.lines))
				for _, b := range sv.Step.IfNot {
					clause, rest, _ := strings.Cut(flows.CleanLine(b.Text), ":")
					if !strings.Contains(page, squeezed(clause)) {
						t.Errorf("%v: %s: %q is not on the page\n%s", size, sv.Step.ID, clause, page)
					}
					if !strings.Contains(page, squeezed(rest)) && !strings.Contains(page, "f2") {
						t.Errorf("%v: %s: no key shows %q\n%s", size, sv.Step.ID, rest, page)
					}
				}
			}
		})
	}
}

// News of a run that is opened take rows from the page, at most three; the focus
// stays in view, and the first key takes them away.
func TestNewsTakeRowsFromThePage(t *testing.T) {
	r := begun(t)
	r.focus("remarks")
	long := strings.Repeat("something happened to the ship, and ", 4)
	r.m.status = status{news: []string{long, long, long}}
	r.shows("- something happened", "│ Remarks")
	if n := strings.Count(r.screen(), "something happened"); n < 3 || len(r.m.statusLines()) != 3 {
		t.Errorf("%d lines of news\n%s", len(r.m.statusLines()), r.screen())
	}
	r.keys("x").hides("something happened")
}

// Where the window has no room for all options, whole ones are drawn, and a line
// says how many more there are.
func TestOptionsAreNeverCut(t *testing.T) {
	var options []string
	for i := range 12 {
		options = append(options, fmt.Sprintf("o%d: %s %d", i, strings.Repeat("An option with a long label ", 4), i))
	}
	r := promised(t, "      - {field: kind, type: choice, label: Kind, required: true, options: {"+strings.Join(options, ", ")+"}}\n")
	for _, size := range [][2]int{{80, 24}, {40, 15}} {
		r.size(size[0], size[1])
		for at := range 12 {
			lines := strings.Split(r.shows("more options").screen(), "\n")
			if body := strings.Join(lines[1:], "\n"); strings.Contains(body, "…") {
				t.Errorf("%v: something is cut\n%s", size, body)
			}
			n := slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, "›") })
			if n < 0 || !strings.Contains(strings.Join(strings.Fields(strings.ReplaceAll(strings.Join(lines[n:], " "), "│", "")), " "), fmt.Sprintf("long label %d", at)) {
				t.Errorf("%v: option %d is not whole\n%s", size, at, r.screen())
			}
			r.keys("down")
		}
		for range 12 {
			r.keys("up")
		}
	}
	for _, lang := range words.Languages() {
		if one, two := words.Say(lang, flows.Msg("page.more_options", "n", 1)), words.Say(lang, flows.Msg("page.more_options", "n", 2)); strings.TrimLeft(one, "1") == strings.TrimLeft(two, "2") {
			t.Errorf("%s: one option and two are %q", lang, one)
		}
	}
}

// squeezed is a text without its blanks.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

func stripped(lines []string) string { return ansi.Strip(strings.Join(lines, "\n")) }
