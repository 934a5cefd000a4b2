package line

import (
	"testing"

	"lotse/flows/run"
)

// TestLinesSayWhatDidNotWork, and that it works again.
func TestLinesSayWhatDidNotWork(t *testing.T) {
	r := harbour(t).begun("harbour", run.Rehearsal)
	r.types("resolved", "failed The field is grey.", "quit")
	r.shows("Nobody said that Ship did not work", "It is on record that it did not work.")
	if iv := r.view().Step("papers").Item("ship"); iv.NotWorked == nil || iv.NotWorked.Why != "The field is grey." {
		t.Errorf("it is said %+v", iv.NotWorked)
	}
	r.types("resolved", "quit")
	r.shows(`"Ship" did not work: The field is grey.`, "It is on record that it works now.")
	if iv := r.view().Step("papers").Item("ship"); iv.NotWorked != nil {
		t.Errorf("it is said %+v", iv.NotWorked)
	}
	r.types("failed", "", "quit")
	r.shows("What was to be seen?", "Say what was to be seen.")
}
