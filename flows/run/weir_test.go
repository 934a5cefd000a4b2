package run_test

import (
	"slices"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

var atTheWeir = []run.Command{
	run.Answer{At: flows.At("name"), Value: "Nordkai"},
	run.Answer{At: flows.At("other"), Value: "x"},
	run.Answer{At: flows.At("alike"), Value: "y"},
	recorded("base.own", "passed"),
	run.Complete{Step: "base"},
}

// TestANewRoundLeavesWhatCannotBeDoneAgain: a step that needs the one that is
// opened again is looked at again, but for one whose gate was passed.
func TestANewRoundLeavesWhatCannotBeDoneAgain(t *testing.T) {
	w := newWorldOf(t, "weir")
	w.must(atTheWeir...)
	w.must(run.PassGate{At: flows.At("over.fall"), Word: "fall", By: "Ada"}, run.Complete{Step: "over"}, run.Tick{At: flows.At("beside.carried")}, run.Complete{Step: "beside"})
	w.must(run.WaitAnswered{At: flows.At("back.again")})
	if got := w.step("base").Round; got != 2 {
		t.Errorf("base is in round %d", got)
	}
	w.wantState("over", run.Done)
	w.wantState("beside", run.Stale)
	w.wantSame()
}

// TestAChangeBesideWhatReadsIt has the check beside a changed answer run again.
// The step itself is where the person is: it is not sent there.
func TestAChangeBesideWhatReadsIt(t *testing.T) {
	w := newWorldOf(t, "weir")
	w.must(atTheWeir...)
	out := w.refused(flows.ErrRipple, run.Answer{At: flows.At("name"), Value: "Südkai"})
	if got := effects(out.Ripple); len(got) != 1 || !slices.Equal(got["base look_again"], []string{"own"}) {
		t.Errorf("ripple %+v", out.Ripple)
	}
	n := len(w.Events())
	w.must(run.Answer{At: flows.At("name"), Value: "Südkai"})
	p, err := w.Events()[n].Payload()
	if a, ok := p.(*run.Answered); err != nil || !ok || !slices.Equal(a.Again, []string{"base.own"}) || len(a.Stale) != 0 {
		t.Errorf("%+v, %v", p, err)
	}
}

// TestAChangeBesideARuleThatReadsIt keeps the answer that the rule is about: what
// the rule says now stands on the page that the person is at.
func TestAChangeBesideARuleThatReadsIt(t *testing.T) {
	w := newWorldOf(t, "weir")
	w.must(atTheWeir...)
	out, err := w.Do(false, run.Answer{At: flows.At("other"), Value: "y"})
	if err != nil || !slices.Equal(effects(out.Ripple)["base keep"], []string{"alike"}) {
		t.Fatalf("%v, ripple %+v", err, out.Ripple)
	}
	w.wantProblem("base", "alike.twice", true)
	if w.item("base.alike").LookAgain {
		t.Error("it is to be looked at again")
	}
}

// TestASentDraftThatDoesNotApplyIsLeftAlone changes what stands in a letter whose
// step is not needed any more.
func TestASentDraftThatDoesNotApplyIsLeftAlone(t *testing.T) {
	w := newWorld(t)
	w.must(sent...)
	w.must(checked("passed", ""))
	w.wantState("change", run.NotNeeded)
	out, _ := w.Do(false, run.Answer{At: flows.At("name"), Value: "Südkai"})
	if _, again := effects(out.Ripple)["change look_again"]; again {
		t.Errorf("ripple %+v", out.Ripple)
	}
}

// TestWhatIsAcceptedInRowsRestsOnAnotherList: a change there opens it in every
// row again, whatever its own row is called.
func TestWhatIsAcceptedInRowsRestsOnAnotherList(t *testing.T) {
	w := newWorldOf(t, "weir")
	locks, boats := flows.At("locks"), flows.At("boats.boats")
	w.must(run.AddRow{List: locks, Cells: map[string]flows.Value{"wide": "no"}})
	var accepted []string
	for range 2 {
		w.must(run.AddRow{List: boats, Cells: map[string]flows.Value{"boat": "Aurora"}})
	}
	for _, p := range w.step("boats").Problems() {
		w.must(run.Accept{Step: "boats", Problem: p.ID, Why: "it is lifted"})
		accepted = append(accepted, p.ID)
	}
	if !slices.Equal(accepted, []string{"boats[r1].boat.narrow", "boats[r2].boat.narrow"}) {
		t.Fatalf("accepted %v", accepted)
	}
	w.must(run.SetCell{At: locks.In("r1", "wide"), Value: "hardly"})
	for _, p := range w.step("boats").Problems() {
		if p.Accepted != nil {
			t.Errorf("%s is accepted still", p.ID)
		}
	}
	w.wantSame()
}

// TestASecretThatDoesNotApplyIsNotCopied: like any answer, it is read by nothing
// then.
func TestASecretThatDoesNotApplyIsNotCopied(t *testing.T) {
	w := newWorldOf(t, "weir")
	w.must(run.Answer{At: flows.At("keyed"), Value: "yes"})
	for _, c := range []struct {
		does  run.Command
		lacks string
	}{
		{run.SetSecret{At: flows.At("key"), Sealed: w.sealed("s1")}, ""},
		{run.Answer{At: flows.At("keyed"), Value: "no"}, "key"},
		{run.Answer{At: flows.At("keyed"), Value: "yes"}, ""},
		{run.SetSecret{At: flows.At("key")}, "key"},
	} {
		w.must(c.does)
		it := w.item("key.key_copy")
		if _, secret, err := w.view().Copy(it); it.MissingField != c.lacks || secret != (c.lacks == "") || (err == nil) != secret {
			t.Errorf("%#v: it lacks %q, a secret %t, %v", c.does, it.MissingField, secret, err)
		}
	}
}
