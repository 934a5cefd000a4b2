package check

import (
	"context"

	"lotse/flows"
	"lotse/flows/run"
)

// teccomTokenCheck asks the identity provider of TecCom for a token with a
// client's id and secret. It proves the pair and the way to it, no assignment.
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
		Findings: wayToken(),
		Faults:   tokenFaults(),
		run:      teccomToken,
	}
}

// teccomTokenURL is where TecCom gives tokens (help-teccom.tecalliance.net,
// business-cloud/upload-process, read 2026-11-21): Basic, and no scope named.
const teccomTokenURL = "https://login.tecalliance.net/oauth2/default/v1/token" //nolint:gosec // an address

func teccomToken(ctx context.Context, j *job) run.CheckResult {
	link := j.text("token_url")
	if link == "" {
		link = teccomTokenURL
	}
	return j.tokenCheck(ctx, "token_url", link, byBasic)
}
