package desk

import (
	"strings"
	"testing"
	"time"

	"lotse/flows/run"
	"lotse/ui/desk/room"
)

// writes types a word as people type: a letter every tenth of a second.
func (r *rig) writes(word string) *rig {
	r.t.Helper()
	for _, c := range word {
		r.at = r.at.Add(100 * time.Millisecond)
		if c == '\r' {
			r.keys("enter")
		} else {
			r.keys("'" + string(c) + "'")
		}
	}
	return r
}

// TestAWordWhereNothingIsTypedDoesNothing types names onto everything that takes
// none, as somebody does who went one enter too far.
func TestAWordWhereNothingIsTypedDoesNothing(t *testing.T) {
	for _, f := range focuses {
		if strings.HasPrefix(f.name, "text") || strings.HasPrefix(f.name, "desk") || strings.Contains(f.name, "edited") || strings.Contains(f.name, "new row") || f.name == "cell" ||
			f.name == "area" || f.name == "date" || strings.HasPrefix(f.name, "secret") || strings.HasPrefix(f.name, "page") || strings.HasPrefix(f.name, "last page") {
			continue
		}
		for _, word := range []string{"Max Muster\r", "Ursula Oexle 12\r", "Quaxo e\r", "xaver\r", "Eva Amann\r", "Müller and Sons, 17\r", "J Muster\r"} {
			t.Run(f.name+"/"+word, func(t *testing.T) {
				r := standing(t, f.come)
				r.wait()
				before := r.stand()
				r.said = nil
				r.writes(word)
				after := r.stand()
				if before.events != after.events || before.step != after.step || before.focus != after.focus || r.quit || len(r.said) > 0 {
					t.Errorf("it does: %s\n%s", did(before, after), r.screen())
				}
				if opens := word[0] == 'x'; opens != (r.m.over != nil) || r.m.status.text == "" {
					t.Errorf("over the page lies %T, and it says %q", r.m.over, r.m.status.text)
				}
			})
		}
	}
}

// TestAWordGivesNoSecret: a word whose letters would open a kept secret and copy
// or show it does neither.
func TestAWordGivesNoSecret(t *testing.T) {
	for _, word := range []string{"Victor\r", "victor\r", "vc\r", "v\r"} {
		r := standing(t, func(r *rig) { r.keptSecret(); r.keys("esc") })
		r.wait()
		r.said = nil
		r.writes(word)
		if len(r.said) > 0 || len(r.uses()) > 0 || strings.Contains(r.screen(), "hunter2") {
			t.Errorf("%q: copied %v\n%s", word, r.said, r.screen())
		}
		if word[0] == 'v' { // after a pause it is meant
			r.wait().keys("enter").shows("hunter2")
		}
	}
}

// TestTheReasonBeginsAfterAPause opens the reason with the first letter of a word:
// the rest is no reason, and after a pause one is typed.
func TestTheReasonBeginsAfterAPause(t *testing.T) {
	for k, heading := range map[string]string{"x": "Skip this step", "e": "Note"} {
		r := standing(t, onItem("papers", "cargo"))
		r.writes(k + "aver Muster\r")
		f, ok := r.m.over.(*room.Form)
		if !ok || !strings.Contains(f.Heading, heading) || f.Text(0) != "" {
			t.Fatalf("%s: over the page lies %+v", k, r.m.over)
		}
		r.shows("pause, then type")
		r.wait().keys("'She is on holiday'", "ctrl+s")
		if sv := r.m.page.View().Step("papers"); sv.State != run.Skipped && len(sv.Notes) != 1 || sv.Why != "She is on holiday" && len(sv.Notes) != 1 {
			t.Errorf("%s: the step is %s, %q, %v", k, sv.State, sv.Why, sv.Notes)
		}
	}
}

// What opened by itself after a reason takes keys when its time is over, whatever
// is typed meanwhile.
func TestAReasonLeavesNothingBehind(t *testing.T) {
	r := standing(t, onItem("papers", "cargo")).keys("x").wait().keys("esc")
	r.m.openItself(newRipple(r.m, []run.Consequence{{Step: "crew", Title: "Who is aboard", Effect: run.Void}}))
	until := r.m.grace
	r.keys("'y'")
	if r.m.grace != until || r.m.status.text != "" {
		t.Errorf("keys are taken from %v on, not %v; it says %q", r.m.grace, until, r.m.status.text)
	}
}

// A letter that is meant acts at once, also one after another with a pause, and
// so does the first letter on a page without a field.
func TestALetterThatIsMeantActs(t *testing.T) {
	r := standing(t, onItem("papers", "cargo")).keys("x")
	if r.m.over == nil {
		t.Error("x does not open the reason")
	}
	r = standing(t, onItem("papers", "cargo"))
	r.wait().keys("c").wait().keys("p")
	if !r.m.share {
		t.Error("p does nothing after a pause")
	}
	r = standing(t, onItem("papers", "cargo")).keys("esc", "x", "'Later'", "enter")
	if sv := r.m.page.View().Step("papers"); sv.State != run.Skipped || sv.Why != "Later" {
		t.Errorf("on a page without a field the step is %s, %q", sv.State, sv.Why)
	}
	r = standing(t, onItem("papers", "cargo"))
	r.wait().keys("2", "enter")
	if r.value("papers", "cargo") == nil {
		t.Error("a number does not choose")
	}
}
