package check

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/register/compare"
	"lotse/flows/run"
)

// What Rackbeat says no with.
var (
	keyRefused        = Finding{Code: "key_refused", Status: Failed, Message: "check.net_key_refused", Reasons: []Reason{{"check.why_key", "key"}}, Hints: []Reason{unseenKey}}
	keyUnsendable     = Finding{Code: "key_unsendable", Status: Failed, Message: "check.net_key_unsendable", Reasons: []Reason{unseenKey}}
	permissionMissing = Finding{Code: "permission_missing", Status: Failed, Message: "check.net_permission_missing", Reasons: []Reason{{"check.why_permission", "key"}}}
)

// unseenKey is a possible cause of a refusal if the key has an invisible
// character.
var unseenKey = Reason{"check.why_unseen", "key"}

// rackbeatSelfCheck asks Rackbeat whose key it is, and requests the first page
// of each register.
func rackbeatSelfCheck() Check {
	return Check{
		Name:  "rackbeat.self",
		Title: "check.title_rackbeat_self",
		Inputs: []flows.Input{
			{Name: "key", Types: secretTypes, Required: true},
			{Name: "registers", Types: []flows.Type{flows.TypeChoices}},
			{Name: "url", Types: urlTypes},
		},
		Findings: jsonFindings(keyRefused, keyUnsendable, permissionMissing),
		Faults:   jsonFaults(keyFaults...),
		sends:    &sending{"key", "url", rackbeatURL},
		run:      rackbeatSelf,
	}
}

// keyFaults are the faults of a Rackbeat key.
var keyFaults = []Fault{
	{"key-refused", "check.fault_key_refused", keyRefused.Code},
	{"scope-missing", "check.fault_permission_missing", permissionMissing.Code},
}

// rackbeatURL is the address of Rackbeat's API (developer.rackbeat.com and its
// own client, read 2026-11-21).
const rackbeatURL = "https://app.rackbeat.com/api/"

// rackbeatSelf says whose key it is; only a person knows whether that is the
// right company. A key may open the company and not a register, so each
// register is asked for.
func rackbeatSelf(ctx context.Context, j *job) run.CheckResult {
	key, e := j.secret(ctx, "key", j.rackbeatBase())
	if e != nil {
		return j.ended(e, "url")
	}
	self, object, e := j.rackbeat(ctx, key, "self", nil)
	if e != nil {
		return j.ended(e, "url")
	}
	company, _ := object["company"].(map[string]any)
	name, _ := company["name"].(string)
	name = self.quote(name)
	self.pass("company", flows.Said(name))
	for _, register := range j.registers() {
		x, _, e := j.rackbeat(ctx, key, register, url.Values{"page": {"1"}, "limit": {"1"}})
		if e != nil {
			return j.ended(e, "url")
		}
		self.warned = append(self.warned, x.warned...)
	}
	return self.passed("url", flows.Msg("check.rackbeat_passed", "company", name))
}

// registers are the registers that the run is about.
func (j *job) registers() []string {
	var chosen []string
	for _, in := range j.inputs("registers") {
		all, _ := in.Value.([]string)
		if s, ok := in.Value.(string); ok {
			all = []string{s}
		}
		for _, r := range all {
			if slices.Contains(compare.Kinds(), compare.Kind(r)) {
				chosen = append(chosen, r)
			}
		}
	}
	return chosen
}

// rackbeatBase is the address of the API.
func (j *job) rackbeatBase() string { return cmp.Or(j.text("url"), rackbeatURL) }

// rackbeat sends one request to the API.
func (j *job) rackbeat(ctx context.Context, key, what string, query url.Values) (*exchange, map[string]any, *ending) {
	base := j.rackbeatBase()
	link, err := url.JoinPath(base, what)
	if err != nil {
		return nil, nil, end(urlMalformed, "url", base)
	}
	if len(query) > 0 {
		link += "?" + query.Encode()
	}
	x := j.exchange(http.MethodGet, link)
	x.prefix, x.who = what+" ", flows.Msg("check.who_rackbeat")
	if code := kindNames[compare.Kind(what)]; code != "" {
		x.who = flows.Msg(code)
	}
	if strings.ContainsFunc(key, func(c rune) bool { return c < ' ' && c != '\t' || c == 0x7f }) { // RFC 9110, section 5.5
		return nil, nil, x.stop("request", end(keyUnsendable, "host", hostOf(base)))
	}
	x.header.Set("Authorization", "Bearer "+key)
	x.header.Set("Consumer-Name", "Lotse")
	r, e := x.do(ctx)
	if e != nil {
		return nil, nil, e
	}
	object, e := x.rackbeatAnswer(r, what)
	return x, object, e
}

// rackbeatAnswer reads the API's answer.
func (x *exchange) rackbeatAnswer(r *reply, what string) (map[string]any, *ending) {
	if e := x.unexpectedReply(r); e != nil {
		return nil, x.stop("answer", e)
	}
	switch s := r.status; {
	case r.isGood():
	case r.isBlockedEarlier():
		return nil, x.stop("answer", x.refuse(r, blocked))
	case s == http.StatusUnauthorized:
		e := end(keyRefused)
		if x.unseen {
			e.hint(unseenKey)
		}
		return nil, x.stop("answer", e.saying(x.serverWords(r)))
	case s == http.StatusForbidden:
		return nil, x.stop("answer", end(permissionMissing, "register", what).saying(x.serverWords(r)))
	default:
		return nil, x.stop("answer", x.refuse(r, r.byStatus()))
	}
	object, e := x.object(r)
	if e != nil {
		return nil, x.stop("answer", e)
	}
	x.pass("answer", flows.Msg("check.rackbeat_read", "what", what))
	return object, nil
}
