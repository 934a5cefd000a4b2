package check

import "slices"

// The findings of a server that is to answer in JSON.
var (
	wrongPath  = Finding{Code: "wrong_path", Status: Failed, Message: "check.net_wrong_path", Reasons: []Reason{{"check.why_path", Asked}}}
	htmlPage   = Finding{Code: "html", Status: Failed, Message: "check.net_html", Reasons: []Reason{{"check.why_path", Asked}}}
	notJSON    = Finding{Code: "not_json", Status: Failed, Message: "check.net_not_json", Reasons: []Reason{{"check.why_path", Asked}}}
	packed     = Finding{Code: "packed", Status: Failed, Message: "check.net_packed", Reasons: []Reason{{"check.why_path", Asked}}}
	unexpected = Finding{Code: "unexpected", Status: Failed, Message: "check.net_unexpected", Reasons: []Reason{{"check.why_path", Asked}}, Hints: []Reason{inItsWords}}
	// blocked says nothing of the values: it is not known whether anybody has
	// looked at them.
	blocked      = Finding{Code: "blocked", Status: Unknown, Message: "check.net_blocked", Reasons: []Reason{{"check.why_gate", ""}}, Hints: []Reason{inItsWords}}
	secretClosed = Finding{Code: "secret_closed", Status: Unknown, Message: "check.net_secret_closed"}
	otherHost    = Finding{Code: "other_host", Status: Unknown, Message: "check.net_other_host", Reasons: []Reason{{"check.why_other_host", Asked}}}
)

// What may lie behind a refusal, where there is a sign of it.
var (
	inItsWords   = Reason{"check.why_words", ""}
	unseenSecret = Reason{"check.why_unseen", "client_secret"}
)

// jsonFindings are the findings of every check that asks a server with a
// secret for an answer in JSON.
func jsonFindings(own ...Finding) []Finding {
	return networkFindings(slices.Concat(own, []Finding{wrongPath, htmlPage, notJSON, packed, unexpected, blocked, secretClosed, otherHost})...)
}

// jsonFaults are the faults of every such server, and on the way to it.
func jsonFaults(own ...Fault) []Fault {
	return slices.Concat(networkFaults, []Fault{
		{"html", "check.fault_html", htmlPage.Code},
		{"404", "check.fault_404", wrongPath.Code},
		{"not-json", "check.fault_not_json", notJSON.Code},
		{"duplicate-keys", "check.fault_duplicate_keys", notJSON.Code},
		{"packed", "check.fault_packed", packed.Code},
		{"gzip-bomb", "check.fault_gzip_bomb", tooLarge.Code},
		{"403-page", "check.fault_403_page", blocked.Code},
	}, own)
}
