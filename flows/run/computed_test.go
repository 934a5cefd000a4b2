package run_test

import (
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// tallied is a run of the procedure about values, with all answers.
func tallied(t *testing.T) *world {
	w := newWorldOf(t, "tally")
	w.must(run.Answer{At: flows.At("name"), Value: "Nord"}, run.Answer{At: flows.At("start"), Value: "2026-11-30"}, run.Answer{At: flows.At("size"), Value: 200.0}, run.Answer{At: flows.At("extra"), Value: "no"},
		run.AddRow{List: flows.At("wares"), Cells: map[string]flows.Value{"price": 0.1, "ware": "nut"}},
		run.AddRow{List: flows.At("wares"), Cells: map[string]flows.Value{"price": 0.2, "ware": "bolt"}})
	return w
}

func (w *world) wantValue(name string, want flows.Value) {
	w.t.Helper()
	iv := w.item(name)
	if iv.Value != want {
		w.t.Errorf("%s comes to %v, want %v (lacks %v)", name, iv.Value, want, iv.Lacks)
	}
	if (want == nil) == iv.Pending.IsZero() && iv.State != run.Hidden {
		w.t.Errorf("%s comes to %v and says %q", name, iv.Value, iv.Pending)
	}
}

func TestValues(t *testing.T) {
	w := tallied(t)
	for name, want := range map[string]flows.Value{
		"sums.due": "2026-12-14", "sums.left": 23.0, "sums.total": 200.3, "sums.grand": nil, "sums.mark": "NORD-200", "sums.many": "many",
	} {
		w.wantValue(name, want)
	}
	if got := w.item("sums.told").Item.Text.Body; got != "Due on 2026-12-14, 23 days from now." {
		t.Errorf("the text says %q", got)
	}
	for item, want := range map[string]string{"sums.pasted": "NORD-200", "sums.both": "NORD-200 2026-12-14", "sums.mark": "NORD-200"} {
		if got, _, err := w.view().Copy(w.item(item)); err != nil || got != want {
			t.Errorf("%s copies %q, %v; want %q", item, got, err, want)
		}
	}
	want := map[string]string{"sums.mark": "NORD-200", "sums.left": "23"}
	if got := run.Snapshot(w.inputs(flows.At("use.daily"))); encode(t, got) != encode(t, want) {
		t.Errorf("the check works on %v, want %v", got, want)
	}
	w.must(run.Answer{At: flows.At("extra"), Value: "yes"}, run.Answer{At: flows.At("more"), Value: 0.7})
	w.wantValue("sums.grand", 201.0)
	w.wantSame()
}

// What is not decided says what it needs, by the answers and not by the values
// between.
func TestValuesLack(t *testing.T) {
	w := newWorldOf(t, "tally")
	w.must(run.Answer{At: flows.At("extra"), Value: "yes"})
	for name, want := range map[string][]string{
		"sums.due": {"base.start"}, "sums.left": {"base.start"}, "sums.total": {"base.size"}, "sums.grand": {"base.size", "base.more"},
		"sums.mark": {"base.name", "base.size"}, "sums.many": {"base.size"},
	} {
		w.wantValue(name, nil)
		if got := w.item(name).Lacks; !slices.Equal(got, want) {
			t.Errorf("%s lacks %v, want %v", name, got, want)
		}
	}
	if got := words.Say("en", w.item("sums.grand").Pending); got != "Follows from Size and How much more" {
		t.Errorf("what follows says %q", got)
	}
	w.wantState("use", run.Blocked)
	if got := w.step("use").BlockedBy; !slices.Equal(got, []string{"base.size"}) {
		t.Errorf("the step is blocked by %v", got)
	}
	if got := w.item("sums.pasted").MissingField; got != "mark" {
		t.Errorf("the copy lacks %q", got)
	}
	w.must(run.AddRow{List: flows.At("wares"), Cells: map[string]flows.Value{"ware": "nut"}}, run.Answer{At: flows.At("size"), Value: 1.0})
	w.wantValue("sums.total", nil)
	if got := w.item("sums.total").Lacks; !slices.Equal(got, []string{"base.wares"}) {
		t.Errorf("with a cell missing, the total lacks %v", got)
	}
	w.must(run.Answer{At: flows.At("start"), Value: "no day"})
	w.wantValue("sums.due", nil)
	w.must(run.Answer{At: flows.At("start"), Value: "9999-12-30"})
	w.wantValue("sums.due", nil)
	if got := words.Say("en", w.item("sums.due").Pending); !strings.HasPrefix(got, "Cannot be worked out") {
		t.Errorf("a day that no calendar has: %q", got)
	}
}

// A rule of a value holds its step, and what cannot be used is read by nothing.
func TestValueRules(t *testing.T) {
	w := tallied(t)
	w.must(run.Answer{At: flows.At("name"), Value: "A name that is long"})
	w.wantProblem("sums", "mark.max-length", true)
	if got := w.item("sums.pasted").MissingField; got != "mark" {
		t.Errorf("a value that breaks its rule is copied: %q", got)
	}
	w.refused(flows.ErrNotComplete, run.Complete{Step: "sums"})
	w.must(run.Answer{At: flows.At("name"), Value: "Nord"})
	w.wantProblem("sums", "mark.max-length", false)
}

func TestValuesAreNotEntered(t *testing.T) {
	w := tallied(t)
	_, err := w.Do(true, run.Answer{At: flows.At("mark"), Value: "x"})
	if got := words.Say("en", asRefusal(err).Message); got != "sums.mark is worked out: change what it follows from (Name and Size)." {
		t.Errorf("entering a value says %q", got)
	}
	w.refused(flows.ErrUsage, run.Answer{At: flows.At("sums.left"), Value: 3.0})
}

// What rests on a value is looked at again where the value changes, and only there.
func TestValuesRipple(t *testing.T) {
	w := tallied(t)
	w.must(recorded("compare.equal", "passed"), recorded("compare.size", "passed"), run.Complete{Step: "sums"})
	out := w.refused(flows.ErrRipple, run.Answer{At: flows.At("name"), Value: "Süd"})
	if got := encode(t, out.Ripple); !strings.Contains(got, `"Effect":"look_again","Items":["equal"]`) || strings.Contains(got, `"size"`) {
		t.Errorf("a changed name has the consequences %s", got)
	}
	w.must(run.Answer{At: flows.At("name"), Value: " nord "}) // comes to the same
	if got := w.item("compare.equal").Status; got != "passed" {
		t.Errorf("a value that stays makes its check %s", got)
	}
	w.must(run.Answer{At: flows.At("size"), Value: 300.0})
	for item, want := range map[string]string{"compare.equal": "stale", "compare.size": "passed"} {
		if got := w.item(item).Status; got != want {
			t.Errorf("%s is %s, want %s", item, got, want)
		}
	}
	w.wantState("sums", run.Stale) // what was pasted is no longer so
	w.wantSame()
}

// The day changes a value by itself; no event says so, and what is folded again is
// the same.
func TestValuesOfTheDay(t *testing.T) {
	w := tallied(t)
	w.must(run.RecordCheck{At: flows.At("use.daily"), Result: run.CheckResult{Status: "passed", Inputs: run.Snapshot(w.inputs(flows.At("use.daily")))}})
	if got := w.item("use.daily").Status; got != "passed" {
		t.Fatalf("the check is %s", got)
	}
	events := len(w.Events())
	w.now = w.now.AddDate(0, 0, 1)
	w.wantValue("sums.left", 22.0)
	if got := w.item("use.daily").Status; got != "stale" {
		t.Errorf("on the next day the check is %s", got)
	}
	w.wantProblem("use", "daily.stale", true)
	if len(w.Events()) != events {
		t.Error("the day made an event")
	}
	w.now = w.now.AddDate(0, 0, -1)
	if got := w.item("use.daily").Status; got != "passed" {
		t.Errorf("back on its day the check is %s", got)
	}
	w.wantSame()
}
