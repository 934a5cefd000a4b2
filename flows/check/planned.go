package check

import "lotse/flows"

// planned are the checks whose running part comes with a later version.
func planned() []flows.CheckSpec {
	return []flows.CheckSpec{
		mailDomain(), httpEndpoint(), oauth2Token(), teccomToken(), techdataAPI(), rackbeatSelf(),
		teccomRelations(), techdataCatalogue(), register("products"), register("customers"), register("suppliers"),
	}
}

var (
	addressTypes = []flows.Type{flows.TypeEmail}
	codeTypes    = []flows.Type{flows.TypeCode, flows.TypeText}
	urlTypes     = []flows.Type{flows.TypeURL}
	secretTypes  = []flows.Type{flows.TypeSecret}
	fileTypes    = []flows.Type{flows.TypeFile}
)

// wayFindings are what can be found on the way to a server, before it answers
// as itself.
var wayFindings = []string{
	"name_not_found", "refused_connection", "not_reached", "timed_out", "offline", "plain_http", "address_forbidden",
	"certificate_untrusted", "certificate_expired", "certificate_name", "certificate_ends", "tls_version",
	"proxy_page", "proxy_password", "redirect", "too_large", "unreadable", "clock", "throttled", "server_error",
}

// tokenFindings are what a token service can say beyond that.
var tokenFindings = []string{"credentials_refused", "scope_missing", "grant_refused", "wrong_path", "not_json"}

func with(more []string, findings ...string) []string {
	return append(append([]string(nil), findings...), more...)
}

// mailDomain asks whether a domain takes mail.
func mailDomain() flows.CheckSpec {
	return flows.CheckSpec{
		Name:     "mail.domain",
		Title:    "The domain of the address takes mail",
		Inputs:   []flows.Input{{Name: "address", Types: addressTypes, Required: true}},
		Findings: []string{"name_not_found", "no_mail", "null_mx", "mx_is_address", "mx_is_alias", "timed_out", "offline", "missing"},
	}
}

// httpEndpoint goes the whole way to a server.
func httpEndpoint() flows.CheckSpec {
	return flows.CheckSpec{
		Name:     "http.endpoint",
		Title:    "The server can be reached",
		Inputs:   []flows.Input{{Name: "url", Types: urlTypes, Required: true}},
		Findings: with(wayFindings, "missing"),
	}
}

// oauth2Token asks a token service for a token (RFC 6749, section 4.4).
func oauth2Token() flows.CheckSpec {
	return flows.CheckSpec{
		Name:  "oauth2.token",
		Title: "The token service accepts id and secret",
		Inputs: []flows.Input{
			{Name: "url", Types: urlTypes, Required: true},
			{Name: "client_id", Types: codeTypes, Required: true},
			{Name: "client_secret", Types: secretTypes, Required: true},
			{Name: "scope", Types: codeTypes},
			{Name: "auth", Types: []flows.Type{flows.TypeChoice}},
		},
		Findings: with(wayFindings, with(tokenFindings, "missing")...),
	}
}

// teccomToken asks the identity provider of TecCom for a token with a client's
// id and secret. It proves the pair and the way to it, no assignment.
func teccomToken() flows.CheckSpec {
	return flows.CheckSpec{
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
}

// teccomRelations looks for the business relation of every entry of a buyer
// grouping file.
func teccomRelations() flows.CheckSpec {
	return flows.CheckSpec{
		Name:  "teccom.relations",
		Title: "Every buyer grouping entry has its business relation",
		Inputs: []flows.Input{
			{Name: "buyer_grouping", Types: fileTypes, Required: true},
			{Name: "relations", Types: fileTypes, Required: true},
		},
		Findings: []string{"without_relation", "column_missing", "unreadable", "missing"},
	}
}

// techdataAPI asks TechData's token service, then its partner API, with the
// values that go into Work 365.
func techdataAPI() flows.CheckSpec {
	return flows.CheckSpec{
		Name:  "techdata.api",
		Title: "TechData accepts the values",
		Inputs: []flows.Input{
			{Name: "client_id", Types: codeTypes, Required: true},
			{Name: "client_secret", Types: secretTypes, Required: true},
			{Name: "end_point_url", Types: urlTypes, Required: true},
			{Name: "api_end_point_url", Types: urlTypes, Required: true},
			{Name: "soin", Types: codeTypes, Required: true},
			{Name: "relationship_url", Types: urlTypes},
		},
		Findings: with(wayFindings, with(tokenFindings, "soin_refused", "soin_is_reseller_id", "regions_differ", "missing")...),
	}
}

// techdataCatalogue holds the product catalogue against the part numbers.
func techdataCatalogue() flows.CheckSpec {
	return flows.CheckSpec{
		Name:  "techdata.catalogue",
		Title: "Every product has its Tech Data SKU number",
		Inputs: []flows.Input{
			{Name: "catalogue", Types: []flows.Type{flows.TypeCode, flows.TypeText, flows.TypeFile}, Required: true, Many: true},
		},
		Findings: []string{"part_number_missing", "part_number_twice", "part_number_differs", "part_number_spoilt", "column_missing", "unreadable", "missing"},
	}
}

// rackbeatSelf asks Rackbeat whose key it is, and for the first page of each
// register.
func rackbeatSelf() flows.CheckSpec {
	return flows.CheckSpec{
		Name:  "rackbeat.self",
		Title: "Rackbeat accepts the key",
		Inputs: []flows.Input{
			{Name: "key", Types: secretTypes, Required: true},
			{Name: "registers", Types: []flows.Type{flows.TypeChoices}},
		},
		Findings: with(wayFindings, "credentials_refused", "scope_missing", "wrong_path", "not_json", "missing"),
	}
}

// register compares a register of Netvisor with Rackbeat's.
func register(which string) flows.CheckSpec {
	return flows.CheckSpec{
		Name:  "register." + which,
		Title: "The registers of " + which + " are the same",
		Inputs: []flows.Input{
			{Name: "netvisor", Types: fileTypes, Required: true},
			{Name: "rackbeat", Types: fileTypes, Required: true},
		},
		Findings: []string{
			"code_form", "code_missing", "code_twice", "only_in_netvisor", "only_in_rackbeat", "code_differs",
			"business_id_differs", "business_id_other_code", "business_id_wrong", "name_other_code", "name_differs", "too_long",
			"column_missing", "unreadable", "missing",
		},
	}
}
