package check

import (
	"context"
	"net/http"

	"lotse/flows"
	"lotse/flows/run"
)

// httpEndpointCheck connects to a server and asks for a page.
func httpEndpointCheck() Check {
	return Check{
		Name:     "http.endpoint",
		Title:    "check.title_http_endpoint",
		Inputs:   []flows.Input{{Name: "url", Types: urlTypes, Required: true}},
		Findings: networkFindings(),
		Faults:   networkFaults,
		asks:     []string{"url"},
		run:      httpEndpoint,
	}
}

// httpEndpoint asks for the page at an address; any answer of the server
// itself is good.
func httpEndpoint(ctx context.Context, j *job) run.CheckResult {
	x := j.exchange(http.MethodGet, j.text("url"))
	x.header.Set("Accept", "*/*")
	r, e := x.do(ctx)
	if e == nil {
		e = x.unexpectedReply(r)
		if via := r.header.Get("Via"); e == nil && via != "" && r.isPage() {
			e = x.viaProxy(via)
		}
		if e != nil {
			x.stop("answer", e)
		}
	}
	if e != nil {
		return j.ended(e, "url")
	}
	x.pass("answer", flows.Said(http.StatusText(r.status)))
	return x.passed("url", flows.Msg("check.endpoint_passed", "host", x.target.Host))
}

// passed ends a check that found nothing worse than its warnings.
func (x *exchange) passed(asked string, summary flows.Message) run.CheckResult {
	if len(x.warned) > 0 {
		return x.ended(x.warned[0], asked)
	}
	return x.result(Passed, "", summary)
}
