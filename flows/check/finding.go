package check

import "lotse/flows"

// Finding is something that a check can find, and all that is told of it. One
// that several checks can find is declared once and stands in the list of each.
type Finding struct {
	Code    string      // by which procedures and programs know it
	Status  string      // of a result with this finding
	Level   flows.Level // of a check that finds many things at once: how serious it is
	Message string      // code of its sentence
	Also    []string    // codes of the sentences that take its place where more is known, or less
	Reasons []Reason    // what most likely lies behind it, the likeliest first
	Hints   []Reason    // what may lie behind it beside, where the check sees a sign of that
}

// Reason is what may lie behind a finding.
type Reason struct {
	Message string // code of its sentence
	Param   string // of the answer to look at; "" where none is meant
}

// Asked is the Param of a reason for whatever parameter holds the address that
// was asked.
const Asked = "asked"

// Fault is something that goes wrong at the simulated portal of a check while it
// is switched on. The portal does it, by its name.
type Fault struct {
	Name    string
	Does    string // code of the sentence for whoever chooses it
	Finding string // code of what the check finds then; "" for nothing
}

// missing is found by the runner, for every check that cannot do without an
// input.
var missing = Finding{Code: "missing", Status: Unknown, Message: "check.missing"}
