package run_test

import (
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// A default that is made of answers is proposed once all of them are there, follows
// them until somebody answers, and is read as an answer meanwhile.
func TestADefaultThatFollowsAnswers(t *testing.T) {
	w := newWorldOf(t, "quay")
	want := func(when string, value flows.Value, proposed bool, copied string) {
		t.Helper()
		iv := w.item("quay.berth_until")
		if iv.Value != value || iv.Default != proposed {
			t.Errorf("%s it is %v, proposed: %t", when, iv.Value, iv.Default)
		}
		if got, _, _ := w.view().Copy(w.item("quay.berth")); got != copied {
			t.Errorf("%s it is pasted as %q", when, got)
		}
	}
	want("at first", nil, false, "")
	w.must(run.Answer{At: flows.At("cargo"), Value: "grain"})
	want("with one of two", nil, false, "")
	w.must(run.Answer{At: flows.At("stay"), Value: "36.5"})
	want("with both", "Muster GmbH, 36.5 h (grain)", true, "berth=Muster GmbH, 36.5 h (grain)")
	w.must(run.Answer{At: flows.At("cargo"), Value: "oil"})
	want("after a change", "Muster GmbH, 36.5 h (oil)", true, "berth=Muster GmbH, 36.5 h (oil)")

	// What was pasted with it is to be looked at again.
	w.must(run.Answer{At: flows.At("mooring"), Value: "tank"}, run.Tick{At: flows.At("quay.moored")}, run.Complete{Step: "ship"}, run.Complete{Step: "quay"})
	out, err := w.Do(false, run.Answer{At: flows.At("stay"), Value: "12"})
	if err == nil || !slices.ContainsFunc(out.Ripple, func(c run.Consequence) bool {
		return c.Effect == run.LookAgain && slices.Contains(c.Items, "berth")
	}) {
		t.Errorf("the change means %+v, %v", out.Ripple, err)
	}

	w.must(run.Answer{At: flows.At("berth_until"), Value: "Mine"}, run.Answer{At: flows.At("stay"), Value: "12"})
	want("once it is answered", "Mine", false, "berth=Mine")
	w.must(run.Answer{At: flows.At("berth_until"), Value: ""})
	want("once that is cleared", "Muster GmbH, 12 h (oil)", true, "berth=Muster GmbH, 12 h (oil)")
}
