package check

import (
	"encoding/json"
	"mime"
	"net/http"
	"slices"
	"strings"
)

const (
	maxQuoted = 300 // of a server's own words, in characters
	maxTexts  = 4   // sentences of one answer that are told
	maxNested = 6   // how deep they are looked for
)

// serverMessage is what a server says about a request that it does not grant:
// a code for programs, and sentences for people. Products use many JSON shapes
// (RFC 6749, RFC 9457, and others), so both are found by the names of their
// keys, at any depth.
type serverMessage struct {
	code  string
	texts []string
}

// The keys of a code and of sentences, small and without what parts their words;
// the best first.
var (
	codeKeys = []string{"error", "errorcode", "code", "errortype"}
	textKeys = []string{
		"errordescription", "errorsummary", "errormessage", "message", "msg", "title", "detail", "details", "description", "faultstring", "reason", "errors", "error",
	}
	nestKeys = []string{"error", "errors", "fault", "detail", "details", "errorcauses"} // within them every sentence counts
)

// String is the message on one line.
func (s serverMessage) String() string {
	all := s.texts
	if s.code != "" {
		all = slices.Concat([]string{s.code}, all)
	}
	return strings.Join(all, ": ")
}

// serverWords are the server's words, safe to show; "" if it says nothing.
// Secrets are removed before a page's tags are, since part of a secret may
// look like a tag.
func (x *exchange) serverWords(r *reply) string {
	if r.isMarkup() {
		hushed := *r
		hushed.body = []byte(x.safe(string(r.body)))
		r = &hushed
	}
	return x.quote(r.message().String())
}

// message is the server's message. A granting answer may have a token or
// another secret under any name, so only known keys are read from it; a
// refusal is read as a whole.
func (r *reply) message() serverMessage {
	var s serverMessage
	var body any
	refused := r.status >= http.StatusBadRequest
	switch {
	case json.Unmarshal(r.body, &body) == nil:
		s.collect(body, 0, false)
		if s.code == "" && len(s.texts) == 0 && refused {
			s.collectAll("", body, 0)
		}
	case r.isMarkup():
		s.texts = pageTexts(string(r.body))
	case refused && r.isText():
		s.text(string(r.body))
	}
	if s.code == "" && len(s.texts) == 0 {
		s = challenge(r.header)
	}
	return s
}

// isMarkup reports whether the answer is a page, or XML, by its header or its
// first bytes.
func (r *reply) isMarkup() bool {
	return r.isPage() || strings.HasPrefix(strings.TrimSpace(string(r.body[:min(len(r.body), 64)])), "<")
}

// text adds a sentence, once.
func (s *serverMessage) text(t string) {
	t = strings.TrimSpace(t)
	if t != "" && len(s.texts) < maxTexts && !slices.Contains(s.texts, t) && t != s.code {
		s.texts = append(s.texts, t)
	}
}

// collect adds the code and the sentences in a value. all: every sentence
// counts, whatever its key.
func (s *serverMessage) collect(v any, depth int, all bool) {
	if depth > maxNested {
		return
	}
	switch v := v.(type) {
	case string:
		if all && strings.Contains(v, " ") {
			s.text(v)
		}
	case []any:
		for _, one := range v {
			s.collect(one, depth+1, all)
		}
	case map[string]any:
		s.object(v, depth, all)
	}
}

func (s *serverMessage) object(object map[string]any, depth int, all bool) {
	keys := inOrderOf(object)
	for _, known := range codeKeys {
		if word, ok := object[keys[known]].(string); ok && s.code == "" && word != "" && !strings.Contains(word, " ") {
			s.code = word
		}
	}
	for _, known := range textKeys {
		switch v := object[keys[known]].(type) {
		case string:
			if v != s.code {
				s.text(v)
			}
		case []any:
			s.collect(v, depth+1, true)
		}
	}
	for _, name := range sortedKeys(object) {
		s.collect(object[name], depth+1, all || slices.Contains(nestKeys, plainKey(name)))
	}
}

// inOrderOf are the keys of an object by their plain names, without separators
// and in lower case.
func inOrderOf(object map[string]any) map[string]string {
	keys := map[string]string{}
	for _, name := range sortedKeys(object) {
		if plain := plainKey(name); keys[plain] == "" {
			keys[plain] = name
		}
	}
	return keys
}

func plainKey(name string) string {
	return strings.Map(func(c rune) rune {
		if c >= 'a' && c <= 'z' {
			return c
		}
		return -1
	}, lower(name))
}

func sortedKeys(object map[string]any) []string {
	names := make([]string, 0, len(object))
	for name := range object {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// collectAll adds everything that a refusal in no known shape says, except
// what may be a secret.
func (s *serverMessage) collectAll(name string, v any, depth int) {
	if depth > maxNested || mayBeSecret(plainKey(name)) {
		return
	}
	switch v := v.(type) {
	case string:
		if name != "" && v != "" {
			v = name + " " + v
		}
		s.text(v)
	case []any:
		for _, one := range v {
			s.collectAll(name, one, depth+1)
		}
	case map[string]any:
		for _, key := range sortedKeys(v) {
			s.collectAll(key, v[key], depth+1)
		}
	}
}

func mayBeSecret(key string) bool {
	return slices.ContainsFunc([]string{"token", "secret", "password", "assertion", "signature", "key"}, func(word string) bool { return strings.Contains(key, word) })
}

// challenge is the message in the header, if the body has none (RFC 6750,
// section 3).
func challenge(h http.Header) serverMessage {
	var s serverMessage
	for _, c := range h.Values("WWW-Authenticate") {
		scheme, rest, _ := strings.Cut(c, " ")
		_, params, err := mime.ParseMediaType(scheme + ";" + semicolons(rest))
		if err == nil && params["error"] != "" {
			s.code = params["error"]
			s.text(params["error_description"])
			break
		}
	}
	return s
}

// semicolons replaces the commas between the parameters of a challenge by
// semicolons, as media types have them.
func semicolons(params string) string {
	quoted := false
	return strings.Map(func(c rune) rune {
		switch {
		case c == '"':
			quoted = !quoted
		case c == ',' && !quoted:
			return ';'
		}
		return c
	}, params)
}

// quote is a server's text, safe to show: cleaned, without secrets that it may
// repeat, and cut.
func (x *exchange) quote(s string) string {
	s = x.safe(s)
	for _, secret := range x.secrets {
		s = strings.ReplaceAll(s, secret, hidden) // a very short one, too
	}
	if r := []rune(s); len(r) > maxQuoted {
		return string(r[:maxQuoted]) + "…"
	}
	return s
}
