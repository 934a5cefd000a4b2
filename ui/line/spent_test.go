package line

import (
	"strings"
	"testing"

	"lotse/flows/run"
	"lotse/storage/storetest"
)

// TestLinesSayHowLongItTakesHere, and how much is left with the steps.
func TestLinesSayHowLongItTakesHere(t *testing.T) {
	r := harbour(t)
	storetest.AddWorked(t, r.a, "harbour", storetest.Took{Step: "papers", Minutes: 6}, storetest.Took{Step: "crew", Minutes: 20},
		storetest.Took{Step: "berth", Minutes: 2}, storetest.Took{Step: "sail", Minutes: 1})
	r.begun("harbour", run.Real).types("list", "quit")
	r.shows("About 4 minutes. Here it usually takes 6 minutes.", "About 29 minutes are left.")
}

// TestLinesSayNothingOfWhatNobodyKnows.
func TestLinesSayNothingOfWhatNobodyKnows(t *testing.T) {
	r := harbour(t).begun("harbour", run.Real)
	r.types("list", "quit")
	r.shows("About 4 minutes.")
	for _, text := range []string{"Here it usually", "left."} {
		if strings.Contains(r.said(), text) {
			t.Errorf("said: %q\n%s", text, r.said())
		}
	}
}
