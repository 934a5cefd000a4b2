package check

import (
	"slices"

	"lotse/flows"
	"lotse/flows/run"
)

// ending is why a check that uses the network does not pass: the finding, and
// its sentence.
type ending struct {
	Finding
	said  flows.Message
	hints []Reason // those of the finding's Hints that the check has seen a sign of
}

// end makes an ending of a finding; args are the arguments of its sentence.
func end(f Finding, args ...any) *ending {
	return &ending{Finding: f, said: flows.Msg(f.Message, args...)}
}

// hint adds a possible cause that the check has seen a sign of.
func (e *ending) hint(why Reason) *ending {
	e.hints = append(e.hints, why)
	return e
}

// saying adds the server's own words, if there are any.
func (e *ending) saying(words string) *ending {
	if words != "" {
		e.said = flows.Msg("check.net_says", "what", e.said, "words", words)
	}
	return e
}

// ended makes a result of an ending. asked is the parameter with the address
// that was asked. Causes that the check has seen a sign of come before those
// that are only likely.
func (j *job) ended(e *ending, asked string) run.CheckResult {
	var causes []run.Cause
	for _, why := range slices.Concat(e.hints, e.Reasons) {
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

// stop ends a phase with an ending.
func (j *job) stop(phase string, e *ending) *ending {
	j.phase(phase, e.Status, e.said)
	return e
}
