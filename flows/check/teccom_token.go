package check

import (
	"context"

	"lotse/flows"
	"lotse/flows/run"
)

// teccomTokenCheck requests a token from the identity provider of TecCom with
// a client's id and secret. It proves that the pair works and the provider is
// reachable, but no assignment.
func teccomTokenCheck() Check {
	return Check{
		Name:  "teccom.token",
		Title: "check.title_teccom_token",
		Inputs: []flows.Input{
			{Name: "client_id", Types: codeTypes, Required: true},
			{Name: "client_secret", Types: secretTypes, Required: true},
			{Name: "token_url", Types: urlTypes},
			{Name: "scope", Types: codeTypes},
		},
		Findings: tokenFindings(),
		Faults:   tokenFaults(),
		sends:    &sending{"client_secret", "token_url", teccomTokenURL},
		run:      teccomToken,
	}
}

// teccomTokenURL is where TecCom issues tokens (help-teccom.tecalliance.net,
// business-cloud/upload-process, read 2026-11-21): with Basic authentication,
// and no scope named.
const teccomTokenURL = "https://login.tecalliance.net/oauth2/default/v1/token" //nolint:gosec // an address

func teccomToken(ctx context.Context, j *job) run.CheckResult {
	link := j.text("token_url")
	if link == "" {
		link = teccomTokenURL
	}
	return j.tokenCheck(ctx, "token_url", link, byBasic)
}
