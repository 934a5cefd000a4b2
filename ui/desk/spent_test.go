package desk

import (
	"strings"
	"testing"
	"time"

	"lotse/flows/run"
	"lotse/storage/storetest"
)

// worked is a rig on a run of a procedure that others have worked on: its steps took
// 6, 20, 2 and 1 minutes here.
func worked(t *testing.T) *rig {
	t.Helper()
	r := newRig(t)
	storetest.AddWorked(t, r.a, "harbour", storetest.Took{Step: "papers", Minutes: 6}, storetest.Took{Step: "crew", Minutes: 20},
		storetest.Took{Step: "berth", Minutes: 2}, storetest.Took{Step: "sail", Minutes: 1})
	r.do(r.m.start("harbour", "Muster GmbH", run.Real))
	return r
}

// TestAPageSaysHowLongItTakesHere beside what the procedure says, and once the step
// is done how long it took; others who look on may read it.
func TestAPageSaysHowLongItTakesHere(t *testing.T) {
	r := worked(t)
	r.shows("customer acts · usually 4 min · here 6 min", "about 29 min left").hides("took")
	r.keys("f3").shows("usually 4 min · here 6 min", "about 29 min left").keys("f3")
	r.at = r.at.Add(3 * time.Minute)
	r.focus("ship")
	r.keys("'Aurora'", "enter").shows("about 26 min left")
	r.focus("cargo")
	r.keys("1", "ctrl+s", "space", "ctrl+s")
	r.keys("alt+left").shows("took 3 min", "about 23 min left").hides("usually 4")
	r.keys("alt+right").shows("here 20 min").hides("usually")
}

// TestTheMinutesLeftGiveWay to the steps in a narrow window.
func TestTheMinutesLeftGiveWay(t *testing.T) {
	r := worked(t).size(40, 15)
	r.shows("●···  step 1 of 4      about 29 min left", "customer acts · here 6 min")
	many := opened(t, "techdata-work365", "en").size(80, 24).shows("step 1 of", "min left")
	many.size(40, 15).shows("step 1 of").hides("min left")
}

// TestWhereNothingIsKnownThePageSaysTheMinutesOfTheProcedure, and of a sum of which
// a part is not known nothing.
func TestWhereNothingIsKnownThePageSaysTheMinutesOfTheProcedure(t *testing.T) {
	r := newRig(t)
	r.do(r.m.start("harbour", "Muster GmbH", run.Real))
	r.shows("customer acts · 4 min", "step 1 of").hides("usually", "left")
}

// TestTheDeskSaysWhatIsLeft of the run that is chosen, in a pane and below the list.
func TestTheDeskSaysWhatIsLeft(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		r := worked(t)
		r.keys("esc", "esc").size(size[0], size[1])
		r.rest()
		if n := strings.Count(strings.Join(strings.Fields(r.screen()), " "), "min left"); n != 1 {
			t.Errorf("at %v it is said %d times what is left\n%s", size, n, r.screen())
		}
	}
}

// TestANewRunSaysHowLongWholeRunsTookHere.
func TestANewRunSaysHowLongWholeRunsTookHere(t *testing.T) {
	r := worked(t)
	r.keys("esc", "esc", "n").shows("here usually 29 minutes")
}
