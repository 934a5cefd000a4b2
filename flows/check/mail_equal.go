package check

import (
	"context"

	"lotse/flows"
	"lotse/flows/run"
)

// How two addresses can differ, with the status that it has between addresses
// that have to be the same. The sentence stands within that of the pair.
var (
	differInvisible = Finding{Code: "invisible", Status: Failed, Message: "check.invisible"}
	differLookAlike = Finding{Code: "look_alike", Status: Failed, Message: "check.position"}
	differDomain    = Finding{Code: "domain", Status: Failed, Message: "check.other_domain"}
	differLocal     = Finding{Code: "local_part", Status: Failed, Message: "check.position", Also: []string{"check.plus_tag", "check.longer", "check.shorter"}}
	differCase      = Finding{Code: "letter_case", Status: Warned, Message: "check.letter_case"}
	differDot       = Finding{Code: "trailing_dot", Status: Warned, Message: "check.trailing_dot"}
	differNoAddress = Finding{Code: "malformed", Status: Failed, Message: "check.no_at"}

	onlyOne = Finding{Code: "nothing_to_compare", Status: Unknown, Message: "check.nothing_to_compare"}
)

// mailEqualCheck compares addresses (SG-12): those of the parameter must have
// to be equal, those of warn should be.
func mailEqualCheck() Check {
	return Check{
		Name:  "mail.equal",
		Title: "check.title_mail_equal",
		Inputs: []flows.Input{
			{Name: "must", Types: addressTypes, Required: true, Many: true},
			{Name: "warn", Types: addressTypes, Many: true},
		},
		Findings: []Finding{differInvisible, differLookAlike, differDomain, differLocal, differCase, differDot, differNoAddress, onlyOne, missing},
		run:      mailEqual,
	}
}

// comparison is a running comparison of addresses.
type comparison struct {
	*job
	status, finding string
	summary         flows.Message
	causes          []run.Cause
	differing       int
}

// mailEqual compares every address with the first one; an address that only
// should be equal is compared with each different address that has to be.
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
	return c.verdict(must)
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

// pair compares two addresses and reports whether they differ; most is the
// worst status that their difference can have.
func (c *comparison) pair(a, b *run.CheckInput, most string) bool {
	d := differ(flows.Format(a.Value), flows.Format(b.Value))
	if most == Warned && d.Status == Failed {
		d.Status = Warned
	}
	detail := flows.Msg("check.pair", "a", label(a), "b", label(b), "detail", d.detail)
	worse := d.Code != "" && (c.finding == "" || worst(c.status, d.Status) != c.status)
	listed := worse || len(c.phases) < maxPhases
	if listed {
		c.labelled(name(a)+" = "+name(b), flows.Msg("check.step_pair", "a", label(a), "b", label(b)), d.Status, detail)
	}
	if d.Code == "" {
		return false
	}
	c.differing++
	if worse {
		c.finding, c.summary, c.status = d.Code, detail, d.Status
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

// name is the name of an input inside the name of a phase.
func name(in *run.CheckInput) string {
	if !in.Item.IsZero() {
		return in.Item.String()
	}
	return label(in)
}

// cause adds an address to the causes, once.
func (c *comparison) cause(in *run.CheckInput) {
	cause := run.Cause{Message: flows.Msg("check.cause_address", "label", label(in), "address", flows.Format(in.Value)), Item: in.Item}
	for _, known := range c.causes {
		if known.Item == cause.Item {
			return
		}
	}
	c.causes = append(c.causes, cause)
}

// verdict makes the result. If an address that has to be equal is missing, the
// result is unknown, unless the others differ.
func (c *comparison) verdict(must []run.CheckInput) run.CheckResult {
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
		return c.found(onlyOne, flows.Msg(onlyOne.Message))
	}
	if c.finding == "" {
		return c.result(Passed, "", flows.Msg("check.equal_passed", "n", len(must)+len(c.there("warn"))))
	}
	if c.differing > 1 {
		c.summary = flows.Msg("check.and_more", "summary", c.summary, "n", c.differing-1)
	}
	return c.result(c.status, c.finding, c.summary, c.causes...)
}
