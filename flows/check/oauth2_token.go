package check

import (
	"context"
	"net/http"
	"net/url"

	"lotse/flows"
	"lotse/flows/run"
)

// oauth2Spec asks a token service for a token (RFC 6749, section 4.4).
var oauth2Spec = flows.CheckSpec{
	Name:  "oauth2.token",
	Title: "The token service accepts id and secret",
	Inputs: []flows.Input{
		{Name: "url", Types: urlTypes, Required: true},
		{Name: "client_id", Types: codeTypes, Required: true},
		{Name: "client_secret", Types: secretTypes, Required: true},
		{Name: "scope", Types: codeTypes},
		{Name: "auth", Types: []flows.Type{flows.TypeChoice, flows.TypeCode, flows.TypeText}},
	},
	Findings: with(wayFindings, with(tokenFindings, "missing")...),
}

// teccomTokenSpec asks the identity provider of TecCom for a token with a
// client's id and secret. It proves the pair and the way to it, no assignment.
var teccomTokenSpec = flows.CheckSpec{
	Name:  "teccom.token",
	Title: "TecCom accepts the client id and the secret",
	Inputs: []flows.Input{
		{Name: "client_id", Types: codeTypes, Required: true},
		{Name: "client_secret", Types: secretTypes, Required: true},
		{Name: "token_url", Types: urlTypes},
		{Name: "scope", Types: codeTypes},
	},
	Findings: with(wayFindings, with(tokenFindings, "missing")...),
}

// teccomTokenURL is where TecCom gives tokens (help-teccom.tecalliance.net,
// business-cloud/upload-process, read 2026-11-21): Basic, and no scope named.
const teccomTokenURL = "https://login.tecalliance.net/oauth2/default/v1/token" //nolint:gosec // an address

// The ways in which a client says who it is (RFC 6749, section 2.3.1).
const (
	byBasic = "basic"
	byForm  = "form"
)

func oauth2Token(ctx context.Context, j *job) run.CheckResult {
	auth := j.text("auth")
	if auth != byForm {
		auth = byBasic
	}
	return j.tokenCheck(ctx, "url", j.text("url"), auth)
}

func teccomToken(ctx context.Context, j *job) run.CheckResult {
	link := j.text("token_url")
	if link == "" {
		link = teccomTokenURL
	}
	return j.tokenCheck(ctx, "token_url", link, byBasic)
}

// tokenCheck asks for a token, and drops it.
func (j *job) tokenCheck(ctx context.Context, urlParam, link, auth string) run.CheckResult {
	x, _, e := j.token(ctx, "", link, auth)
	if e != nil {
		return j.ended(e, urlParam)
	}
	return x.passed(urlParam, "token_passed", "host", x.target.Host)
}

// token asks for a token with the client id and secret of the request.
func (j *job) token(ctx context.Context, prefix, link, auth string) (x *exchange, token string, e *ending) {
	secret, e := j.secret(ctx, "client_secret")
	if e != nil {
		return nil, "", e
	}
	id := j.text("client_id")
	x = j.exchange(http.MethodPost, link)
	x.prefix = prefix
	form := url.Values{"grant_type": {"client_credentials"}}
	if scope := j.text("scope"); scope != "" {
		form.Set("scope", scope)
	}
	if auth == byForm {
		form.Set("client_id", id)
		form.Set("client_secret", secret)
	} else {
		req := http.Request{Header: x.header}
		req.SetBasicAuth(url.QueryEscape(id), url.QueryEscape(secret))
	}
	x.header.Set("Content-Type", "application/x-www-form-urlencoded")
	x.body = form.Encode()
	r, e := x.do(ctx)
	if e != nil {
		return nil, "", e
	}
	token, e = x.granted(r)
	return x, token, e
}

// secret opens the secret of a parameter.
func (j *job) secret(ctx context.Context, param string) (string, *ending) {
	in := j.inputs(param)[0]
	if j.env.Secret == nil {
		return "", end("secret_closed", "label", label(&in))
	}
	s, err := j.env.Secret(ctx, j.Mode, in.SecretID)
	if err != nil {
		return "", end("secret_closed", "label", label(&in))
	}
	secret := string(s.Reveal())
	j.hide(secret)
	return secret, nil
}

// refusals are what a token service says no with (RFC 6749, section 5.2).
var refusals = map[string]string{
	"invalid_client": "credentials_refused", "invalid_scope": "scope_missing",
	"unauthorized_client": "grant_refused", "unsupported_grant_type": "grant_refused", "invalid_grant": "grant_refused", "invalid_request": "grant_refused",
}

// granted is the token of an answer; an ending says why there is none.
func (x *exchange) granted(r *reply) (string, *ending) {
	if e := x.trouble(r); e != nil {
		return "", x.stop("answer", e)
	}
	if r.status == http.StatusNotFound || r.status == http.StatusMethodNotAllowed || r.status == http.StatusGone {
		return "", x.stop("answer", end("wrong_path", "path", x.target.Path, "status", r.status))
	}
	object, e := x.object(r)
	switch {
	case e != nil && (r.status == http.StatusUnauthorized || r.status == http.StatusForbidden):
		return "", end("credentials_refused", "detail", r.status)
	case e != nil:
		return "", e
	}
	code, _ := object["error"].(string)
	finding := refusals[code]
	switch {
	case finding == "" && (r.status == http.StatusUnauthorized || r.status == http.StatusForbidden):
		finding = "credentials_refused"
	case finding == "" && r.status != http.StatusOK:
		return "", x.stop("answer", end("unexpected", "status", r.status))
	}
	if finding != "" {
		detail := x.quote(code)
		if said := x.quote(object["error_description"]); said != "" {
			detail += ": " + said
		}
		return "", x.stop("answer", end(finding, "detail", detail))
	}
	token, _ := object["access_token"].(string)
	if token == "" {
		return "", x.stop("answer", end("no_token", "host", x.target.Host))
	}
	x.hide(token)
	x.pass("answer", say("token_granted"))
	return token, nil
}
