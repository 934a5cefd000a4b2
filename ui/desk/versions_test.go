package desk

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words/wordstest"
	"lotse/ui/walk"
)

// renewed installs the second version of the harbour: the papers and the ship have other
// names, the flags and the internal sketch are gone, the address is asked otherwise, and
// the badge of a person is a pass.
func (r *rig) renewed() *flows.Procedure {
	r.t.Helper()
	overlaid, err := wordstest.Overlaid(os.DirFS("testdata/renewed"), testSpecs)
	if err != nil {
		r.t.Fatal(err)
	}
	r.m.cfg.Library = flows.Open(overlaid, testSpecs)
	p, err := r.m.cfg.Library.Procedure("harbour")
	if err != nil {
		r.t.Fatal(err)
	}
	return p
}

// outdated is a run in the harbour with something in all that differs there, which is
// opened after the second version was installed.
func (r *rig) outdated() *rig {
	r.t.Helper()
	r.fast("papers",
		run.Answer{At: flows.At("ship"), Value: "Aurora"}, run.Answer{At: flows.At("berth_mail"), Value: "a@example.org"},
		run.Answer{At: flows.At("cargo"), Value: "grain"}, run.Answer{At: flows.At("flags"), Value: []string{"red"}}, run.Tick{At: flows.At("papers.signed")},
		run.AddRow{List: flows.At("people"), Cells: map[string]flows.Value{"badge": "4711"}}, run.Tick{At: flows.At("berth.drawn"), Note: "a sketch of the pier"},
	)
	r.m.page.Refresh()
	r.do(r.m.page.carrier.runAll(r.m.page.Save()))
	r.renewed()
	return r.again()
}

// TestMoveOnTheDesk shows what a move does, leaves the run as it is, moves it, and moves
// it back: the page stays at the same place.
func TestMoveOnTheDesk(t *testing.T) {
	r := begun(t).outdated().shows("Version 2 of this procedure is there: u")
	r.goTo("papers")
	r.focus("ship")
	r.keys("esc", "ctrl+o").shows("Version 2 of this procedure is there: u").keys("esc", "u")
	r.shows("Move to version 2?", "From version 1 (", "to version 2 (", "The ship's papers: was called papers", "look again", "Address of the agent: another question",
		"Flags: is no longer there", "A sketch is there: is no longer there", "was called ship").keys("end")
	r.keys("esc")
	if v := r.m.page.View(); v.ProcedureVersion != 1 || r.m.over != nil {
		t.Fatalf("esc left it at version %d", v.ProcedureVersion)
	}
	r.keys("u", "enter").shows("The run goes on by version 2", "does not take a move back: u moves")
	if v, at := r.m.page.View(), r.m.page.At().String(); v.ProcedureVersion != 2 || at != "documents.vessel" || r.value("documents", "vessel") != "Aurora" {
		t.Fatalf("it stands at %s of version %d", at, v.ProcedureVersion)
	}
	r.keys("ctrl+o").hides("Version 2 of this procedure is there").keys("esc", "ctrl+z").shows("nothing to undo since the run was moved")
	r.keys("u").shows("Move to version 1?", "has its place again").keys("pgdown").shows("Answers without a place in this version", "Flags", "Red").keys("enter")
	if v, at := r.m.page.View(), r.m.page.At().String(); v.ProcedureVersion != 1 || at != "papers.ship" || len(v.Placeless) > 0 {
		t.Errorf("back it stands at %s of version %d, %v has no place", at, v.ProcedureVersion, v.Placeless)
	}
	if got := strings.Join(r.log()[len(r.log())-2:], "\n"); strings.Count(got, "moved {") != 2 {
		t.Errorf("the log ends with %s", got)
	}
}

// TestMoveTurnsToAnotherVersion: where the run was at more than two, tab shows what a
// move to each does, and enter takes the one that is shown.
func TestMoveTurnsToAnotherVersion(t *testing.T) {
	r := begun(t).outdated()
	r.keys("esc", "u", "enter")
	r.m.cfg.Library = flows.Open(fstest.MapFS{"harbour.yaml": {Data: []byte(strings.Replace(harbourText(t), "version: 1\n", "version: 3\n", 1))}}, testSpecs)
	r.keys("u").shows("Move to version 3?").keys("tab").shows("Move to version 1?").keys("tab").shows("Move to version 3?").keys("left", "enter")
	if v := r.m.page.View().ProcedureVersion; v != 1 {
		t.Errorf("at version %d", v)
	}
}

func harbourText(t *testing.T) string {
	t.Helper()
	doc, err := os.ReadFile("testdata/procedures/harbour.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(doc)
}

// TestMoveIsNotOffered: where there is no other version, where the run is finished, and
// while something is under way or typed that has no place there, the reason is said.
func TestMoveIsNotOffered(t *testing.T) {
	for want, set := range map[string]func(r *rig){
		"There is no other version of this procedure here.": func(r *rig) { r.keys("esc") },
		"The run is finished: it stays at the version by which it was finished.": func(r *rig) {
			r.outdated()
			r.theirs(run.Abandon{Outcome: "x", Why: "y"})
			r.again()
		},
		"What is typed at Flags has no place in version 2. Enter it or clear it first.": func(r *rig) {
			r.outdated()
			r.keys("esc")
			r.m.page.Type(walk.Typing{At: flows.At("papers.flags"), Text: "blue"})
		},
		"Something is still under way in this run. Move it once that has ended.": func(r *rig) {
			r.outdated().keys("esc")
			r.m.running = &runningCheck{}
			r.keys("u")
			r.m.running = nil
		},
	} {
		r := begun(t)
		set(r)
		if r.keys("u"); r.m.over != nil && r.m.status.text == "" || r.m.page.View().ProcedureVersion != 1 {
			t.Errorf("the room is open, want %s\n%s", want, r.screen())
		}
		if want[:9] != "Something" && r.m.status.text != want {
			t.Errorf("it says %q, want %q", r.m.status.text, want)
		}
	}
}

// TestMoveHidesWhatIsInternal while others look on: neither the table nor what has no
// place names it, and nobody is told that there is another version.
func TestMoveHidesWhatIsInternal(t *testing.T) {
	r := begun(t).outdated()
	r.goTo("papers")
	r.keys("esc", "f3", "u").shows("Flags: is no longer there", "Internal step").hides("A sketch is there", "The berth", "a sketch of the pier")
	r.keys("enter", "u", "pgdown").shows("Flags", "Red").hides("A sketch is there", "The berth", "a sketch of the pier")
	r.keys("esc", "ctrl+o").hides("Version 2")
}

// TestMoveInAnotherWindow: this one goes along with its answer, and with what is being
// typed by then: it stays under the fingers.
func TestMoveInAnotherWindow(t *testing.T) {
	r := begun(t).outdated()
	r.goTo("papers")
	r.focus("ship")
	r.theirs(run.Move{To: r.renewed()})
	r.slow = true
	r.keys("'x'", "enter", "'y'")
	r.slow = false
	for _, cmd := range r.late {
		r.do(cmd)
	}
	r.shows("Another program moved the run to version 2 of its procedure.").keys("'z'")
	if got := r.value("documents", "vessel"); got != "Aurorax" {
		t.Errorf("the ship is %v", got)
	}
	if at, typed := r.m.page.At().String(), r.m.page.TypedIn(flows.At("documents.berth_mail")); at != "documents.berth_mail" || len(typed) != 1 || typed[0].Text != "a@example.orgyz" {
		t.Errorf("at %s is typed %v\n%s", at, typed, r.screen())
	}
}

// TestMoveTakesNoKeysElsewhere: where the field has no place any more in which somebody
// types, what is typed on is not for the next one.
func TestMoveTakesNoKeysElsewhere(t *testing.T) {
	r := begun(t).outdated()
	r.goTo("papers")
	r.fastAnswer("beds", nil)
	r.focus("flags")
	r.theirs(run.Move{To: r.renewed()})
	if _, err := r.m.page.s.Do(true, run.Note{Step: "papers", Text: "seen"}); err != nil {
		t.Fatal(err)
	}
	r.do(r.m.page.carrier.runAll(r.m.page.Save()))
	if at := r.m.page.At().String(); at != "documents.form" || r.m.page.engaged {
		t.Errorf("at %s keys are taken: %v", at, r.m.page.engaged)
	}
}
