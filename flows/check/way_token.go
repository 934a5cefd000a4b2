package check

import "slices"

// The findings of a token service (RFC 6749, section 5.2).
var (
	credentialsRefused = Finding{
		Code: "credentials_refused", Status: Failed, Message: "check.net_credentials_refused",
		Reasons: []Reason{{"check.why_secret", "client_secret"}, {"check.why_id", "client_id"}, {"check.why_young", ""}},
	}
	scopeMissing = Finding{Code: "scope_missing", Status: Failed, Message: "check.net_scope_missing", Reasons: []Reason{{"check.why_scope", "scope"}}}
	grantRefused = Finding{Code: "grant_refused", Status: Failed, Message: "check.net_grant_refused", Reasons: []Reason{{"check.why_grant", "client_id"}}}
	noToken      = Finding{Code: "no_token", Status: Failed, Message: "check.net_no_token", Reasons: []Reason{{"check.why_path", Asked}}}
)

// wayToken are the findings of every check that asks for a token.
func wayToken(own ...Finding) []Finding {
	return wayJSON(slices.Concat(own, []Finding{credentialsRefused, scopeMissing, grantRefused, noToken})...)
}

// tokenFaults are what can go wrong on the way to every token service, and there.
func tokenFaults(own ...Fault) []Fault {
	return jsonFaults(slices.Concat([]Fault{
		{"secret-refused", "check.fault_secret_refused", credentialsRefused.Code},
		{"bidi", "check.fault_bidi", credentialsRefused.Code},
		{"scope-missing", "check.fault_scope_missing", scopeMissing.Code},
		{"grant-refused", "check.fault_grant_refused", grantRefused.Code},
		{"grant-unknown", "check.fault_grant_unknown", grantRefused.Code},
	}, own)...)
}
