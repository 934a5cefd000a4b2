package check

import (
	"context"
	"net/http"
	"net/url"
	"slices"

	"lotse/flows"
	"lotse/flows/run"
)

// rackbeatSpec asks Rackbeat whose key it is, and for the first page of each
// register.
var rackbeatSpec = flows.CheckSpec{
	Name:  "rackbeat.self",
	Title: "Rackbeat accepts the key",
	Inputs: []flows.Input{
		{Name: "key", Types: secretTypes, Required: true},
		{Name: "registers", Types: []flows.Type{flows.TypeChoices}},
		{Name: "url", Types: urlTypes},
	},
	Findings: with(wayFindings, "key_refused", "permission_missing", "wrong_path", "html", "not_json", "packed", "unexpected", "secret_closed", "missing"),
}

// rackbeatURL is where Rackbeat's API is (developer.rackbeat.com and its own
// client, read 2026-11-21).
const rackbeatURL = "https://app.rackbeat.com/api/"

// rackbeatRegisters are the registers that can be asked for, by their names in
// the API.
var rackbeatRegisters = []string{"customers", "suppliers", "products"}

// rackbeatSelf says whose key it is: whether that is the right company only a
// person knows. A key may open the company and not a register, so each is asked.
func rackbeatSelf(ctx context.Context, j *job) run.CheckResult {
	key, e := j.secret(ctx, "key")
	if e != nil {
		return j.ended(e, "url")
	}
	self, object, e := j.rackbeat(ctx, key, "self", nil)
	if e != nil {
		return j.ended(e, "url")
	}
	company, _ := object["company"].(map[string]any)
	name := self.quote(company["name"])
	self.pass("company", flows.Said(name))
	for _, register := range j.registers() {
		x, _, e := j.rackbeat(ctx, key, register, url.Values{"page": {"1"}, "limit": {"1"}})
		if e != nil {
			return j.ended(e, "url")
		}
		self.warned = append(self.warned, x.warned...)
	}
	return self.passed("url", "rackbeat_passed", "company", name)
}

// registers are those that the run is about.
func (j *job) registers() []string {
	var chosen []string
	for _, in := range j.inputs("registers") {
		all, _ := in.Value.([]string)
		if s, ok := in.Value.(string); ok {
			all = []string{s}
		}
		for _, r := range all {
			if slices.Contains(rackbeatRegisters, r) {
				chosen = append(chosen, r)
			}
		}
	}
	return chosen
}

// rackbeat asks the API for one thing.
func (j *job) rackbeat(ctx context.Context, key, what string, query url.Values) (*exchange, map[string]any, *ending) {
	base := j.text("url")
	if base == "" {
		base = rackbeatURL
	}
	link, err := url.JoinPath(base, what)
	if err != nil {
		return nil, nil, end("url_malformed", "url", base)
	}
	if len(query) > 0 {
		link += "?" + query.Encode()
	}
	x := j.exchange(http.MethodGet, link)
	x.prefix = what + " "
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
	if e := x.trouble(r); e != nil {
		return nil, x.stop("answer", e)
	}
	switch r.status {
	case http.StatusOK:
	case http.StatusUnauthorized:
		return nil, x.stop("answer", end("key_refused"))
	case http.StatusForbidden:
		return nil, x.stop("answer", end("permission_missing", "register", what))
	case http.StatusNotFound:
		return nil, x.stop("answer", end("wrong_path", "path", x.target.Path, "status", "404"))
	default:
		return nil, x.stop("answer", end("unexpected", "status", r.status))
	}
	object, e := x.object(r)
	if e != nil {
		return nil, e
	}
	x.pass("answer", say("rackbeat_read", "what", what))
	return object, nil
}
