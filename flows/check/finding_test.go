package check_test

import (
	"slices"
	"strings"
	"testing"

	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/flows/words"
)

// TestEveryFindingIsDeclaredWhole wants of every finding a status and sentences,
// and of its reasons that they lead to an input of a check that has it.
func TestEveryFindingIsDeclaredWhole(t *testing.T) {
	led := map[string]bool{} // code and parameter -> a check with the finding has the parameter
	for _, c := range check.All() {
		if !words.Has(c.Title) {
			t.Errorf("%s has no title", c.Name)
		}
		codes := map[string]bool{}
		for _, f := range c.Findings {
			if codes[f.Code] || f.Code == "" {
				t.Errorf("%s: %q is there twice, or is none", c.Name, f.Code)
			}
			codes[f.Code] = true
			if !slices.Contains([]string{check.Failed, check.Warned, check.Unknown}, f.Status) && (f.Status != check.Passed || f.Level != "tell") {
				t.Errorf("%s: %s has the status %q", c.Name, f.Code, f.Status)
			}
			for _, code := range append([]string{f.Message}, f.Also...) {
				if !words.Has(code) {
					t.Errorf("%s: %s has no sentence %q", c.Name, f.Code, code)
				}
			}
			for _, why := range slices.Concat(f.Reasons, f.Hints) {
				if !words.Has(why.Message) {
					t.Errorf("%s: %s has no sentence %q", c.Name, f.Code, why.Message)
				}
				at := f.Code + " at " + why.Param
				led[at] = led[at] || why.Param == "" || why.Param == check.Asked || takes(&c, why.Param)
			}
		}
	}
	for at, ok := range led {
		if !ok {
			t.Errorf("a reason leads nowhere: %s", at)
		}
	}
}

func takes(c *check.Check, param string) bool {
	for _, in := range c.Inputs {
		if in.Name == param {
			return true
		}
	}
	return false
}

// TestEveryFaultIsDeclaredWhole wants of every fault a sentence, and a finding
// that its check has.
func TestEveryFaultIsDeclaredWhole(t *testing.T) {
	for _, c := range check.All() {
		names := map[string]bool{}
		for _, f := range c.Faults {
			if f.Name == "" || names[f.Name] || !words.Has(f.Does) {
				t.Errorf("%s: %+v", c.Name, f)
			}
			names[f.Name] = true
			harmless := f.Name == "address-only" || strings.HasSuffix(f.Name, "-once")
			if found := f.Finding != ""; found == harmless || found && !has(&c, f.Finding) {
				t.Errorf("%s: %s finds %q", c.Name, f.Name, f.Finding)
			}
		}
	}
}

func has(c *check.Check, code string) bool {
	return slices.ContainsFunc(c.Findings, func(f check.Finding) bool { return f.Code == code })
}

// TestEveryFindingIsShown wants of every finding a fault, which
// TestEveryFaultIsNamed switches on, or an example, which is run here: what
// nothing shows is no finding.
func TestEveryFindingIsShown(t *testing.T) {
	examples := allExamples(t)
	for _, c := range check.All() {
		for code := range examples[c.Name] {
			if !has(&c, code) {
				t.Errorf("%s: an example for %s, which is not declared", c.Name, code)
			}
		}
		for _, f := range c.Findings {
			e, ok := examples[c.Name][f.Code]
			switch {
			case ok:
			case slices.ContainsFunc(c.Faults, func(known check.Fault) bool { return known.Finding == f.Code }):
				continue
			default:
				t.Errorf("%s: nothing shows %s", c.Name, f.Code)
				continue
			}
			t.Run(c.Name+"/"+f.Code, func(t *testing.T) {
				t.Parallel()
				got := e.run(t, c.Name)
				if got.Finding != f.Code && got.Counts[f.Code] == 0 {
					t.Fatalf("found %s %q: %s, %v", got.Status, got.Finding, english(got.Message), got.Counts)
				}
				holdNamed(t, c.Name, &got)
				if got.Counts[f.Code] > 0 && !tells(&got, &f) {
					t.Errorf("%s is counted and not told: %+v", f.Code, got.Phases)
				}
			})
		}
	}
}

// run runs a check as the example says.
func (e example) run(t *testing.T, name string) run.CheckResult {
	t.Helper()
	p, r := rehearsed(t, e.quick)
	if e.fault != "" {
		if err := p.Switch(e.at(name), e.fault); err != nil {
			t.Fatal(err)
		}
	}
	if e.env != nil {
		outside := env(networkOf(p, e.quick))
		e.env(&outside)
		r = check.NewRunner(outside)
	}
	got, err := r.Run(t.Context(), check.Request{Check: name, Mode: run.Rehearsal, Run: "7f3abc0001", Round: 1, Inputs: e.inputs, HTTP: requested[name]}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// at is the check whose portal is asked.
func (e example) at(name string) string {
	if strings.HasPrefix(name, "register.") {
		return "rackbeat.registers"
	}
	return name
}
