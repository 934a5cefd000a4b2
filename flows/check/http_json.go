package check

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// What http.json finds by itself; a procedure adds findings of its own.
var (
	notExpected   = Finding{Code: "not_expected", Status: Failed, Message: "check.net_not_expected", Reasons: []Reason{{"check.why_not_expected", Asked}}, Hints: []Reason{inItsWords}}
	accessRefused = Finding{Code: "access_refused", Status: Failed, Message: "check.net_access_refused", Reasons: []Reason{{"check.why_secret", ""}, {"check.why_young", ""}}}
	headerUnfit   = Finding{Code: "header_unfit", Status: Failed, Message: "check.net_header_unfit", Reasons: []Reason{{"check.why_header", ""}}}
)

// secretParam begins the parameters with the secrets of a request.
const secretParam = "secret."

// httpJSONCheck asks what the procedure says, and compares the answer with what it
// expects. Everything else is as with the other checks: the address, the secrets,
// the limits.
func httpJSONCheck() Check {
	return Check{
		Name:     flows.HTTPJSON,
		Title:    "check.title_http_json",
		Findings: slices.DeleteFunc(jsonFindings(notExpected, accessRefused, headerUnfit), func(f Finding) bool { return f.Code == unexpected.Code }),
		Faults: jsonFaults(
			Fault{"401", "check.fault_401", accessRefused.Code},
			Fault{"unexpected-json", "check.fault_unexpected_json", notExpected.Code},
		),
		sends: &sending{secretParam, "url", ""},
		run:   httpJSON,
	}
}

func httpJSON(ctx context.Context, j *job) run.CheckResult {
	if j.HTTP == nil {
		return j.unknownCheck() // what it asks stands in a procedure, and there is none
	}
	if missing := slices.DeleteFunc(slices.Clone(j.Inputs), func(in run.CheckInput) bool { return in.Given() }); len(missing) > 0 {
		return j.lacking(missing)
	}
	x := j.exchange(j.HTTP.Method, j.text("url"))
	x.body = j.HTTP.Body
	if x.body != "" {
		x.header.Set("Content-Type", "application/json")
	}
	if e := x.headers(ctx); e != nil {
		return j.ended(e, "url")
	}
	r, e := x.do(ctx)
	if e != nil {
		return j.ended(e, "url")
	}
	return x.judge(r)
}

// headers sets the lines of the procedure, with their secrets.
func (x *exchange) headers(ctx context.Context) *ending {
	for _, h := range x.HTTP.Headers {
		value, secret := x.text("header."+h.Name), ""
		if h.Secret != "" {
			var e *ending
			if secret, e = x.secret(ctx, secretParam+h.Secret, x.link); e != nil {
				return x.stop("request", e)
			}
		}
		if strings.ContainsFunc(value+secret, func(c rune) bool { return c < ' ' && c != '\t' || c == 0x7f }) {
			return x.stop("request", end(headerUnfit, "name", h.Name, "host", hostOf(x.link)))
		}
		if h.Basic {
			req := http.Request{Header: x.header}
			req.SetBasicAuth(value, secret)
			continue
		}
		x.header.Set(h.Name, strings.TrimSpace(value+secret))
	}
	return nil
}

// judge is what the answer means: what stands between here and the portal, then
// what the procedure finds, then what any server may answer, then what is expected.
func (x *exchange) judge(r *reply) run.CheckResult {
	odd := x.unexpectedReply(r)
	if odd != nil && (odd.Code == proxyPage.Code || odd.Code == proxyPassword.Code) {
		return x.ended(x.stop("answer", odd), "url")
	}
	s := &replyScope{status: r.status}
	var unread *ending
	if x.method != http.MethodHead {
		s.json, unread = x.value(r)
	}
	for i := range x.HTTP.Found {
		if f := &x.HTTP.Found[i]; f.When.Eval(s) == flows.True {
			return x.own(r, f)
		}
	}
	switch {
	case odd != nil:
		return x.ended(x.stop("answer", odd), "url")
	case x.HTTP.Expect.Eval(s) == flows.True:
		x.pass("answer", flows.Msg("check.json_expected", "status", r.status))
		return x.passed("url", flows.Msg("check.json_passed", "host", x.target.Host))
	}
	return x.ended(x.stop("answer", x.otherwise(r, unread)), "url")
}

// own is the result of a finding of the procedure's own.
func (x *exchange) own(r *reply, f *flows.HTTPFinding) run.CheckResult {
	said := flows.Said(f.Text)
	if words := x.serverWords(r); words != "" && r.status >= http.StatusBadRequest {
		said = flows.Msg("check.net_says", "what", said, "words", words)
	}
	x.labelled("answer", x.labelOf("answer"), Failed, said)
	var causes []run.Cause
	if f.Cause != "" || f.Of != "" {
		c := run.Cause{Message: flows.Said(f.Cause)}
		if f.Cause == "" {
			c.Message = flows.Msg("check.why_look")
		}
		c.Item = x.Of[f.Of]
		causes = append(causes, c)
	}
	return x.result(Failed, f.Code, said, causes...)
}

// otherwise is the ending for an answer that is not what is expected. unread is
// why it is no JSON; nil: it is.
func (x *exchange) otherwise(r *reply, unread *ending) *ending {
	switch s := r.status; {
	case r.isBlockedEarlier():
		return x.refuse(r, blocked)
	case s == http.StatusUnauthorized:
		f := accessRefused
		if ids := x.HTTP.Secrets(); len(ids) > 0 {
			f.Reasons = slices.Clone(f.Reasons)
			f.Reasons[0].Param = secretParam + ids[0]
		}
		return x.refuse(r, f)
	case s == http.StatusForbidden:
		return x.refuse(r, blocked)
	case r.isNotFound():
		return x.refuse(r, wrongPath)
	case s < http.StatusBadRequest && unread != nil:
		return unread
	}
	return x.refuse(r, notExpected)
}
