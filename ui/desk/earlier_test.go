package desk

import (
	"os"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// comesAgain is a rig on a run of a customer who has two others, with a ship each.
func comesAgain(t *testing.T, mode run.Mode) *rig {
	t.Helper()
	r := begun(t)
	for _, ship := range []string{"Aurora", "Aurora", "Bellona II"} {
		r.wait().do(r.m.start("harbour", "Muster GmbH", run.Rehearsal))
		r.fastAnswer("ship", ship)
	}
	r.do(r.m.start("harbour", "Muster GmbH", mode))
	r.focus("ship")
	return r
}

// fastAnswer gives an answer without keys, and saves it.
func (r *rig) fastAnswer(item string, v flows.Value) {
	r.t.Helper()
	if _, err := r.m.page.s.Do(true, run.Answer{At: flows.At(item), Value: v}); err != nil {
		r.t.Fatal(err)
	}
	if err := r.m.page.s.(*run.Session).Flush(r.t.Context()); err != nil {
		r.t.Fatal(err)
	}
}

// TestAnEarlierAnswerIsOffered with where, when and who, and is taken over by its
// key alone; once more it is the next one.
func TestAnEarlierAnswerIsOffered(t *testing.T) {
	r := comesAgain(t, run.Rehearsal)
	r.shows("earlier: Bellona II · A berth in the harbour, today, Ann ·", "ctrl+r takes it over")
	if v := r.value("papers", "ship"); !flows.Empty(v) {
		t.Fatalf("the answer is %v before anybody took one over", v)
	}
	r.keys("ctrl+r").shows("Taken over from \"A berth in the harbour\", run ", "earlier: Aurora · ")
	if v := r.value("papers", "ship"); flows.Format(v) != "Bellona II" {
		t.Errorf("the answer is %v", v)
	}
	r.keys("ctrl+r").shows("earlier: Bellona II · ")
	if v := r.value("papers", "ship"); flows.Format(v) != "Aurora" || r.m.page.At().Item != "ship" {
		t.Errorf("the answer is %v at %s", v, r.m.page.At())
	}
	r.keys("ctrl+z")
	r.focus("ship")
	r.keys("enter")
	if at := r.m.page.At(); at.Item == "ship" {
		t.Errorf("enter stays at %s", at)
	}
}

// TestNoEarlierAnswerIsOffered to others, over what is typed, in another mode.
func TestNoEarlierAnswerIsOffered(t *testing.T) {
	r := comesAgain(t, run.Rehearsal)
	r.keys("f3").hides("earlier:").keys("ctrl+r").shows("No other run of this customer has an answer to take over here.")
	r.keys("f3").shows("earlier: Bellona II").keys("'x'").hides("earlier:")
	if r.keys("ctrl+r"); !flows.Empty(r.value("papers", "ship")) {
		t.Errorf("the answer is %v", r.value("papers", "ship"))
	}
	comesAgain(t, run.Demo).hides("earlier:").keys("ctrl+r").shows("No other run of this customer")
	r.send(earlierMsg{of: r.m.page, err: os.ErrPermission})
	r.shows("Access to the file is denied")
}
