package flows

import (
	"net/url"
	"slices"
	"strings"
)

// HTTPJSON is the name of the check whose request stands in the procedure.
const HTTPJSON = "http.json"

// HTTPRequest is what the check http.json asks, and what it makes of the answer.
type HTTPRequest struct {
	Method  string       // GET, HEAD or POST
	URL     string       // may name answers; FillURL fills it
	Headers []HTTPHeader // in the order of the document
	Body    string       // of a POST; names no answer
	Expect  *Cond        // over status and json.…; the check passes where it is true
	Found   []HTTPFinding
	Answer  HTTPAnswer // of the portal of a rehearsal
	Faults  []HTTPFault
}

// HTTPHeader is a line of the request's header.
type HTTPHeader struct {
	Name   string
	Text   string // may name answers; of Basic the user
	Secret string // id of the secret that follows the text; "" for none
	Basic  bool   // text and secret are user and password (RFC 7617)
}

// HTTPFinding is a finding of the procedure's own.
type HTTPFinding struct {
	Code  string
	When  *Cond  // over status and json.…
	Text  string // what is found; a sentence
	Cause string // what most likely lies behind it; may be empty
	Of    string // id of the field to look at; may be empty
}

// HTTPAnswer is what the portal of a rehearsal answers.
type HTTPAnswer struct {
	Status int
	Body   string
}

// HTTPFault is what goes wrong at that portal while it is switched on.
type HTTPFault struct {
	HTTPAnswer
	Name string // kebab-case
	Does string // a sentence for whoever chooses it
}

// Secrets are the ids of the secrets that go with the request, each once; none
// of no request.
func (r *HTTPRequest) Secrets() []string {
	if r == nil {
		return nil
	}
	var ids []string
	for _, h := range r.Headers {
		if h.Secret != "" && !slices.Contains(ids, h.Secret) {
			ids = append(ids, h.Secret)
		}
	}
	return ids
}

// finds reports whether a code is one of the procedure's own findings.
func (r *HTTPRequest) finds(code string) bool {
	return r != nil && slices.ContainsFunc(r.Found, func(f HTTPFinding) bool { return f.Code == code })
}

// clone copies what has texts in it.
func (r *HTTPRequest) clone() *HTTPRequest {
	if r == nil {
		return nil
	}
	q := *r
	q.Headers, q.Found, q.Faults = slices.Clone(r.Headers), slices.Clone(r.Found), slices.Clone(r.Faults)
	return &q
}

// passages of a request: the addresses and headers are worked with; what is found,
// and what goes wrong in a rehearsal, is read.
func (r *HTTPRequest) passages(path string, v visit) {
	if r == nil {
		return
	}
	v.input(path, ".request.url", &r.URL)
	for i := range r.Headers {
		v.input(path, ".request.headers."+r.Headers[i].Name, &r.Headers[i].Text)
	}
	v.plain(path, ".request.body", &r.Body, false)
	for i := range r.Found {
		at := path + ".found." + r.Found[i].Code
		v.plain(at, ".text", &r.Found[i].Text, true)
		v.plain(at, ".cause", &r.Found[i].Cause, true)
	}
	v.plain(path, ".rehearse.answer.body", &r.Answer.Body, false)
	for i := range r.Faults {
		at := path + ".rehearse.faults." + r.Faults[i].Name
		v.plain(at, ".does", &r.Faults[i].Does, true)
		v.plain(at, ".body", &r.Faults[i].Body, false)
	}
}

// FillURL is Fill for an address: an answer at its beginning may be a whole
// address; any other stays in its part, whatever is in it, so that none leads to
// another host, path or parameter.
func FillURL(text string, answer func(name string) string) string {
	var b strings.Builder
	walk(text, func(plain string) { b.WriteString(plain) }, func(name string) {
		value, before := strings.TrimSpace(answer(name)), b.String()
		switch {
		case before == "":
			value = strings.TrimSuffix(value, "/")
		case strings.ContainsAny(before, "?#"):
			value = url.QueryEscape(value)
		case value == "." || value == "..":
			value = strings.ReplaceAll(value, ".", "%2E")
		default:
			value = strings.ReplaceAll(url.PathEscape(value), "@", "%40")
		}
		b.WriteString(value)
	})
	return b.String()
}
