package words

// lintHTTPEnglish says what is wrong with the request of a check.
func lintHTTPEnglish() table {
	return table{
		"thing.request":          "a request",
		"thing.basic":            "user and password",
		"thing.found":            "a finding of a request",
		"thing.rehearse":         "a rehearsal",
		"thing.answer":           "an answer",
		"thing.http_fault":       "a fault of a rehearsal",
		"lint.http_other":        "Only the check {check} has the key {key}.",
		"lint.http_request":      "The check {check} needs a request: what is asked stands in the procedure.",
		"lint.http_rehearse":     "The check {check} needs rehearse: what the portal of a rehearsal answers.",
		"lint.http_url":          "An address begins with https:// and a host, or with an answer that is a whole address.",
		"lint.http_user":         "There is a user or a password in the address: use basic, with a field for the password.",
		"lint.http_host":         "{host} is a machine's own address or its link: no portal is there.",
		"lint.http_body":         "A {method} has no body: only a POST has one.",
		"lint.http_header_name":  "{name} is not the name of a header.",
		"lint.http_header_own":   "The header {name} cannot be set: it would change what is sent, or to whom.",
		"lint.http_header_twice": "The header {name} is there already.",
		"lint.http_header_line":  "The header {name} has a line break or another control character in it.",
		"lint.http_secret_last":  "The secret {name} has to stand at the end of the header, and alone.",
		"lint.http_no_secret":    "{name} is no secret: write it without the word secret.",
		"lint.http_code":         "{code} is not a code: lower-case letters, digits and _.",
		"lint.http_code_twice":   "There is a finding with the code {code} already.",
		"lint.http_code_taken":   "The check {check} has a finding {code} of its own: give this one another code.",
		"lint.http_status":       "A status is a number from 200 to 599.",
		"lint.http_answer":       "The answer of a rehearsal has {limit} bytes at most.",
		"lint.http_fault_name":   "{name} is not a name of a fault: lower-case letters, digits and -.",
	}
}
