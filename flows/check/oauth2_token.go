package check

import (
	"context"
	"net/http"
	"net/url"

	"lotse/flows"
	"lotse/flows/run"
)

// oauth2TokenCheck asks a token service for a token (RFC 6749, section 4.4).
func oauth2TokenCheck() Check {
	return Check{
		Name:  "oauth2.token",
		Title: "check.title_oauth2_token",
		Inputs: []flows.Input{
			{Name: "url", Types: urlTypes, Required: true},
			{Name: "client_id", Types: codeTypes, Required: true},
			{Name: "client_secret", Types: secretTypes, Required: true},
			{Name: "scope", Types: codeTypes},
			{Name: "auth", Types: []flows.Type{flows.TypeChoice, flows.TypeCode, flows.TypeText}},
		},
		Findings: wayToken(),
		Faults:   tokenFaults(),
		run:      oauth2Token,
	}
}

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

// tokenCheck asks for a token, and drops it.
func (j *job) tokenCheck(ctx context.Context, asked, link, auth string) run.CheckResult {
	x, _, e := j.token(ctx, "", link, auth)
	if e != nil {
		return j.ended(e, asked)
	}
	return x.passed(asked, flows.Msg("check.token_passed", "host", x.target.Host))
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
		return "", end(secretClosed, "label", label(&in))
	}
	s, err := j.env.Secret(ctx, j.Mode, in.SecretID)
	if err != nil {
		return "", end(secretClosed, "label", label(&in))
	}
	secret := string(s.Reveal())
	j.hide(secret)
	return secret, nil
}

// refusals are what a token service says no with (RFC 6749, section 5.2).
var refusals = map[string]Finding{
	"invalid_client": credentialsRefused, "invalid_scope": scopeMissing,
	"unauthorized_client": grantRefused, "unsupported_grant_type": grantRefused, "invalid_grant": grantRefused, "invalid_request": grantRefused,
}

// granted is the token of an answer; an ending says why there is none.
func (x *exchange) granted(r *reply) (string, *ending) {
	if e := x.trouble(r); e != nil {
		return "", x.stop("answer", e)
	}
	if r.status == http.StatusNotFound || r.status == http.StatusMethodNotAllowed || r.status == http.StatusGone {
		return "", x.stop("answer", end(wrongPath, "path", x.target.Path, "status", r.status))
	}
	object, e := x.object(r)
	switch {
	case e != nil && (r.status == http.StatusUnauthorized || r.status == http.StatusForbidden):
		return "", end(credentialsRefused, "detail", r.status)
	case e != nil:
		return "", e
	}
	code, _ := object["error"].(string)
	refusal, refused := refusals[code]
	switch {
	case refused:
	case r.status == http.StatusUnauthorized, r.status == http.StatusForbidden:
		refusal, refused = credentialsRefused, true
	case r.status != http.StatusOK:
		return "", x.stop("answer", end(unexpected, "status", r.status))
	}
	if refused {
		detail := x.quote(code)
		if said := x.quote(object["error_description"]); said != "" {
			detail += ": " + said
		}
		return "", x.stop("answer", end(refusal, "detail", detail))
	}
	token, _ := object["access_token"].(string)
	if token == "" {
		return "", x.stop("answer", end(noToken, "host", x.target.Host))
	}
	x.hide(token)
	x.pass("answer", flows.Msg("check.token_granted"))
	return token, nil
}
