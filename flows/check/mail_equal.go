package check

import (
	"context"

	"lotse/flows"
	"lotse/flows/run"
)

// mailEqualSpec compares addresses (SG-12): those of must have to be the same,
// those of warn should be the same as they are.
var mailEqualSpec = flows.CheckSpec{
	Name:  "mail.equal",
	Title: "The e-mail addresses are the same",
	Inputs: []flows.Input{
		{Name: "must", Types: addressTypes, Required: true, Many: true},
		{Name: "warn", Types: addressTypes, Many: true},
	},
	Findings: []string{"invisible", "look_alike", "domain", "local_part", "letter_case", "trailing_dot", "malformed", "missing"},
}

// comparison is the comparison of addresses while it runs.
type comparison struct {
	*job
	status, finding string
	summary         flows.Message
	causes          []run.Cause
	differing       int
}

// mailEqual compares every address with the first; one that only should be the
// same, with each different one of those that have to be.
func mailEqual(_ context.Context, j *job) run.CheckResult {
	c := &comparison{job: j, status: Passed}
	must := j.there("must")
	var distinct []run.CheckInput
	for i := range must {
		if (i == 0 || c.pair(&must[0], &must[i], Failed)) && len(distinct) < maxDistinct {
			distinct = append(distinct, must[i])
		}
	}
	for _, should := range j.there("warn") {
		for i := range distinct {
			c.pair(&distinct[i], &should, Warned)
		}
	}
	return c.end(must)
}

// there are the inputs of a parameter that have an address.
func (j *job) there(param string) []run.CheckInput {
	var some []run.CheckInput
	for _, in := range j.inputs(param) {
		if in.Given() {
			some = append(some, in)
		}
	}
	return some
}

// pair compares two addresses and reports whether they differ; most is what
// their difference can be at the worst.
func (c *comparison) pair(a, b *run.CheckInput, most string) bool {
	d := differ(flows.Format(a.Value), flows.Format(b.Value))
	if most == Warned && d.status == Failed {
		d.status = Warned
	}
	detail := say("pair", "a", label(a), "b", label(b), "detail", d.detail)
	worse := d.finding != "" && (c.finding == "" || worst(c.status, d.status) != c.status)
	listed := worse || len(c.phases) < maxPhases
	if listed {
		c.phase(name(a)+" = "+name(b), d.status, detail)
	}
	if d.finding == "" {
		return false
	}
	c.differing++
	if worse {
		c.finding, c.summary, c.status = d.finding, detail, d.status
	}
	if listed {
		c.cause(a)
		c.cause(b)
	}
	return true
}

// A result lists so many comparisons, and what is worse than those before; so
// many different addresses are compared with those that should be the same.
const (
	maxPhases   = 50
	maxDistinct = 10
)

// name is what stands for an input in the name of a phase.
func name(in *run.CheckInput) string {
	if !in.Item.IsZero() {
		return in.Item.String()
	}
	return label(in)
}

// cause adds an address as a place to look at, once.
func (c *comparison) cause(in *run.CheckInput) {
	cause := run.Cause{Message: say("cause_address", "label", label(in), "address", flows.Format(in.Value)), Item: in.Item}
	for _, known := range c.causes {
		if known.Item == cause.Item {
			return
		}
	}
	c.causes = append(c.causes, cause)
}

// end judges. An address that has to be the same and is not there leaves it
// unknown, unless those that are there differ.
func (c *comparison) end(must []run.CheckInput) run.CheckResult {
	var missing []run.CheckInput
	for _, in := range c.inputs("must") {
		if !in.Given() {
			missing = append(missing, in)
		}
	}
	switch {
	case c.status == Failed:
	case len(missing) > 0:
		return c.lacking(missing)
	case len(must)+len(c.there("warn")) < 2:
		return c.unknown("nothing_to_compare")
	}
	if c.finding == "" {
		return c.result(Passed, "", say("equal_passed", "n", len(must)+len(c.there("warn"))))
	}
	if c.differing > 1 {
		c.summary = say("and_more", "summary", c.summary, "n", c.differing-1)
	}
	return c.result(c.status, c.finding, c.summary, c.causes...)
}
