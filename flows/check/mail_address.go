package check

import (
	"context"

	"lotse/flows"
	"lotse/flows/run"
)

// What can be found about an address: the sentence is that of the violation.
var (
	addressMalformed = Finding{Code: "malformed", Status: Failed, Message: "email", Also: []string{"email_name", "email_dot", "email_domain", "email_long", "too_long"}}
	addressUnicode   = Finding{Code: "unicode", Status: Warned, Message: "email_unicode"}
	addressLookAlike = Finding{Code: "look_alike", Status: Warned, Message: "look-alike"}
	addressTypo      = Finding{Code: "known_typo", Status: Warned, Message: "known-typo"}
	addressFree      = Finding{Code: "free_mail", Status: Warned, Message: "free-mail"}
	addressPersonal  = Finding{Code: "personal", Status: Warned, Message: "shared-mailbox"}
)

// mailAddressCheck checks all rules for an address at once.
func mailAddressCheck() Check {
	return Check{
		Name:     "mail.address",
		Title:    "check.title_mail_address",
		Inputs:   []flows.Input{{Name: "address", Types: addressTypes, Required: true}},
		Findings: []Finding{addressMalformed, addressUnicode, addressLookAlike, addressTypo, addressFree, addressPersonal, missing},
		run:      mailAddress,
	}
}

// addressRules are the rules after the form, with the message if one holds,
// and the finding if it does not.
var addressRules = []struct {
	rule, right string
	violation   Finding
}{
	{"look-alike", "check.phase_look-alike", addressLookAlike},
	{"known-typo", "check.phase_known-typo", addressTypo},
	{"free-mail", "check.phase_free-mail", addressFree},
	{"shared-mailbox", "check.phase_shared-mailbox", addressPersonal},
}

// mailAddress checks the form, then each sign of a mistaken address.
func mailAddress(_ context.Context, j *job) run.CheckResult {
	address := j.inputs("address")[0]
	form := j.askForm(flows.TypeEmail, address.Value)
	if form != nil && form.Level == flows.Must {
		return j.found(addressMalformed, form.Message, run.Cause{Message: form.Message, Item: address.Item})
	}
	var first Finding
	var causes []run.Cause
	note := func(f Finding, p *flows.Problem) {
		if len(causes) == 0 {
			first = f
		}
		causes = append(causes, run.Cause{Message: p.Message, Item: address.Item})
	}
	if form != nil {
		note(addressUnicode, form)
	}
	for _, r := range addressRules {
		if p := j.askRule(flows.TypeEmail, address.Value, flows.Rule{Name: r.rule, Level: flows.Warn}, r.right); p != nil {
			note(r.violation, p)
		}
	}
	if len(causes) > 0 {
		return j.found(first, causes[0].Message, causes...)
	}
	return j.result(Passed, "", flows.Msg("check.address_passed", "address", flows.Format(address.Value)))
}
