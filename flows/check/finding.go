package check

import "lotse/flows"

// Finding is something that a check can find, with its message and causes. A
// finding of several checks is declared once and listed in each.
type Finding struct {
	Code    string      // by which procedures and programs know it
	Status  string      // of a result with this finding
	Level   flows.Level // of a check that finds many things at once: how serious it is
	Message string      // code of its sentence
	Also    []string    // codes of the sentences that take its place where more is known, or less
	Reasons []Reason    // what most likely lies behind it, the likeliest first
	Hints   []Reason    // what may lie behind it beside, where the check sees a sign of that
}

// Reason is a possible cause of a finding.
type Reason struct {
	Message string // code of its sentence
	Param   string // of the answer to look at; "" where none is meant
}

// Asked as the Param of a reason means the parameter with the address that was
// asked.
const Asked = "asked"

// Fault is something that goes wrong at the simulated portal of a check while
// it is switched on. The portal implements it, by its name.
type Fault struct {
	Name    string
	Does    string // code of the sentence for whoever chooses it
	Finding string // code of what the check finds then; "" for nothing
}

// missing is the runner's finding for every check without a required input.
var missing = Finding{Code: "missing", Status: Unknown, Message: "check.missing"}
