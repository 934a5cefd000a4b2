package check

import (
	"slices"

	"lotse/flows"
	"lotse/flows/run"
)

// ending is why a check that asks the network does not pass: what was found, and
// its sentence.
type ending struct {
	Finding
	said  flows.Message
	hints []Reason // those of the finding's Hints that the check has seen a sign of
}

// end is the ending with a finding; args are what its sentence names.
func end(f Finding, args ...any) *ending {
	return &ending{Finding: f, said: flows.Msg(f.Message, args...)}
}

// hint adds what more may lie behind the ending.
func (e *ending) hint(why Reason) *ending {
	e.hints = append(e.hints, why)
	return e
}

// saying adds the server's own words, where there are any.
func (e *ending) saying(words string) *ending {
	if words != "" {
		e.said = flows.Msg("check.net_says", "what", e.said, "words", words)
	}
	return e
}

// ended makes a result of an ending. asked is the parameter that holds the
// address that was asked. What the check has seen a sign of comes before what is
// merely likely.
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

// stop makes a phase of an ending.
func (j *job) stop(phase string, e *ending) *ending {
	j.phase(phase, e.Status, e.said)
	return e
}
