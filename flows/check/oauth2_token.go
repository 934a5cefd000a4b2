package check

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"lotse/flows"
	"lotse/flows/run"
)

// oauth2TokenCheck requests a token from a token service (RFC 6749, section
// 4.4).
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
		Findings: tokenFindings(),
		Faults:   tokenFaults(),
		sends:    &sending{"client_secret", "url", ""},
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

// tokenCheck requests a token, and drops it.
func (j *job) tokenCheck(ctx context.Context, asked, link, auth string) run.CheckResult {
	x, _, e := j.token(ctx, "", link, auth)
	if e != nil {
		return j.ended(e, asked)
	}
	return x.passed(asked, flows.Msg("check.token_passed", "host", x.target.Host))
}

// token requests a token with the client id and secret of the request.
func (j *job) token(ctx context.Context, prefix, link, auth string) (x *exchange, token string, e *ending) {
	secret, e := j.secret(ctx, "client_secret", link)
	if e != nil {
		return nil, "", e
	}
	id := j.text("client_id")
	x = j.exchange(http.MethodPost, link)
	if x.prefix = prefix; prefix != "" {
		x.who = flows.Msg("check.who_tokens")
	}
	form := url.Values{"grant_type": {"client_credentials"}}
	if scope := j.text("scope"); scope != "" {
		form.Set("scope", scope)
	}
	if auth == byForm {
		form.Set("client_id", id)
		form.Set("client_secret", secret)
	} else {
		// RFC 6749, section 2.3.1, has both encoded as in a form.
		req := http.Request{Header: x.header}
		user, password := url.QueryEscape(id), url.QueryEscape(secret)
		req.SetBasicAuth(user, password)
		x.encoded = user != id || password != secret
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

// secret opens the secret of a parameter to be sent to an address, if it may be.
func (j *job) secret(ctx context.Context, param, link string) (string, *ending) {
	in := j.inputs(param)[0]
	if e := j.mayLeave(&in, link); e != nil {
		return "", e
	}
	if j.env.Secret == nil {
		return "", end(secretClosed, "label", label(&in))
	}
	s, err := j.env.Secret(ctx, j.Mode, in.SecretID)
	if errors.Is(err, context.Canceled) { // who was asked for the passphrase wants no check
		j.stopped = err
	}
	if err != nil {
		return "", end(secretClosed, "label", label(&in))
	}
	secret := string(s.Reveal())
	j.hide(secret)
	if _, _, found := flows.Unseen(secret); found {
		j.unseen = true
	}
	return secret, nil
}

// granted is the token in an answer; an ending says why there is none. Any
// answer that means success and has a token is good, whatever its header says.
func (x *exchange) granted(r *reply) (string, *ending) {
	if e := x.unexpectedReply(r); e != nil {
		return "", x.stop("answer", e)
	}
	if !r.isGood() {
		return "", x.stop("answer", x.refuse(r, r.refusalFinding()))
	}
	object, e := x.object(r)
	token, _ := object["access_token"].(string)
	if e != nil && token == "" {
		token = r.formToken()
	}
	switch {
	case token != "":
	case len(bytes.TrimSpace(r.body)) == 0 && !r.tooLarge, e == nil && r.message().code == "":
		return "", x.stop("answer", x.refuse(r, noToken))
	case e != nil:
		return "", x.stop("answer", e)
	default:
		return "", x.stop("answer", x.refuse(r, r.refusalFinding()))
	}
	x.hide(token)
	if strings.ContainsFunc(token, func(c rune) bool { return c < ' ' || c > '~' }) { // RFC 6749, appendix A.12
		return "", x.stop("answer", &ending{Finding: noToken, said: flows.Msg("check.net_token_unfit", "host", x.target.Host)})
	}
	x.pass("answer", flows.Msg("check.token_granted"))
	return token, nil
}

// isGood reports whether the status means success.
func (r *reply) isGood() bool { return r.status >= 200 && r.status < 300 }

// formToken is the token of an answer in the form encoding; "" if there is
// none.
func (r *reply) formToken() string {
	if bytes.ContainsAny(r.body, " <{\r\n\x00") {
		return ""
	}
	form, err := url.ParseQuery(string(r.body))
	if err != nil {
		return ""
	}
	return form.Get("access_token")
}

// refuse is the ending for a refusal by a token service, or by what is in
// front of it, with its own words.
func (x *exchange) refuse(r *reply, f Finding) *ending {
	var e *ending
	switch f.Code {
	case wrongPath.Code:
		e = end(f, "path", x.target.Path, "status", r.status)
	case throttled.Code:
		e = throttledFor(r.header.Get("Retry-After"), x.env.Now())
	case serverError.Code:
		e = &ending{Finding: f, said: flows.Msg("check.net_server_busy", "host", x.target.Host)}
	default:
		e = end(f, "host", x.target.Host, "status", r.status)
	}
	words := x.serverWords(r)
	x.hintOf(e, words != "")
	return e.saying(words)
}

// hintOf adds the causes of a refusal that the values, or the server's words,
// are a sign of.
func (x *exchange) hintOf(e *ending, said bool) {
	switch e.Code {
	case credentialsRefused.Code:
		if x.unseen {
			e.hint(unseenSecret)
		}
		if x.encoded {
			e.hint(notDecoded)
		}
	case scopeMissing.Code:
		if x.text("scope") == "" {
			e.hint(scopeNotNamed)
		} else {
			e.hint(scopeNotTheirs)
		}
	case unexpected.Code, blocked.Code:
		if said {
			e.hint(inItsWords)
		}
	}
}
