package desk

import "testing"

// TestWhatDidNotWorkIsSaidByAKey: it stands at its item, holds the step, and is
// taken back by the same key.
func TestWhatDidNotWorkIsSaidByAKey(t *testing.T) {
	r := begun(t).fill()
	r.goTo("sail")
	r.focus("cast-off")
	r.wait().keys("n").wait()
	r.shows(`"Cast off" did not work`)
	r.keys("enter")
	r.shows("Say what was to be seen.")
	r.keys("'the rope is stuck'", "enter").wait()
	r.shows("It is on record that it did not work.", "Ann: it did not work. the rope is stuck")
	if iv := r.m.page.View().Step("sail").Item("cast-off"); iv.NotWorked == nil {
		t.Fatal("nothing is said of it")
	}
	r.again()
	r.shows(`"Cast off" did not work: the rope is stuck`)
	r.goTo("sail")
	r.focus("cast-off")
	r.wait().keys("n").wait()
	r.shows(`Does "Cast off" work now?`, "Ann said: the rope is stuck")
	r.keys("'cut it'", "enter").wait()
	r.shows("It is on record that it works now.")
	r.hides("it did not work. the rope")
}
