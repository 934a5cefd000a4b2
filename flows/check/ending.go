package check

import (
	"lotse/flows"
	"lotse/flows/run"
)

// ending is why a check that asks the network does not pass: what was found, and
// its sentence.
type ending struct {
	Finding
	said flows.Message
}

// end is the ending with a finding; args are what its sentence names.
func end(f Finding, args ...any) *ending { return &ending{f, flows.Msg(f.Message, args...)} }

// ended makes a result of an ending. asked is the parameter that holds the
// address that was asked.
func (j *job) ended(e *ending, asked string) run.CheckResult {
	var causes []run.Cause
	for _, why := range e.Reasons {
		c := run.Cause{Message: flows.Msg(why.Message)}
		param := why.Param
		if param == Asked {
			param = asked
		}
		if in := j.inputs(param); len(in) > 0 {
			c.Item = in[0].Item
		}
		causes = append(causes, c)
	}
	return j.found(e.Finding, e.said, causes...)
}

// stop makes a phase of an ending.
func (j *job) stop(phase string, e *ending) *ending {
	j.phase(phase, e.Status, e.said)
	return e
}
