package check

import "slices"

// The findings on the way to a server, before it answers as itself. Failed is
// what somebody can put right in the values or at the server; unknown is that
// the check could not be made.
var (
	urlMalformed      = Finding{Code: "url_malformed", Status: Failed, Message: "check.net_url_malformed", Reasons: []Reason{{"check.why_url", Asked}}}
	urlPassword       = Finding{Code: "url_password", Status: Failed, Message: "check.net_url_password", Reasons: []Reason{{"check.why_url", Asked}}}
	plainHTTP         = Finding{Code: "plain_http", Status: Failed, Message: "check.net_plain_http", Reasons: []Reason{{"check.why_url", Asked}}}
	addressForbidden  = Finding{Code: "address_forbidden", Status: Failed, Message: "check.net_address_forbidden", Reasons: []Reason{{"check.why_url", Asked}}}
	nameNotFound      = Finding{Code: "name_not_found", Status: Failed, Message: "check.net_name_not_found", Reasons: []Reason{{"check.why_name", Asked}, {"check.why_inside", ""}}}
	nameFailed        = Finding{Code: "name_failed", Status: Unknown, Message: "check.net_name_failed", Reasons: []Reason{{"check.why_name_servers", ""}, {"check.why_later", ""}}}
	refusedConnection = Finding{Code: "refused_connection", Status: Failed, Message: "check.net_refused_connection", Reasons: []Reason{{"check.why_port", Asked}, {"check.why_inside", ""}}}
	notReached        = Finding{Code: "not_reached", Status: Unknown, Message: "check.net_not_reached", Reasons: []Reason{{"check.why_firewall", ""}}}
	timedOut          = Finding{Code: "timed_out", Status: Unknown, Message: "check.net_timed_out", Also: []string{"check.timed_out"}, Reasons: []Reason{{"check.why_firewall", ""}, {"check.why_later", ""}}}
	offline           = Finding{Code: "offline", Status: Unknown, Message: "check.net_offline", Also: []string{switchedOff.Message}, Reasons: []Reason{{"check.why_network", ""}}, Hints: switchedOff.Reasons}
	cutOff            = Finding{Code: "cut_off", Status: Unknown, Message: "check.net_cut_off", Reasons: []Reason{{"check.why_firewall", ""}, {"check.why_later", ""}}}

	certificateUntrusted = Finding{Code: "certificate_untrusted", Status: Failed, Message: "check.net_certificate_untrusted", Reasons: []Reason{{"check.why_breaker", ""}, {"check.why_name", Asked}}}
	certificateExpired   = Finding{Code: "certificate_expired", Status: Failed, Message: "check.net_certificate_expired", Reasons: []Reason{{"check.why_own_clock", ""}, {"check.why_operator", ""}}}
	certificateName      = Finding{Code: "certificate_name", Status: Failed, Message: "check.net_certificate_name", Reasons: []Reason{{"check.why_name", Asked}, {"check.why_breaker", ""}}}
	certificateEnds      = Finding{Code: "certificate_ends", Status: Warned, Message: "check.net_certificate_ends", Reasons: []Reason{{"check.why_operator", ""}}}
	certificateWanted    = Finding{Code: "certificate_wanted", Status: Unknown, Message: "check.net_certificate_wanted", Reasons: []Reason{{"check.why_operator_asks", ""}}}
	tlsVersion           = Finding{Code: "tls_version", Status: Failed, Message: "check.net_tls_version", Reasons: []Reason{{"check.why_operator", ""}}}
	tlsMissing           = Finding{Code: "tls_missing", Status: Failed, Message: "check.net_tls_missing", Reasons: []Reason{{"check.why_port", Asked}}}

	notHTTP       = Finding{Code: "not_http", Status: Failed, Message: "check.net_not_http", Reasons: []Reason{{"check.why_port", Asked}}}
	proxyPage     = Finding{Code: "proxy_page", Status: Failed, Message: "check.net_proxy_page", Also: []string{"check.net_proxy_page_via"}, Reasons: []Reason{{"check.why_sign_in", ""}, {"check.why_breaker", ""}}, Hints: []Reason{otherAddress}}
	proxyPassword = Finding{Code: "proxy_password", Status: Unknown, Message: "check.net_proxy_password", Reasons: []Reason{{"check.why_proxy", ""}}}
	proxyRefused  = Finding{Code: "proxy_refused", Status: Unknown, Message: "check.net_proxy_refused", Also: []string{"check.net_proxy_unreadable"}, Reasons: []Reason{{"check.why_proxy", ""}}}
	redirected    = Finding{Code: "redirect", Status: Failed, Message: "check.net_redirect", Reasons: []Reason{{"check.why_path", Asked}}}
	tooLarge      = Finding{Code: "too_large", Status: Failed, Message: "check.net_too_large", Reasons: []Reason{{"check.why_path", Asked}}}
	clockOff      = Finding{Code: "clock", Status: Warned, Message: "check.net_clock", Reasons: []Reason{{"check.why_own_clock", ""}}}
	throttled     = Finding{Code: "throttled", Status: Unknown, Message: "check.net_throttled", Also: []string{"check.net_throttled_open"}, Reasons: []Reason{{"check.why_later", ""}}}
	serverError   = Finding{Code: "server_error", Status: Unknown, Message: "check.net_server_error", Also: []string{"check.net_server_busy"}, Reasons: []Reason{{"check.why_later", ""}}}
)

// switchedOff is offline because the network is switched off.
var switchedOff = Finding{Code: "offline", Status: Unknown, Message: "check.net_off", Reasons: []Reason{{"check.why_off", ""}}}

// otherAddress is the cause that the address is not the one that was meant.
var otherAddress = Reason{"check.why_path", Asked}

// networkFindings are the findings of every check that asks a server.
func networkFindings(own ...Finding) []Finding {
	return slices.Concat(own, []Finding{
		urlMalformed, urlPassword, plainHTTP, addressForbidden, nameNotFound, nameFailed, refusedConnection, notReached, timedOut, offline, cutOff,
		certificateUntrusted, certificateExpired, certificateName, certificateEnds, certificateWanted, tlsVersion, tlsMissing, notHTTP,
		proxyPage, proxyPassword, proxyRefused, redirected, tooLarge, clockOff, throttled, serverError, missing,
	})
}

// networkFaults are the faults on the way to every server.
var networkFaults = []Fault{
	{"name-not-found", "check.fault_name_not_found", nameNotFound.Code},
	{"dns-silent", "check.fault_dns_silent", offline.Code},
	{"dns-failure", "check.fault_dns_failure", nameFailed.Code},
	{"offline", "check.fault_offline", offline.Code},
	{"refused", "check.fault_refused", refusedConnection.Code},
	{"connect-silent", "check.fault_connect_silent", timedOut.Code},
	{"tls-silent", "check.fault_tls_silent", timedOut.Code},
	{"plain-http", "check.fault_plain_http", tlsMissing.Code},
	{"tls-old", "check.fault_tls_old", tlsVersion.Code},
	{"certificate-untrusted", "check.fault_certificate_untrusted", certificateUntrusted.Code},
	{"certificate-expired", "check.fault_certificate_expired", certificateExpired.Code},
	{"certificate-name", "check.fault_certificate_name", certificateName.Code},
	{"certificate-ends", "check.fault_certificate_ends", certificateEnds.Code},
	{"certificate-wanted", "check.fault_certificate_wanted", certificateWanted.Code},
	{"not-http", "check.fault_not_http", notHTTP.Code},
	{"slow", "check.fault_slow", timedOut.Code},
	{"slow-body", "check.fault_slow_body", timedOut.Code},
	{"reset-midway", "check.fault_reset_midway", cutOff.Code},
	{"redirect-elsewhere", "check.fault_redirect_elsewhere", redirected.Code},
	{"proxy-page", "check.fault_proxy_page", proxyPage.Code},
	{"proxy-password", "check.fault_proxy_password", proxyPassword.Code},
	{"huge", "check.fault_huge", tooLarge.Code},
	{"endless", "check.fault_endless", tooLarge.Code},
	{"header-flood", "check.fault_header_flood", tooLarge.Code},
	{"clock-skew", "check.fault_clock_skew", clockOff.Code},
	{"408", "check.fault_408", timedOut.Code},
	{"429", "check.fault_429", throttled.Code},
	{"429-open", "check.fault_429_open", throttled.Code},
	{"503", "check.fault_503", serverError.Code},
}
