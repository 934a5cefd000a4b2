package check

import (
	"strconv"

	"lotse/flows/run"
)

// ending is why a check that asks the network does not pass: its finding, and
// what its sentence names.
type ending struct {
	finding string
	named   []any // names and values in turn
}

func end(finding string, named ...any) *ending { return &ending{finding, named} }

// statuses are the statuses of the findings of the network. Failed is what
// somebody can put right in the values or at the server; unknown is that the
// check could not be made.
var statuses = map[string]string{
	"url_malformed": Failed, "url_password": Failed, "plain_http": Failed, "address_forbidden": Failed,
	"name_not_found": Failed, "refused_connection": Failed,
	"certificate_untrusted": Failed, "certificate_expired": Failed, "certificate_name": Failed, "tls_version": Failed, "tls_missing": Failed,
	"redirect": Failed, "proxy_page": Failed, "html": Failed, "wrong_path": Failed, "not_json": Failed, "too_large": Failed, "packed": Failed, "unexpected": Failed,
	"credentials_refused": Failed, "scope_missing": Failed, "grant_refused": Failed, "no_token": Failed,
	"soin_refused": Failed, "soin_is_reseller_id": Failed, "token_refused": Failed, "key_refused": Failed, "permission_missing": Failed,
	"shape_unknown": Failed, "register_too_long": Failed, "register_changed": Unknown, "number_again": Unknown,
	"no_mail": Failed, "null_mx": Failed, "mx_is_address": Failed,

	"offline": Unknown, "timed_out": Unknown, "not_reached": Unknown, "cut_off": Unknown, "secret_closed": Unknown,
	"throttled": Unknown, "server_error": Unknown, "proxy_password": Unknown, "proxy_refused": Unknown,

	"certificate_ends": Warned, "clock": Warned, "regions_differ": Warned, "mx_is_alias": Warned,
}

// reasons are what most likely lies behind a finding, and the parameter of the
// answer to look at; "" where no answer is meant, "url" for the address that
// was asked.
var reasons = map[string][]struct{ text, param string }{
	"url_malformed":         {{"why_url", "url"}},
	"url_password":          {{"why_url", "url"}},
	"plain_http":            {{"why_url", "url"}},
	"address_forbidden":     {{"why_url", "url"}},
	"name_not_found":        {{"why_name", "url"}, {"why_inside", ""}},
	"refused_connection":    {{"why_port", "url"}, {"why_inside", ""}},
	"certificate_untrusted": {{"why_breaker", ""}, {"why_name", "url"}},
	"certificate_expired":   {{"why_own_clock", ""}, {"why_operator", ""}},
	"certificate_name":      {{"why_name", "url"}, {"why_breaker", ""}},
	"tls_version":           {{"why_operator", ""}},
	"tls_missing":           {{"why_port", "url"}},
	"redirect":              {{"why_path", "url"}},
	"proxy_page":            {{"why_sign_in", ""}, {"why_breaker", ""}},
	"html":                  {{"why_path", "url"}},
	"wrong_path":            {{"why_path", "url"}},
	"not_json":              {{"why_path", "url"}},
	"no_token":              {{"why_path", "url"}},
	"packed":                {{"why_path", "url"}},
	"too_large":             {{"why_path", "url"}},
	"unexpected":            {{"why_path", "url"}},
	"credentials_refused":   {{"why_secret", "client_secret"}, {"why_id", "client_id"}, {"why_young", ""}},
	"scope_missing":         {{"why_scope", "scope"}},
	"grant_refused":         {{"why_grant", "client_id"}},
	"soin_refused":          {{"why_soin", "soin"}, {"why_pair", "client_id"}},
	"soin_is_reseller_id":   {{"why_reseller", "soin"}},
	"token_refused":         {{"why_regions", "api_end_point_url"}, {"why_swapped", "end_point_url"}},
	"key_refused":           {{"why_key", "key"}},
	"permission_missing":    {{"why_permission", "key"}},
	"shape_unknown":         {{"why_path", "url"}, {"why_interface", ""}},
	"register_too_long":     {{"why_path", "url"}},
	"register_changed":      {{"why_work", ""}},
	"number_again":          {{"why_work", ""}},
	"regions_differ":        {{"why_regions", "api_end_point_url"}},
	"no_mail":               {{"why_domain", "address"}},
	"null_mx":               {{"why_domain", "address"}},
	"mx_is_address":         {{"why_zone", "address"}},
	"mx_is_alias":           {{"why_zone", "address"}},
	"offline":               {{"why_network", ""}},
	"timed_out":             {{"why_firewall", ""}, {"why_later", ""}},
	"not_reached":           {{"why_firewall", ""}},
	"cut_off":               {{"why_firewall", ""}, {"why_later", ""}},
	"throttled":             {{"why_later", ""}},
	"server_error":          {{"why_later", ""}},
	"proxy_password":        {{"why_proxy", ""}},
	"proxy_refused":         {{"why_proxy", ""}},
	"clock":                 {{"why_own_clock", ""}},
	"certificate_ends":      {{"why_operator", ""}},
}

// ended makes a result of an ending. urlParam is the parameter that holds the
// address that was asked.
func (j *job) ended(e *ending, urlParam string) run.CheckResult {
	status := statuses[e.finding]
	if status == "" {
		status = Unknown
	}
	var causes []run.Cause
	for _, why := range reasons[e.finding] {
		c := run.Cause{Message: say(why.text)}
		param := why.param
		if param == "url" {
			param = urlParam
		}
		if in := j.inputs(param); param != "" && len(in) > 0 {
			c.Item = in[0].Item
		}
		causes = append(causes, c)
	}
	return j.result(status, e.finding, say("net_"+e.finding, e.named...), causes...)
}

// wayFindings are what can be found on the way to a server, before it answers
// as itself.
var wayFindings = []string{
	"url_malformed", "url_password", "plain_http", "address_forbidden", "name_not_found", "refused_connection", "not_reached", "timed_out", "offline", "cut_off",
	"certificate_untrusted", "certificate_expired", "certificate_name", "certificate_ends", "tls_version", "tls_missing",
	"proxy_page", "proxy_password", "proxy_refused", "redirect", "too_large", "clock", "throttled", "server_error",
}

// tokenFindings are what a token service can say beyond that.
var tokenFindings = []string{
	"credentials_refused", "scope_missing", "grant_refused", "wrong_path", "html", "not_json", "packed", "no_token", "unexpected", "secret_closed",
}

func with(more []string, findings ...string) []string {
	return append(append([]string(nil), findings...), more...)
}

func seconds(s float64) string { return strconv.FormatFloat(s, 'f', -1, 64) }
