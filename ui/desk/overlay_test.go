package desk

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lotse/flows/run"
	"lotse/ui/desk/room"
)

func TestAnOverlayThatOpensItselfTakesNoKeysAtFirst(t *testing.T) {
	r := begun(t)
	r.m.openItself(newRipple(r.m, []run.Consequence{{Step: "crew", Title: "Who is aboard", Effect: run.Void}}))
	r.keys("tab", "enter").shows("ctrl+c quit")
	if r.m.over == nil {
		t.Fatal("a key that was typed for the page answered the overlay")
	}
	if s := r.screen(); strings.Contains(s, "enter select") {
		t.Errorf("the help line names a key that does nothing yet:\n%s", s)
	}
	if len(r.ticks) == 0 || r.ticks[len(r.ticks)-1] != (graceMsg{}) {
		t.Error("nothing draws the keys when they begin to be taken")
	}
	r.wait().shows("enter select").keys("enter")
	if r.m.over != nil {
		t.Error("the overlay stays")
	}
}

func TestRippleLeavesOrChanges(t *testing.T) {
	for name, tc := range map[string]struct {
		keys []string
		want string
	}{
		"the change stands first": {[]string{"enter"}, "oil"},
		"leave it":                {[]string{"tab", "enter"}, "grain"},
		"esc leaves it":           {[]string{"esc"}, "grain"},
	} {
		t.Run(name, func(t *testing.T) {
			r := begun(t).fill()
			r.goTo("sail")
			r.keys("enter", "'sail'", "enter", "'Eva'", "enter", "enter", "enter")
			r.goTo("papers")
			r.focus("cargo")
			r.keys("2")
			if _, ok := r.m.over.(*rippleOver); !ok {
				t.Fatalf("no ripple is shown: %s\n%s", r.m.status.text, r.screen())
			}
			r.wait().keys(tc.keys...)
			if got := r.value("papers", "cargo"); got != tc.want {
				t.Errorf("cargo is %v, want %s", got, tc.want)
			}
		})
	}
}

func TestAcceptWantsAReason(t *testing.T) {
	r := begun(t).keys("enter", "enter", "'a.very.long.address@example.org'", "enter")
	r.shows("f4 accept")
	r.keys("f4", "enter").shows("Give a reason")
	r.keys("'it is theirs'", "enter")
	pv := r.m.page.View().Step("papers").Item("berth_mail").Problems
	if len(pv) != 1 || pv[0].Accepted == nil || *pv[0].Accepted != "it is theirs" {
		t.Errorf("problems are %v", pv)
	}
}

func TestSkipNoteOutlineAndHelp(t *testing.T) {
	r := begun(t).fill()
	r.goTo("berth")
	r.keys("e").wait().keys("'call back'", "ctrl+s")
	if notes := r.m.page.View().Step("berth").Notes; len(notes) != 1 || notes[0].Text != "call back" {
		t.Errorf("notes are %v", notes)
	}
	r.keys("x").wait().keys("'another day'", "enter")
	if s := r.m.page.View().Step("berth"); s.State != run.Skipped || s.Why != "another day" {
		t.Errorf("the step is %s, %q", s.State, s.Why)
	}
	r.keys("ctrl+o", "'sail'", "enter")
	if r.m.page.At().Step != "sail" {
		t.Errorf("the outline went to %s", r.m.page.At().Step)
	}
	r.keys("?").shows("Help", "alt+left", "ctrl+z").keys("esc").hides("Anywhere")
}

func TestAWaitGetsADayOrIsAnswered(t *testing.T) {
	r := begun(t).fill()
	r.goTo("berth")
	r.focus("answer")
	r.keys("enter").shows("Waiting for: the harbour office", "Usually: two days")
	r.keys("enter", "'yesterday'", "enter", "enter").shows("2026-11-20 08:00 is in the past. Enter it again")
	r.keys(slices.Repeat([]string{"backspace"}, 9)...).keys("'+2d'", "enter", "'they call'", "enter")
	iv := r.m.page.View().Step("berth").Item("answer")
	if iv.Until == nil || iv.Until.Format("2006-01-02") != "2026-11-23" {
		t.Fatalf("until %v: %s\n%s", iv.Until, r.m.status.text, r.screen())
	}
	r.goTo("berth")
	r.focus("answer")
	r.keys("enter", "2", "enter", "enter", "enter")
	if !r.m.page.View().Step("berth").Item("answer").Done {
		t.Errorf("the wait is not answered: %s\n%s", r.m.status.text, r.screen())
	}
}

func TestAGateWantsItsWord(t *testing.T) {
	r := begun(t).fill()
	r.goTo("sail")
	r.keys("enter").shows("no way back", "Only grain sails today", "Type sail")
	r.keys("'sale'", "enter", "'Eva'", "enter", "enter").shows("sail")
	if r.m.page.View().Step("sail").Item("cast-off").Done {
		t.Fatal("the gate opened for a wrong word")
	}
	r.keys("shift+tab", "shift+tab", "backspace", "backspace", "'il'", "ctrl+s")
	if !r.m.page.View().Step("sail").Item("cast-off").Done {
		t.Errorf("the gate stays closed: %s\n%s", r.m.status.text, r.screen())
	}
}

func TestATaskWithEvidenceAsksForIt(t *testing.T) {
	r := begun(t).fill()
	r.goTo("berth")
	r.focus("drawn")
	r.keys("space", "enter").shows("needs proof").keys("'seen by Eva'", "enter")
	iv := r.m.page.View().Step("berth").Item("drawn")
	if !iv.Done || iv.Note != "seen by Eva" {
		t.Errorf("done %v, note %q", iv.Done, iv.Note)
	}
	r.keys("space")
	if r.m.page.View().Step("berth").Item("drawn").Done {
		t.Error("space did not untick")
	}
}

func TestSharedViewHidesWhatIsInternal(t *testing.T) {
	r := begun(t)
	r.focus("locker")
	r.keys("'hush-hush'", "enter")
	r.focus("ship")
	mark := r.m.page.View().Step("papers").Item("locker").Fingerprint
	r.size(80, 60).shows(mark)
	r.keys("f3").shows("SHARED VIEW").hides(mark)
	if title := r.m.View().WindowTitle; title != "REHEARSAL · Lotse" {
		t.Errorf("the window is called %q", title)
	}
	r.keys("ctrl+o").hides("The berth").keys("esc", "f3").shows(mark)
}

func TestCopyTakesTheValue(t *testing.T) {
	r := begun(t).keys("c")
	if len(r.said) == 0 || fmt.Sprint(r.said[len(r.said)-1]) != "HARBOUR-17" {
		t.Errorf("to the clipboard went %v", r.said)
	}
}

func TestLetterKeysSayWhatTheyCannotDo(t *testing.T) {
	r := begun(t).fill()
	r.goTo("sail")
	for k, want := range map[string]string{"f4": "Nothing here", "o": "no address", "c": "nothing to copy"} {
		r.wait().keys(k)
		if !strings.Contains(r.m.status.text, want) {
			t.Errorf("%s says %q, want %q", k, r.m.status.text, want)
		}
	}
	r.goTo("papers")
	r.wait().keys("o")
	if !strings.Contains(r.m.status.text, "https://example.org/rules") {
		t.Errorf("o says %q", r.m.status.text)
	}
}

// A label that is too long for the frame's upper line stands inside, whole.
func TestALongTitleStandsInsideTheFrame(t *testing.T) {
	r := begun(t)
	long := "The button that allows the integration has been pressed by an administrator, and the page says so"
	r.m.openOver(room.NewForm(roomDesk{r.m}, long).Add("Why", r.m.kit.Line("", ""), 1))
	bounded(t, r)
	var inside []string
	for _, l := range strings.Split(r.screen(), "\n") {
		if _, rest, found := strings.Cut(l, "│ "); found {
			inside = append(inside, strings.TrimSpace(strings.TrimRight(rest, "│ ")))
		}
	}
	if got := strings.Join(inside, " "); !strings.Contains(got, long) || strings.Contains(r.screen(), "…") {
		t.Errorf("it is cut:\n%s", r.screen())
	}
}
