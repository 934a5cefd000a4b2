package check

import (
	"context"
	"encoding/base64"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// What TechData can say beside what any token service can.
var (
	soinRefused      = Finding{Code: "soin_refused", Status: Failed, Message: "check.net_soin_refused", Reasons: []Reason{{"check.why_soin", "soin"}, {"check.why_pair", "client_id"}}}
	soinIsResellerID = Finding{Code: "soin_is_reseller_id", Status: Failed, Message: "check.net_soin_is_reseller_id", Reasons: []Reason{{"check.why_reseller", "soin"}}}
	tokenRefused     = Finding{
		Code: "token_refused", Status: Failed, Message: "check.net_token_refused",
		Reasons: []Reason{{"check.why_regions", "api_end_point_url"}, {"check.why_swapped", "end_point_url"}},
	}
	regionsDiffer = Finding{Code: "regions_differ", Status: Warned, Message: "check.net_regions_differ", Reasons: []Reason{{"check.why_regions", "api_end_point_url"}}}
)

// techdataAPICheck asks TechData's token service, then its partner API, with
// the values for Work 365 (TD-14, Lotse's half of it).
func techdataAPICheck() Check {
	return Check{
		Name:  "techdata.api",
		Title: "check.title_techdata_api",
		Inputs: []flows.Input{
			{Name: "client_id", Types: codeTypes, Required: true},
			{Name: "client_secret", Types: secretTypes, Required: true},
			{Name: "end_point_url", Types: urlTypes, Required: true},
			{Name: "api_end_point_url", Types: urlTypes, Required: true},
			{Name: "soin", Types: codeTypes, Required: true},
			{Name: "relationship_url", Types: urlTypes},
		},
		Findings: tokenFindings(soinRefused, soinIsResellerID, tokenRefused, regionsDiffer),
		Faults: tokenFaults(
			Fault{"soin-refused", "check.fault_soin_refused", soinRefused.Code},
			Fault{"api-token-refused", "check.fault_api_token_refused", tokenRefused.Code},
		),
		sends: &sending{"client_secret", "end_point_url", ""},
		asks:  []string{"api_end_point_url"},
		run:   techdataAPI,
	}
}

// techdataRead is the one read-only call: the first page of the vendors
// (public client code; not on TechData's own pages).
const techdataRead = "catalog/vendors/1"

// techdataAPI gets a token by form, and makes one call with it. That the End
// Point URL is the token's and the API End Point URL the API's is our reading:
// no page says which is which.
func techdataAPI(ctx context.Context, j *job) run.CheckResult {
	tokens, token, e := j.token(ctx, "token ", j.text("end_point_url"), byForm)
	if e != nil {
		return j.ended(e, "end_point_url")
	}
	link, err := url.JoinPath(j.text("api_end_point_url"), techdataRead)
	if err != nil {
		return j.ended(end(urlMalformed, "url", j.text("api_end_point_url")), "api_end_point_url")
	}
	api := j.exchange(http.MethodGet, link)
	api.prefix, api.who = "api ", flows.Msg("check.who_api")
	api.warned = tokens.warned
	j.sign(api, token)
	r, e := api.do(ctx)
	if e == nil {
		e = api.techdataAnswer(r)
	}
	if e != nil {
		return j.ended(e, "api_end_point_url")
	}
	if a, b := region(tokens.target.Hostname()), region(api.target.Hostname()); a != b {
		api.warn("regions", end(regionsDiffer, "a", tokens.target.Hostname(), "b", api.target.Hostname()))
	}
	return api.passed("api_end_point_url", flows.Msg("check.techdata_passed", "host", api.target.Host))
}

// sign adds what the API requires besides the token: SOIN, time, and a
// signature of both with the token.
func (j *job) sign(x *exchange, token string) {
	soin, stamp := j.text("soin"), strconv.FormatInt(j.env.Now().Unix(), 10)
	x.header.Set("Authorization", "Bearer "+token)
	x.header.Set("SOIN", soin)
	x.header.Set("TimeStamp", stamp)
	x.header.Set("Signature", base64.StdEncoding.EncodeToString([]byte(token+":"+soin+":"+stamp)))
}

// techdataAnswer reads the API's answer.
func (x *exchange) techdataAnswer(r *reply) *ending {
	if e := x.unexpectedReply(r); e != nil {
		return x.stop("answer", e)
	}
	switch s := r.status; {
	case r.isGood():
	case r.isBlockedEarlier():
		return x.stop("answer", x.refuse(r, blocked))
	case s == http.StatusUnauthorized:
		return x.stop("answer", end(tokenRefused, "host", x.target.Host).saying(x.serverWords(r)))
	case s == http.StatusForbidden:
		return x.stop("answer", x.soinAnswer(r))
	default:
		return x.stop("answer", x.refuse(r, r.byStatus()))
	}
	if _, e := x.object(r); e != nil {
		return x.stop("answer", e)
	}
	x.pass("answer", flows.Msg("check.techdata_read"))
	return nil
}

// soinAnswer is the meaning of a 403 of the API: the SOIN is refused if the
// answer mentions it; any other 403 may come from anything.
func (x *exchange) soinAnswer(r *reply) *ending {
	said := wordsOf(r.message().String())
	switch {
	case !slices.ContainsFunc([]string{"soin", "signature", "reseller", "partner"}, func(w string) bool { return slices.Contains(said, w) }):
		return x.refuse(r, blocked)
	case isResellerID(x.text("soin")):
		return end(soinIsResellerID).saying(x.serverWords(r))
	}
	return end(soinRefused).saying(x.serverWords(r))
}

// isResellerID reports whether a SOIN looks like a reseller number, which is
// something else: a few digits and nothing more.
func isResellerID(s string) bool {
	return len(s) <= 12 && s != "" && strings.Trim(s, "0123456789") == ""
}

// region is the part of the world in a host's name.
func region(host string) string {
	if strings.HasSuffix(host, ".eu") || strings.HasPrefix(host, "eu-") {
		return "eu"
	}
	return ""
}
