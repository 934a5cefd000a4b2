package desk

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"lotse/flows"
	"lotse/flows/run"
)

// asks lets the time pass after which the palette asks the store.
func (r *rig) asks() *rig {
	ticks := r.ticks
	r.ticks = nil
	for _, msg := range ticks {
		if _, ok := msg.(workDoneMsg); ok {
			r.send(msg)
		} else {
			r.ticks = append(r.ticks, msg)
		}
	}
	return r
}

// note writes a remark of the open run to the store.
func (r *rig) note(step, text string) {
	r.t.Helper()
	s := r.m.page.s.(*run.Session)
	if _, err := s.Do(true, run.Note{Step: step, Text: text}); err != nil {
		r.t.Fatal(err)
	}
	if err := s.Flush(r.t.Context()); err != nil {
		r.t.Fatal(err)
	}
}

// TestPaletteDoesActions that are possible now, by their names, and lists no
// other.
func TestPaletteDoesActions(t *testing.T) {
	r := begun(t)
	r.keys("ctrl+p", "'outl'").shows("Actions", "outline", "ctrl+o").hides("Steps")
	if r.keys("enter"); !strings.Contains(nameOf(r.m.over), "outline") {
		t.Fatalf("it opened %s", nameOf(r.m.over))
	}
	r.keys("esc", "ctrl+p", "'accept'").hides("Actions")
	r.keys("esc", "ctrl+p", "'share'", "enter")
	if !r.m.share || r.m.over != nil {
		t.Error("an action is not done")
	}
}

// TestPaletteGoesToSteps of the open run.
func TestPaletteGoesToSteps(t *testing.T) {
	r := begun(t).fill()
	r.keys("ctrl+p", "'aboard'").shows("Who is aboard")
	if r.keys("enter"); r.m.page.At().Step != "crew" {
		t.Errorf("it went to %s", r.m.page.At().Step)
	}
}

// TestPaletteFindsPlaces in any run, once the store was asked: it opens the run
// there, from the list and from the page of another run.
func TestPaletteFindsPlaces(t *testing.T) {
	r := begun(t)
	r.note("crew", "The cook is ill until Friday")
	first := r.m.page.s.ID()
	r.keys("esc", "esc", "ctrl+p", "'fri cook'").hides("The cook")
	r.asks().shows("Where it stands", "note: The cook is ill", "Muster GmbH, A berth")
	if r.keys("enter"); r.m.page == nil || r.m.page.s.ID() != first || r.m.page.At().Step != "crew" {
		t.Fatalf("it is not there:\n%s", r.screen())
	}
	r.keys("esc", "esc")
	r.do(r.m.start("harbour", "Beispiel Oy", run.Rehearsal))
	r.keys("enter", "'Kaiku'", "enter", "ctrl+p", "'cook'")
	r.asks().keys("enter")
	if r.m.page == nil || r.m.page.s.ID() != first || r.m.page.At().Step != "crew" {
		t.Errorf("from another run it is not there:\n%s", r.screen())
	}
	p, err := r.a.Find(t.Context(), run.FindQuery{Text: "kaiku"})
	if err != nil || len(p) != 1 {
		t.Errorf("what was typed in the other run: %v, %v", p, err)
	}
}

// TestPaletteListsACustomer opens the list of their runs.
func TestPaletteListsACustomer(t *testing.T) {
	r := begun(t)
	r.do(r.m.page.close())
	for _, name := range []string{"Beispiel Oy", "Kaiku Oy"} {
		r.do(r.m.start("harbour", name, run.Rehearsal))
		r.do(r.m.page.close())
	}
	r.keys("ctrl+p", "'kaik'")
	r.asks().shows("Runs", "Customers", "Kaiku Oy, A berth")
	r.keys("down", "enter").shows("Kaiku Oy").hides("Beispiel Oy")
}

// TestPaletteWhileOthersLookOn lists nothing of other customers, and nothing
// internal.
func TestPaletteWhileOthersLookOn(t *testing.T) {
	r := begun(t)
	r.note("crew", "Muster pays late")
	r.keys("esc", "esc")
	r.do(r.m.start("harbour", "Beispiel Oy", run.Rehearsal))
	r.keys("esc", "f3", "ctrl+p").asks().hides("Muster")
	for _, words := range []string{"'muster'", "'pays'"} {
		r.keys("esc", "ctrl+p", words).asks().hides("Muster GmbH", "pays late")
	}
	r.keys("esc", "ctrl+p", "'beisp'").asks().shows("Beispiel Oy, A berth")
}

// TestPaletteIsClosed by its own key and by esc, and what was typed stays.
func TestPaletteIsClosed(t *testing.T) {
	r := begun(t)
	r.keys("enter", "'Kai'", "ctrl+p", "'x'", "ctrl+p", "'ku'").shows("Kaiku")
	r.keys("ctrl+p", "esc", "enter")
	if got := r.m.page.View().Step("papers").Item("ship").Value; got != flows.Value("Kaiku") {
		t.Errorf("the answer is %v", got)
	}
}

// BenchmarkPalette is a letter typed into the palette, without and with the frame,
// among as many runs as it takes from a store; how many the store has does not
// matter.
func BenchmarkPalette(b *testing.B) {
	r := begun(b).size(80, 24)
	for range 49 {
		r.do(r.m.page.close())
		r.do(r.m.start("harbour", "Muster "+r.m.last.ID, run.Rehearsal))
	}
	r.keys("ctrl+p", "'muster'").asks()
	keys := [2]tea.KeyPressMsg{{Code: 'a', Text: "a"}, {Code: tea.KeyBackspace}}
	for name, view := range map[string]func(){"key": func() {}, "key and frame": func() { _ = r.m.View() }} {
		b.Run(name, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				r.m.Update(keys[i%2])
				view()
				r.ticks = nil
			}
		})
	}
}
