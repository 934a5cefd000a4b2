package check_test

import (
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestManyAddresses asks about the addresses of several fields and rows: each
// domain once, the most serious result for all of them.
func TestManyAddresses(t *testing.T) {
	field := func(id string, v flows.Value) run.CheckInput {
		return run.CheckInput{Param: "address", Item: flows.At("s." + id), Label: id, Value: v}
	}
	several := func(list ...string) flows.Value { return list }
	for _, c := range []struct {
		name, fault     string
		inputs          []run.CheckInput
		status, finding string
		phases          int // 0: those of a single domain
		causes          []string
	}{
		{"one address", "", []run.CheckInput{field("a", "it@muster.example")}, "passed", "", 0, nil},
		{"one cell with one", "", []run.CheckInput{field("a", several("it@muster.example"))}, "passed", "", 0, nil},
		{"one domain twice", "", []run.CheckInput{field("a", several("it@muster.example", "info@MUSTER.example"))}, "passed", "", 0, nil},
		{"two domains in a cell", "", []run.CheckInput{field("a", several("it@muster.example", "it@beispiel.example"))}, "passed", "", 2, nil},
		{"two domains in two rows", "", []run.CheckInput{field("a", several("it@muster.example")), field("b", several("it@beispiel.example"))}, "passed", "", 2, nil},
		{"a domain in letters and in ASCII", "", []run.CheckInput{field("a", several("it@münchen.example", "it@xn--mnchen-3ya.example"))}, "passed", "", 0, nil},
		{"rows without any", "", []run.CheckInput{field("a", nil), field("b", "it@muster.example")}, "passed", "", 0, nil},
		{"none at all", "", []run.CheckInput{field("a", nil), field("b", nil)}, "unknown", "missing", 0, []string{"s.a"}},
		{"one of one fails", "no-mail", []run.CheckInput{field("a", several("it@muster.example"))}, "failed", "no_mail", 0, []string{"s.a"}},
		{"all of two fail", "no-mail", []run.CheckInput{field("a", several("it@muster.example")), field("b", several("it@beispiel.example"))}, "failed", "no_mail", 2, []string{"s.a", "s.b"}},
		{"one is no address", "", []run.CheckInput{field("a", "it@muster.example"), field("b", "it@")}, "failed", "malformed", 2, []string{"s.b"}},
		{"the network is silent for both", "dns-silent", []run.CheckInput{field("a", "it@muster.example"), field("b", "it@beispiel.example")}, "unknown", "offline", 2, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, r := rehearsed(t, true)
			if c.fault != "" {
				if err := p.Switch("mail.domain", c.fault); err != nil {
					t.Fatal(err)
				}
			}
			got := ask(t, r, "mail.domain", c.inputs)
			if got.Status != c.status || got.Finding != c.finding {
				t.Errorf("%s %s (%s), want %s %s", got.Status, got.Finding, english(got.Message), c.status, c.finding)
			}
			if c.phases > 0 && len(got.Phases) != c.phases {
				t.Errorf("phases %+v, want %d", got.Phases, c.phases)
			}
			for _, item := range c.causes {
				if !leads(got, item) {
					t.Errorf("no cause leads to %s: %+v", item, got.Causes)
				}
			}
		})
	}
}

func leads(r run.CheckResult, item string) bool {
	for _, cause := range r.Causes {
		if cause.Item == flows.At(item) {
			return true
		}
	}
	return false
}
