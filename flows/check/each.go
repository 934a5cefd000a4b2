package check

import (
	"context"
	"strings"
	"time"

	"golang.org/x/net/idna"

	"lotse/flows"
	"lotse/flows/run"
)

// forEachDomain makes a check of one address take many, from several fields or
// from columns, also with several in a cell. Each domain is checked once, in
// the order of the addresses; the most serious result is the check's.
func forEachDomain(c Check) Check {
	one, param := c.run, c.Inputs[0].Name
	c.Inputs = []flows.Input{{Name: param, Types: []flows.Type{flows.TypeEmail, flows.TypeEmails}, Required: true, Many: true}}
	c.within = longestOfMany
	c.run = func(ctx context.Context, j *job) run.CheckResult {
		switch domains := j.domains(param); len(domains) {
		case 0:
			return j.lacking(j.inputs(param)[:1])
		case 1:
			j.Inputs = []run.CheckInput{domains[0].CheckInput}
			return one(ctx, j)
		default:
			return j.everyDomain(ctx, domains, one)
		}
	}
	return c
}

// longestOfMany is the time limit for many domains together.
const longestOfMany = 2 * time.Minute

// domainOf is an address with its domain in the form in which it is looked up.
type domainOf struct {
	run.CheckInput
	domain string
}

// domains are the addresses of a parameter, the first of each domain.
func (j *job) domains(param string) []domainOf {
	var all []domainOf
	known := map[string]bool{}
	for _, in := range j.inputs(param) {
		for _, address := range single(in.Value) {
			_, domain, _ := cut(address)
			if ascii, err := idna.Lookup.ToASCII(domain); err == nil {
				domain = ascii
			}
			if domain = strings.ToLower(domain); known[domain] && domain != "" {
				continue
			}
			known[domain] = true
			one := in
			one.Value = address
			all = append(all, domainOf{one, domain})
		}
	}
	return all
}

// single are the texts of an answer.
func single(v flows.Value) []string {
	if list, several := v.([]string); several {
		return list
	}
	if text := flows.Format(v); text != "" {
		return []string{text}
	}
	return nil
}

// everyDomain checks each domain, with a phase for each.
func (j *job) everyDomain(ctx context.Context, domains []domainOf, one func(context.Context, *job) run.CheckResult) run.CheckResult {
	all := j.result(Passed, "", flows.Msg("check.domains_passed", "n", len(domains)))
	wrong := 0
	for i := range domains {
		own := *j
		own.Inputs, own.progress = []run.CheckInput{domains[i].CheckInput}, nil
		r := one(ctx, &own)
		j.phase(domains[i].domain, r.Status, r.Message)
		if r.Status == Passed {
			continue
		}
		wrong++
		all.Causes = append(all.Causes, r.Causes...)
		if worst(all.Status, r.Status) != all.Status {
			all.Status, all.Finding, all.Message = r.Status, r.Finding, r.Message
		}
	}
	if wrong > 1 {
		all.Message = flows.Msg("check.and_more", "summary", all.Message, "n", wrong-1)
	}
	all.Phases = j.phases
	return all
}
