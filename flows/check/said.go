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

// saying is what a server says about a request that it does not grant: a word for
// programs, and sentences for people. Products put them in shapes of their own
// (RFC 6749, RFC 9457, and many others), so they are known by what their keys are
// called, wherever those stand.
type saying struct {
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

// String is the saying on one line.
func (s saying) String() string {
	all := s.texts
	if s.code != "" {
		all = slices.Concat([]string{s.code}, all)
	}
	return strings.Join(all, ": ")
}

// words are what the server says, safe to show; "" where it says nothing. A secret
// goes out of a page before its tags do: a part of it may look like one.
func (x *exchange) words(r *reply) string {
	if r.isMarkup() {
		hushed := *r
		hushed.body = []byte(x.safe(string(r.body)))
		r = &hushed
	}
	return x.quote(r.said().String())
}

// said is what the server says. An answer that grants what was asked for may hold
// a token or another secret under any name: of that only what is known for a
// saying is taken, of a refusal everything.
func (r *reply) said() saying {
	var s saying
	var body any
	refused := r.status >= http.StatusBadRequest
	switch {
	case json.Unmarshal(r.body, &body) == nil:
		s.listen(body, 0, false)
		if s.code == "" && len(s.texts) == 0 && refused {
			s.leaves("", body, 0)
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

// isMarkup reports whether the answer is a page, or XML, by what it says it is or
// by how it begins.
func (r *reply) isMarkup() bool {
	return r.isPage() || strings.HasPrefix(strings.TrimSpace(string(r.body[:min(len(r.body), 64)])), "<")
}

// text adds a sentence, once.
func (s *saying) text(t string) {
	t = strings.TrimSpace(t)
	if t != "" && len(s.texts) < maxTexts && !slices.Contains(s.texts, t) && t != s.code {
		s.texts = append(s.texts, t)
	}
}

// listen takes the code and the sentences of a value. all: every sentence counts,
// whatever its key.
func (s *saying) listen(v any, depth int, all bool) {
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
			s.listen(one, depth+1, all)
		}
	case map[string]any:
		s.object(v, depth, all)
	}
}

func (s *saying) object(object map[string]any, depth int, all bool) {
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
			s.listen(v, depth+1, true)
		}
	}
	for _, name := range sortedKeys(object) {
		s.listen(object[name], depth+1, all || slices.Contains(nestKeys, plainKey(name)))
	}
}

// inOrderOf are the keys of an object by what they are called, whatever parts
// their words and in whatever letter case.
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

// leaves are all that a refusal in no known shape says, but what may be a secret.
func (s *saying) leaves(name string, v any, depth int) {
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
			s.leaves(name, one, depth+1)
		}
	case map[string]any:
		for _, key := range sortedKeys(v) {
			s.leaves(key, v[key], depth+1)
		}
	}
}

func mayBeSecret(key string) bool {
	return slices.ContainsFunc([]string{"token", "secret", "password", "assertion", "signature", "key"}, func(word string) bool { return strings.Contains(key, word) })
}

// challenge is what the header says where the body does not (RFC 6750, section 3).
func challenge(h http.Header) saying {
	var s saying
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

// semicolons puts a semicolon for each comma that parts the parameters of a
// challenge, as those of a media type are parted.
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

// quote is what a server says, safe to show: cleaned, without what it may have
// repeated of a secret, and cut.
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
