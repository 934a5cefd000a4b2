package check

import "slices"

// The findings of a token service (RFC 6749, section 5.2).
var (
	credentialsRefused = Finding{
		Code: "credentials_refused", Status: Failed, Message: "check.net_credentials_refused",
		Reasons: []Reason{{"check.why_secret", "client_secret"}, {"check.why_id", "client_id"}, {"check.why_young", ""}},
		Hints:   []Reason{unseenSecret, notDecoded},
	}
	scopeMissing    = Finding{Code: "scope_missing", Status: Failed, Message: "check.net_scope_missing", Hints: []Reason{scopeNotNamed, scopeNotTheirs}}
	audienceMissing = Finding{Code: "audience_missing", Status: Failed, Message: "check.net_audience_missing", Reasons: []Reason{{"check.why_audience", "scope"}}}
	grantRefused    = Finding{Code: "grant_refused", Status: Failed, Message: "check.net_grant_refused", Reasons: []Reason{{"check.why_grant", "client_id"}}}
	clientUnknown   = Finding{Code: "client_unknown", Status: Failed, Message: "check.net_client_unknown", Reasons: []Reason{{"check.why_client", "client_id"}, {"check.why_tenant", Asked}}}
	clientOff       = Finding{Code: "client_off", Status: Failed, Message: "check.net_client_off", Reasons: []Reason{{"check.why_client_off", "client_id"}}}
	tenantUnknown   = Finding{Code: "tenant_unknown", Status: Failed, Message: "check.net_tenant_unknown", Reasons: []Reason{{"check.why_tenant", Asked}}}
	noToken         = Finding{Code: "no_token", Status: Failed, Message: "check.net_no_token", Also: []string{"check.net_token_unfit"}, Reasons: []Reason{{"check.why_path", Asked}}}
)

// What may lie behind a refusal, where there is a sign of it.
var (
	notDecoded     = Reason{"check.why_not_decoded", "auth"}
	scopeNotNamed  = Reason{"check.why_scope", "scope"}
	scopeNotTheirs = Reason{"check.why_scope_given", "scope"}
)

// tokenFindings are the findings of every check that requests a token.
func tokenFindings(own ...Finding) []Finding {
	return jsonFindings(slices.Concat(own, []Finding{
		credentialsRefused, scopeMissing, audienceMissing, grantRefused, clientUnknown, clientOff, tenantUnknown, noToken,
	})...)
}

// tokenFaults are the faults of every token service, and on the way to it.
func tokenFaults(own ...Fault) []Fault {
	return jsonFaults(slices.Concat([]Fault{
		{"secret-refused", "check.fault_secret_refused", credentialsRefused.Code},
		{"bidi", "check.fault_bidi", credentialsRefused.Code},
		{"scope-missing", "check.fault_scope_missing", scopeMissing.Code},
		{"grant-refused", "check.fault_grant_refused", grantRefused.Code},
		{"grant-unknown", "check.fault_grant_unknown", grantRefused.Code},
		{"scope-wanted", "check.fault_scope_wanted", scopeMissing.Code},
		{"audience-wanted", "check.fault_audience_wanted", audienceMissing.Code},
		{"client-unknown", "check.fault_client_unknown", clientUnknown.Code},
		{"client-off", "check.fault_client_off", clientOff.Code},
		{"tenant-unknown", "check.fault_tenant_unknown", tenantUnknown.Code},
		{"ip-refused", "check.fault_ip_refused", blocked.Code},
		{"busy", "check.fault_busy", serverError.Code},
	}, own)...)
}
