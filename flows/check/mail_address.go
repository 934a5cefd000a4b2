package check

import (
	"context"

	"lotse/flows"
	"lotse/flows/run"
)

// mailAddressSpec asks all rules of an address at once.
var mailAddressSpec = flows.CheckSpec{
	Name:     "mail.address",
	Title:    "The e-mail address is well formed",
	Inputs:   []flows.Input{{Name: "address", Types: addressTypes, Required: true}},
	Findings: []string{"malformed", "unicode", "look_alike", "known_typo", "free_mail", "personal", "missing"},
}

// addressRules are the rules that follow the form, and what their breach is
// called as a finding.
var addressRules = []struct{ rule, finding string }{
	{"look-alike", "look_alike"}, {"known-typo", "known_typo"}, {"free-mail", "free_mail"}, {"shared-mailbox", "personal"},
}

// mailAddress asks for the form, then for each sign of a doubtful address.
func mailAddress(_ context.Context, j *job) run.CheckResult {
	address := j.inputs("address")[0]
	form := j.ask(flows.TypeEmail, address.Value, "", "")
	if form != nil && form.Level == flows.Must {
		return j.result(Failed, "malformed", form.Message, run.Cause{Message: form.Message, Item: address.Item})
	}
	finding, summary := "", flows.Message{}
	var causes []run.Cause
	note := func(code string, p *flows.Problem) {
		if finding == "" {
			finding, summary = code, p.Message
		}
		causes = append(causes, run.Cause{Message: p.Message, Item: address.Item})
	}
	if form != nil {
		note("unicode", form)
	}
	for _, r := range addressRules {
		if p := j.ask(flows.TypeEmail, address.Value, r.rule, flows.Warn); p != nil {
			note(r.finding, p)
		}
	}
	if finding != "" {
		return j.result(Warned, finding, summary, causes...)
	}
	return j.result(Passed, "", say("address_passed", "address", flows.Format(address.Value)))
}
