package check

import (
	"lotse/flows"
	"lotse/flows/register/compare"
)

// phaseLabels are the labels of phases, by name. A phase without one says what
// it is in its message, such as a rule or a part of a link.
var phaseLabels = map[string]string{
	"address": "check.step_address", "dns": "check.step_dns", "connect": "check.step_connect", "proxy": "check.step_proxy", "tls": "check.step_tls",
	"request": "check.step_request", "answer": "check.step_answer", "clock": "check.step_clock", "regions": "check.step_regions", "company": "check.step_company",
	"issuer": "check.step_issuer", "names": "check.step_names", "ends": "check.step_ends", "txt": "check.step_txt",
	"mx": "check.step_mx", "servers": "check.step_servers",
	"form": "check.step_form", "look-alike": "check.step_look_alike", "known-typo": "check.step_known_typo", "free-mail": "check.step_free_mail", "shared-mailbox": "check.step_shared_mailbox",
	"code": "check.step_code", "business_id": "check.step_business_id", "name": "check.step_name",
}

// labelOf is the label of a phase: by its name, or by its input or register.
func (j *job) labelOf(name string) flows.Message {
	if code := phaseLabels[name]; code != "" {
		return flows.Msg(code)
	}
	if code := kindNames[compare.Kind(name)]; code != "" {
		return flows.Msg(code)
	}
	if in := j.inputs(name); len(in) > 0 && in[0].Label != "" {
		return flows.Said(in[0].Label)
	}
	return flows.Message{}
}

// labelOf is the label of a phase of an exchange; if a check asks several
// servers, it says which.
func (x *exchange) labelOf(phase string) flows.Message {
	label := x.job.labelOf(phase)
	if x.who.IsZero() {
		return label
	}
	return flows.Msg("check.step_at", "step", label, "who", x.who)
}
