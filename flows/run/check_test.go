package run_test

import (
	"context"
	"maps"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
	"lotse/flows/words"
)

// gauged is a run of the procedure about checks, with all answers.
func gauged(t *testing.T) *world {
	w := newWorldOf(t, "gauge")
	w.must(run.Answer{At: flows.At("known"), Value: "yes"}, run.Answer{At: flows.At("held"), Value: "Nordkai"},
		run.SetSecret{At: flows.At("key"), Sealed: w.sealed("s1")},
		run.AddRow{List: flows.At("names"), Cells: map[string]flows.Value{"each": "Nordkai"}},
		run.AddRow{List: flows.At("names"), Cells: map[string]flows.Value{"each": "Südkai"}})
	return w
}

func (w *world) inputs(item flows.Address) []run.CheckInput {
	w.t.Helper()
	inputs, err := w.CheckInputs(item)
	if err != nil {
		w.t.Fatal(err)
	}
	return inputs
}

func TestCheckInputs(t *testing.T) {
	w := gauged(t)
	inputs := w.inputs(flows.At("compare.all"))
	want := map[string]string{"base.held": "Nordkai", "base.names[r1].each": "Nordkai", "base.names[r2].each": "Südkai", "base.key": "k1-s1"}
	if got := run.Snapshot(inputs); !maps.Equal(got, want) {
		t.Errorf("snapshot %v, want %v", got, want)
	}
	for _, in := range inputs {
		switch {
		case in.Param == "key" && (in.SecretID != "s1" || in.Value != nil):
			t.Errorf("a secret comes by its handle: %+v", in)
		case in.Param == "way" && in.Value != "strict":
			t.Errorf("a constant: %+v", in)
		case in.Item == flows.At("base.held") && in.Label != "The held name":
			t.Errorf("a label: %+v", in)
		}
	}
	w.must(run.Answer{At: flows.At("known"), Value: "no"})
	for _, in := range w.inputs(flows.At("compare.all")) {
		if in.Item == flows.At("base.held") && in.Given() {
			t.Errorf("a hidden answer is read: %+v", in)
		}
	}
	if _, err := w.CheckInputs(flows.At("base.held")); err == nil {
		t.Error("a field has inputs like a check")
	}
}

// TestAnAnswerThatChangesWhileACheckRuns is what a slow check meets: its result
// is on record, and stale.
func TestAnAnswerThatChangesWhileACheckRuns(t *testing.T) {
	for name, change := range map[string]run.Command{
		"an answer":   run.Answer{At: flows.At("held"), Value: "Ostkai"},
		"a secret":    run.SetSecret{At: flows.At("key")},
		"a cell":      run.SetCell{At: flows.At("names").In("r2", "each"), Value: "Ostkai"},
		"a row less":  run.RemoveRow{At: flows.At("names").In("r1", "")},
		"a row more":  run.AddRow{List: flows.At("names"), Cells: map[string]flows.Value{"each": "Ostkai"}},
		"a condition": run.Answer{At: flows.At("known"), Value: "no"},
	} {
		t.Run(name, func(t *testing.T) {
			w := gauged(t)
			result := run.CheckResult{Status: "passed", Inputs: run.Snapshot(w.inputs(flows.At("compare.all")))}
			w.must(change)
			w.must(run.RecordCheck{At: flows.At("compare.all"), Result: result})
			if got := w.item("compare.all").Status; got != "stale" {
				t.Errorf("the result is %s, want stale", got)
			}
			if got := w.resume().item("compare.all").Status; got != "stale" {
				t.Errorf("after a resume it is %s", got)
			}
		})
	}
	w := gauged(t)
	result := run.CheckResult{Status: "passed", Inputs: run.Snapshot(w.inputs(flows.At("compare.all")))}
	w.must(run.SetCell{At: flows.At("names").In("r1", "note"), Value: "tall"}, run.RecordCheck{At: flows.At("compare.all"), Result: result})
	if got := w.item("compare.all").Status; got != "passed" {
		t.Errorf("another column changed, and the result is %s", got)
	}
}

// TestEveryResultStays holds that a repeated check overwrites nothing.
func TestEveryResultStays(t *testing.T) {
	w := gauged(t)
	w.must(run.RecordCheck{At: flows.At("compare.all"), Result: run.CheckResult{Status: "failed", Message: flows.Said("first")}})
	w.must(run.RecordCheck{At: flows.At("compare.all"), Result: run.CheckResult{Status: "passed", Message: flows.Said("second")}})
	all := ""
	for _, e := range w.Events() {
		all += string(e.Data)
	}
	if !strings.Contains(all, "first") || !strings.Contains(all, "second") || words.Say("en", w.item("compare.all").Result.Message) != "second" {
		t.Error("a result is gone")
	}
}

func TestAnUnknownResultIsAcceptedWithAReason(t *testing.T) {
	w := gauged(t)
	w.must(run.RecordCheck{At: flows.At("compare.all"), Result: run.CheckResult{Status: "unknown", Finding: "unreachable", Message: flows.Said("Not checked.")}})
	w.refused(flows.ErrNotComplete, run.Complete{Step: "compare"})
	for _, p := range w.step("compare").Problems() {
		if p.Level != flows.Must || words.Say("en", p.Message) != "Not checked." || !p.Acceptable {
			t.Errorf("problem %+v", p)
		}
	}
	w.must(run.Accept{Step: "compare", Problem: "all.unknown", Why: "they said so on the phone"}, run.Complete{Step: "compare"})
	w.must(run.RecordCheck{At: flows.At("compare.all"), Result: run.CheckResult{Status: "failed", Finding: "names", Message: flows.Said("They differ.")}})
	w.refused(flows.ErrNotAcceptable, run.Accept{Step: "compare", Problem: "all.failed", Why: "never mind"})
	w.wantState("compare", run.Stale)
}

// TestManyRowsMakeASmallSnapshot holds that a result of a long list stays small,
// and still tells whether one cell changed.
func TestManyRowsMakeASmallSnapshot(t *testing.T) {
	w := gauged(t)
	rows := make([]map[string]flows.Value, 1000)
	for i := range rows {
		rows[i] = map[string]flows.Value{"each": "a name that is the same"}
	}
	w.must(run.ReplaceRows{List: flows.At("names"), Rows: rows})
	snap := run.Snapshot(w.inputs(flows.At("compare.all")))
	if len(snap) != 3 || !strings.HasPrefix(snap["base.names.each"], "1000 rows, sha256:") {
		t.Fatalf("snapshot %v", snap)
	}
	w.must(run.RecordCheck{At: flows.At("compare.all"), Result: run.CheckResult{Status: "passed", Inputs: snap}})
	if got := w.item("compare.all").Status; got != "passed" {
		t.Errorf("the result is %s", got)
	}
	row := w.item("base.names").Rows[500].Row
	w.must(run.SetCell{At: flows.At("names").In(row, "each"), Value: "another"}, run.RecordCheck{At: flows.At("compare.all"), Result: run.CheckResult{Status: "passed", Inputs: snap}})
	if got := w.item("compare.all").Status; got != "stale" {
		t.Errorf("one cell of many changed, and the result is %s", got)
	}
	w.flush()
	seqs, err := w.Redact(context.Background(), flows.At("base.names"), "they asked")
	if err != nil || len(seqs) < 4 {
		t.Errorf("erased %v, %v", seqs, err)
	}
}

// TestErasingAnAnswerErasesTheResultsThatCarryIt looks for the answer in all
// that is kept.
func TestErasingAnAnswerErasesTheResultsThatCarryIt(t *testing.T) {
	for target, words := range map[flows.Address]string{flows.At("base.held"): "Nordkai-held", flows.At("base.names"): "Nordkai-row"} {
		w := gauged(t)
		w.must(run.Answer{At: flows.At("held"), Value: "Nordkai-held"}, run.SetCell{At: flows.At("names").In("r1", "each"), Value: "Nordkai-row"})
		w.must(run.RecordCheck{At: flows.At("compare.all"), Result: run.CheckResult{Status: "failed", Message: flows.Said(words), Inputs: run.Snapshot(w.inputs(flows.At("compare.all")))}})
		w.flush()
		if _, err := w.Redact(context.Background(), target, "they asked"); err != nil {
			t.Fatal(err)
		}
		for _, e := range w.Events() {
			if strings.Contains(string(e.Data), words) {
				t.Errorf("%s still stands in event %d (%s)", words, e.Seq, e.Kind)
			}
		}
	}
}

// TestASecretIsJudgedWhenItIsEntered holds that of a secret only what is wrong
// with it is kept.
func TestASecretIsJudgedWhenItIsEntered(t *testing.T) {
	w := gauged(t)
	const value = "no-rackbeat-key-at-all"
	set, err := w.Seal(context.Background(), sealer{w: w}, flows.At("key"), "", run.NewSecret([]byte(value)))
	if err != nil {
		t.Fatal(err)
	}
	w.must(set)
	w.wantProblem("base", "key.rackbeat-key", true)
	w.resume().wantProblem("base", "key.rackbeat-key", true)
	for _, e := range w.Events() {
		if strings.Contains(string(e.Data), value) {
			t.Errorf("event %d carries the secret", e.Seq)
		}
	}
	w.must(run.SetSecret{At: flows.At("key"), Sealed: w.sealed("s4")})
	w.wantProblem("base", "key.rackbeat-key", false)
	if _, err := w.Seal(context.Background(), sealer{w: w}, flows.At("held"), "", run.NewSecret([]byte(value))); err == nil {
		t.Error("a text is sealed like a secret")
	}
}

// sealer is a vault that only seals.
type sealer struct {
	run.Vault
	w *world
}

func (s sealer) Seal(_ context.Context, _ run.Mode, _, field, origin string, _ run.Secret) (run.Sealed, error) {
	sealed := *s.w.sealed("sealed-" + field)
	sealed.Origin = origin
	return sealed, nil
}

func (s sealer) Prepare(context.Context, run.Mode) (bool, error) { return false, nil }

// TestProblemsSayWhatTheyName looks for names that no argument was put in for.
func TestProblemsSayWhatTheyName(t *testing.T) {
	for _, w := range []*world{newWorldOf(t, "harbour"), gauged(t)} {
		w.must(run.SetSecret{At: map[string]flows.Address{"harbour": flows.At("pass"), "gauge": flows.At("key")}[w.proc.ID], Sealed: w.sealed("s9")})
		if w.proc.ID == "gauge" {
			w.must(run.Tick{At: flows.At("base.proved")}, run.Tick{At: flows.At("base.pictured")}, run.AddRow{List: flows.At("few")}, run.AddRow{List: flows.At("most")}, run.AddRow{List: flows.At("most")})
			for _, id := range []string{"few.min", "most.max", "proved.evidence", "pictured.evidence"} {
				w.wantProblem("base", id, true)
			}
		}
		for _, s := range w.view().Steps {
			for _, p := range s.Problems() {
				if strings.ContainsAny(words.Say("en", p.Message), "{}") || !strings.HasSuffix(words.Say("en", p.Message), ".") {
					t.Errorf("%s.%s: %s", s.Step.ID, p.ID, words.Say("en", p.Message))
				}
			}
		}
	}
}
