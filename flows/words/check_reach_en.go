package words

// checkReachEnglish says what is found about certificates, ports and text records.
func checkReachEnglish() table {
	return table{
		"check.title_tls_certificate": "The server's certificate is good, and lasts",
		"check.title_tcp_connect":     "The port of the server can be reached",
		"check.title_dns_txt":         "The text record is set",

		"check.step_issuer": "Issued by",
		"check.step_names":  "For",
		"check.step_ends":   "Valid",
		"check.step_txt":    "Text record",

		"check.tcp_passed":         "{host} accepts connections.",
		"check.certificate_passed": "The certificate of {host} is good until {until}; it was issued by {issuer}.",
		"check.certificate_until":  "from {from} to {until}",
		"check.txt_passed":         "{name} has the text record.",

		"check.net_host_malformed":          "{host} is not a host: give its name, such as portal.example.org, without a path.",
		"check.net_port_malformed":          "{port} is not a port: there are 1 to 65535.",
		"check.net_days_malformed":          "{days} is not a number of days from 0 to {most}.",
		"check.net_certificate_self_signed": "{host} has signed its certificate itself: nobody else vouches for it.",
		"check.net_name_malformed":          "{name} is not a name that can have a text record, such as _dmarc.example.org.",
		"check.net_txt_missing":             "{name} has no text record.",
		"check.net_txt_others":              "{name} has {n} text {n:record|records}, but not this one.",
		"check.net_txt_different":           "{name} has another text: {found}",
		"check.net_txt_several":             "{name} has {n} text records of the kind {kind}. Only one of them may be there.",

		"check.why_days":       "The number of days is mistyped.",
		"check.why_txt_young":  "The record was set a short while ago: name servers may need up to a day to notice.",
		"check.why_txt_place":  "The record was set at another name. Some providers add the domain to what is typed as the name.",
		"check.why_txt_old":    "An earlier text is still there: it has to be replaced.",
		"check.why_txt_text":   "The text that is looked for is not the right one.",
		"check.why_txt_one":    "An earlier record was left in place: whoever looks after the domain has to remove it.",
		"check.why_txt_quotes": "The quotes were pasted along: they do not belong to the text.",
		"check.why_txt_blanks": "Only blanks, quotes or capitals differ: the text was typed, or broken in two.",

		"check.fault_certificate_self_signed": "The server has signed its certificate itself.",
		"check.fault_no_text":                 "The name has no text record.",
		"check.fault_text_other":              "The name has another text of the same kind.",
		"check.fault_text_quoted":             "The text was pasted with quotes around it.",
		"check.fault_text_twice":              "The name has two text records of the same kind.",
	}
}
