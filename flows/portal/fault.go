package portal

import (
	"slices"
	"strings"
)

// Fault is something that goes wrong when it is switched on.
type Fault struct {
	Name    string
	Does    string // one sentence for whoever chooses it
	Finding string // the code that a check has to find
}

// The faults on the way to a server.
var wayFaults = []Fault{
	{"name-not-found", "The host's name is in no name server.", "name_not_found"},
	{"dns-silent", "No name server answers.", "offline"},
	{"offline", "The machine has no network.", "offline"},
	{"refused", "Nobody listens at the address.", "refused_connection"},
	{"connect-silent", "Nothing answers at the address.", "timed_out"},
	{"tls-silent", "The server takes the connection and says nothing.", "timed_out"},
	{"plain-http", "The server speaks http where https is asked for.", "tls_missing"},
	{"tls-old", "The server knows TLS 1.1 at the most.", "tls_version"},
	{"certificate-untrusted", "The certificate is signed by somebody whom nobody trusts.", "certificate_untrusted"},
	{"certificate-expired", "The certificate ended yesterday.", "certificate_expired"},
	{"certificate-name", "The certificate is another host's.", "certificate_name"},
	{"certificate-ends", "The certificate ends in a week.", "certificate_ends"},
	{"slow", "The server takes the request and never answers.", "timed_out"},
	{"slow-body", "The answer begins and comes letter by letter.", "timed_out"},
	{"reset-midway", "The connection is cut in the middle of the answer.", "cut_off"},
	{"redirect-elsewhere", "The server sends on to another host.", "redirect"},
	{"proxy-page", "A proxy answers with a page of its own.", "proxy_page"},
	{"proxy-password", "A proxy wants a password first.", "proxy_password"},
	{"huge", "The answer has two megabytes.", "too_large"},
	{"endless", "The answer never ends.", "too_large"},
	{"header-flood", "The answer's headers have ten megabytes.", "too_large"},
	{"clock-skew", "The server's clock is ten minutes ahead.", "clock"},
	{"429", "The server has been asked too often, and names when to ask again.", "throttled"},
	{"503", "The server is down for maintenance.", "server_error"},
}

// The faults of a server that answers in JSON.
var answerFaults = []Fault{
	{"html", "The portal answers with its sign-in page instead of JSON.", "html"},
	{"404", "The path does not exist.", "wrong_path"},
	{"not-json", "The answer says that it is JSON, and is none.", "not_json"},
	{"duplicate-keys", "The JSON has a key twice.", "not_json"},
	{"gzip-bomb", "A small packed answer that would become very large.", "packed"},
}

// The faults of a token service (RFC 6749, section 5.2).
var tokenFaults = []Fault{
	{"secret-refused", "Id or secret is wrong (invalid_client).", "credentials_refused"},
	{"bidi", "The same, with a description that turns the line round and paints it.", "credentials_refused"},
	{"scope-missing", "Id and secret are right, and a scope is missing (invalid_scope).", "scope_missing"},
	{"grant-refused", "The client may not ask in this way (unauthorized_client).", "grant_refused"},
	{"grant-unknown", "The service does not know this way to ask (unsupported_grant_type).", "grant_refused"},
}

// checks are the checks that portals stand behind, with their own faults.
var checks = []struct {
	name   string
	faults []Fault
}{
	{"http.endpoint", wayFaults},
	{"oauth2.token", slices.Concat(wayFaults, answerFaults, tokenFaults)},
	{"teccom.token", slices.Concat(wayFaults, answerFaults, tokenFaults)},
	{"techdata.api", slices.Concat(wayFaults, answerFaults, tokenFaults, []Fault{
		{"soin-refused", "The token is right, and the API refuses the SOIN.", "soin_refused"},
		{"api-token-refused", "The API refuses the token that its own service gave.", "token_refused"},
	})},
	{"rackbeat.self", slices.Concat(wayFaults, answerFaults, []Fault{
		{"key-refused", "The key is wrong, or was deleted.", "key_refused"},
		{"scope-missing", "The key may not read the products.", "permission_missing"},
	})},
	{"rackbeat.registers", slices.Concat(wayFaults, answerFaults, []Fault{
		{"key-refused", "The key is wrong, or was deleted.", "key_refused"},
		{"scope-missing", "The key may not read the products.", "permission_missing"},
		{"page-429", "From the second page on the API wants to be left alone for ten minutes.", "throttled"},
		{"page-429-once", "The API wants a second's rest before the second page.", ""},
		{"page-reset", "The connection is cut in the middle of the second page, each time.", "cut_off"},
		{"page-reset-once", "The connection is cut in the middle of the second page, once.", ""},
		{"page-shape", "The second page has no list of rows.", "shape_unknown"},
		{"changes-meanwhile", "The register gets a row while it is read.", "register_changed"},
		{"moves-meanwhile", "A row moves to the second page while the register is read.", "number_again"},
	})},
	{"mail.domain", []Fault{
		{"name-not-found", "The domain does not exist.", "name_not_found"},
		{"dns-silent", "No name server answers.", "offline"},
		{"dns-failure", "The name server fails.", "offline"},
		{"no-mail", "The domain has neither a mail server nor an address.", "no_mail"},
		{"address-only", "The domain has an address and no mail server, which counts as one.", ""},
		{"null-mx", "The domain says that it takes no mail (RFC 7505).", "null_mx"},
		{"mx-is-address", "The mail server is written as an address.", "mx_is_address"},
		{"mx-is-alias", "The mail server is an alias (RFC 2181, section 10.3).", "mx_is_alias"},
		{"mx-without-address", "The mail server has no address.", "no_mail"},
	}},
}

// Checks names the checks that portals stand behind.
func Checks() []string {
	names := make([]string, len(checks))
	for i := range checks {
		names[i] = checks[i].name
	}
	return names
}

// FaultsOf lists the faults that can be switched on for a check; nil where no
// portal stands behind it.
func FaultsOf(check string) []Fault {
	for i := range checks {
		if checks[i].name == check {
			return checks[i].faults
		}
	}
	return nil
}

func listed(faults []Fault) string {
	names := make([]string, len(faults))
	for i := range faults {
		names[i] = faults[i].Name
	}
	return strings.Join(names, ", ")
}
