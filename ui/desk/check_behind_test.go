package desk

import (
	"testing"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
)

// TestACauseThatNamesNoAnswerIsShown has a result whose causes lead nowhere, and
// one with none.
func TestACauseThatNamesNoAnswerIsShown(t *testing.T) {
	r := comparing(t, "info@example.org", "info@example.org")
	seen := run.Phase{Name: "dns", Label: flows.Msg("check.step_dns"), Status: check.Passed, Message: flows.Said("192.0.2.7")}
	result := run.CheckResult{Status: check.Unknown, Finding: "blocked", Message: flows.Msg("check.net_blocked", "host", "x.example", "status", 403), Phases: []run.Phase{seen}}
	for _, causes := range [][]run.Cause{{{Message: flows.Msg("check.why_gate")}}, nil} {
		result.Causes = causes
		if _, err := r.m.page.s.Do(true, run.RecordCheck{At: flows.At("compare.equal"), Result: result}); err != nil {
			t.Fatal(err)
		}
		r.refresh()
		r.focus("equal")
		r.keys("enter").shows("x.example does not let this request in (403)", "Name: 192.0.2.7")
		if causes == nil {
			r.hides("Possible causes")
		} else {
			r.shows("Possible causes", "A gateway in front of the service may let in only")
		}
		r.keys("esc")
	}
}
