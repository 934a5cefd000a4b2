package outside

import (
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
)

// asking is a run with one check.
type asking struct {
	check.Session
	runs   string
	inputs []run.CheckInput
	err    error
}

// Resolve is of check.Session.
func (a asking) Resolve(flows.Address) (*flows.Step, *flows.Item, error) {
	return &flows.Step{ID: "s"}, &flows.Item{ID: "c", Check: &flows.Check{Run: a.runs}}, nil
}

// CheckInputs is of check.Session.
func (a asking) CheckInputs(flows.Address) ([]run.CheckInput, error) { return a.inputs, a.err }

func TestHasColumns(t *testing.T) {
	file := func(param string) run.CheckInput {
		return run.CheckInput{Param: param, Value: "sha256:" + strings.Repeat("0a", 32) + "/cards.csv"}
	}
	for name, tt := range map[string]struct {
		asking
		want bool
	}{
		"a file":                 {asking{runs: "register.customers", inputs: []run.CheckInput{{Param: "netvisor"}, file("rackbeat")}}, true},
		"no file yet":            {asking{runs: "register.customers", inputs: []run.CheckInput{{Param: "netvisor"}, {Param: "rackbeat"}}}, false},
		"a file of another kind": {asking{runs: "register.customers", inputs: []run.CheckInput{file("letter")}}, false},
		"another check":          {asking{runs: "mail.domain", inputs: []run.CheckInput{file("netvisor")}}, false},
		"what is no check":       {asking{runs: "register.customers", inputs: []run.CheckInput{file("netvisor")}, err: flows.ErrNotFound}, false},
	} {
		if got := HasColumns(tt.asking, flows.At("s.c")); got != tt.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}
