package words

// checkHTTPEnglish says what is found in an answer that a procedure asks for.
func checkHTTPEnglish() table {
	return table{
		"check.title_http_json":       "The server answers as it should",
		"check.net_not_expected":      "{host} does not answer as it should ({status}).",
		"check.net_access_refused":    "{host} does not accept who asks ({status}).",
		"check.net_header_unfit":      "Nothing was sent to {host}: {name} has a line break or another control character in it, which cannot be sent.",
		"check.json_expected":         "{status}, as expected",
		"check.json_passed":           "{host} answers as it should.",
		"check.why_not_expected":      "Something is not set up there yet, or the address leads to the wrong place.",
		"check.why_header":            "A secret or an answer was pasted with a line break.",
		"check.why_look":              "Look at this answer first.",
		"check.fault_401":             "The server does not accept who asks (401).",
		"check.fault_unexpected_json": "The server answers in JSON, and not what is expected.",
	}
}
