package words

// checkFaultEnglish says what goes wrong at a simulated portal, for whoever
// chooses it.
func checkFaultEnglish() table {
	return table{
		"check.fault_name_not_found":        "The host's name is in no name server.",
		"check.fault_dns_silent":            "No name server answers.",
		"check.fault_offline":               "The machine has no network.",
		"check.fault_refused":               "Nobody listens at the address.",
		"check.fault_connect_silent":        "Nothing answers at the address.",
		"check.fault_tls_silent":            "The server takes the connection and says nothing.",
		"check.fault_plain_http":            "The server speaks http where https is asked for.",
		"check.fault_tls_old":               "The server knows TLS 1.1 at the most.",
		"check.fault_certificate_untrusted": "The certificate is signed by somebody whom nobody trusts.",
		"check.fault_certificate_expired":   "The certificate ended yesterday.",
		"check.fault_certificate_name":      "The certificate is another host's.",
		"check.fault_certificate_ends":      "The certificate ends in a week.",
		"check.fault_slow":                  "The server takes the request and never answers.",
		"check.fault_slow_body":             "The answer begins and comes letter by letter.",
		"check.fault_reset_midway":          "The connection is cut in the middle of the answer.",
		"check.fault_redirect_elsewhere":    "The server sends on to another host.",
		"check.fault_proxy_page":            "A proxy answers with a page of its own.",
		"check.fault_proxy_password":        "A proxy wants a password first.",
		"check.fault_huge":                  "The answer has two megabytes.",
		"check.fault_endless":               "The answer never ends.",
		"check.fault_header_flood":          "The answer's headers have ten megabytes.",
		"check.fault_clock_skew":            "The server's clock is ten minutes ahead.",
		"check.fault_429":                   "The server has been asked too often, and names when to ask again.",
		"check.fault_503":                   "The server is down for maintenance.",

		"check.fault_html":           "The portal answers with its sign-in page instead of JSON.",
		"check.fault_404":            "The path does not exist.",
		"check.fault_not_json":       "The answer says that it is JSON, and is none.",
		"check.fault_duplicate_keys": "The JSON has a key twice.",
		"check.fault_gzip_bomb":      "A small packed answer that would become very large.",

		"check.fault_secret_refused": "Id or secret is wrong (invalid_client).",
		"check.fault_bidi":           "The same, with a description that turns the line round and paints it.",
		"check.fault_scope_missing":  "Id and secret are right, and a scope is missing (invalid_scope).",
		"check.fault_grant_refused":  "The client may not ask in this way (unauthorized_client).",
		"check.fault_grant_unknown":  "The service does not know this way to ask (unsupported_grant_type).",

		"check.fault_soin_refused":      "The token is right, and the API refuses the SOIN.",
		"check.fault_api_token_refused": "The API refuses the token that its own service gave.",

		"check.fault_key_refused":        "The key is wrong, or was deleted.",
		"check.fault_permission_missing": "The key may not read the products.",
		"check.fault_page_429":           "From the second page on the API wants to be left alone for ten minutes.",
		"check.fault_page_429_once":      "The API wants a second's rest before the second page.",
		"check.fault_page_reset":         "The connection is cut in the middle of the second page, each time.",
		"check.fault_page_reset_once":    "The connection is cut in the middle of the second page, once.",
		"check.fault_page_shape":         "The second page has no list of rows.",
		"check.fault_changes_meanwhile":  "The register gets a row while it is read.",
		"check.fault_moves_meanwhile":    "A row moves to the second page while the register is read.",

		"check.fault_domain_not_found":   "The domain does not exist.",
		"check.fault_dns_failure":        "The name server fails.",
		"check.fault_no_mail":            "The domain has neither a mail server nor an address.",
		"check.fault_address_only":       "The domain has an address and no mail server, which counts as one.",
		"check.fault_null_mx":            "The domain says that it takes no mail (RFC 7505).",
		"check.fault_mx_is_address":      "The mail server is written as an address.",
		"check.fault_mx_is_alias":        "The mail server is an alias (RFC 2181, section 10.3).",
		"check.fault_mx_without_address": "The mail server has no address.",
	}
}
