package check

import (
	"net/http"
	"slices"
	"strings"
	"unicode"
)

// subject is what a server's message is about.
type subject int

const (
	aboutNothing subject = iota // that is known here
	aboutScope
	aboutAudience
	aboutTenant
	aboutClient
	aboutSecret // id and secret together
	aboutGrant
	aboutOrigin // from where it is asked
	aboutPause  // how often it is asked
	aboutKey    // a key or a token that is neither id nor secret
)

// nouns are the words that name a subject.
var nouns = map[string]subject{
	"scope": aboutScope, "scopes": aboutScope, "audience": aboutAudience, "audiences": aboutAudience,
	"tenant": aboutTenant, "directory": aboutTenant, "realm": aboutTenant, "organization": aboutTenant, "organisation": aboutTenant,
	"client": aboutClient, "clients": aboutClient, "application": aboutClient, "app": aboutClient, "consumer": aboutClient,
	"secret": aboutSecret, "credential": aboutSecret, "credentials": aboutSecret, "password": aboutSecret, "authentication": aboutSecret,
	"grant": aboutGrant, "ip": aboutOrigin, "ips": aboutOrigin, "ipaddress": aboutOrigin, "cidr": aboutOrigin, "allowlist": aboutOrigin, "whitelist": aboutOrigin,
	"allowlisted": aboutOrigin, "whitelisted": aboutOrigin, "firewall": aboutOrigin, "policy": aboutOrigin, "policies": aboutOrigin, "country": aboutOrigin,
	"quota": aboutPause, "throttled": aboutPause, "throttling": aboutPause, "ratelimit": aboutPause,
	"key": aboutKey, "apikey": aboutKey, "token": aboutKey, "subscription": aboutKey,
}

// pairs are adjacent words that together name another subject.
var pairs = map[string]subject{
	"client secret": aboutSecret, "client id": aboutClient, "client identifier": aboutClient, "client credentials": aboutSecret, "client authentication": aboutSecret,
	"client assertion": aboutKey, "client ip": aboutOrigin, "client address": aboutOrigin, "client certificate": aboutKey,
	"authentication token": aboutKey, "authentication header": aboutKey, "authentication policy": aboutOrigin,
	"rate limit": aboutPause, "too many": aboutPause, "resource principal": aboutAudience, "resource parameter": aboutAudience, "resource indicator": aboutAudience,
}

// What is said of a subject.
var (
	unknownWords = []string{"not found", "unknown", "not exist", "no such", "not registered", "not installed", "unrecognized", "unrecognised", "not be found", "cannot find", "not recognized", "not known"}
	offWords     = []string{"disabled", "deactivated", "inactive", "suspended", "not active", "is locked", "archived"}
	wrongWords   = []string{
		"invalid", "incorrect", "wrong", "bad", "expired", "failed", "failure", "mismatch", "not match", "revoked", "missing", "required", "not valid", "neither", "malformed", "rejected",
		"denied",
	}
)

// part is a subject that a sentence names, with all the words of the sentence.
type part struct {
	subject
	sentence string
}

// says reports whether the sentence has one of the words.
func (p part) says(words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(p.sentence, " "+w+" ") })
}

// parts are the subjects of a message, in order. Only the first sentence of
// each text counts: what follows is advice, and names much else.
func (s serverMessage) parts() []part {
	texts := s.texts
	if _, known := codes[lower(s.code)]; !known && s.code != "" {
		texts = slices.Concat([]string{s.code}, texts)
	}
	var all, weak []part
	for _, text := range texts {
		first, _, _ := strings.Cut(text, ". ")
		words := wordsOf(first)
		sentence := " " + strings.Join(words, " ") + " "
		for i := 0; i < len(words); i++ {
			is := nouns[words[i]]
			if i+1 < len(words) {
				if both := pairs[words[i]+" "+words[i+1]]; both != aboutNothing {
					is = both
					i++
				}
			}
			switch is {
			case aboutNothing:
			case aboutKey:
				weak = append(weak, part{is, sentence})
			default:
				all = append(all, part{is, sentence})
			}
		}
	}
	return append(all, weak...)
}

// wordsOf are the words of a sentence or of a code, in lower case:
// InvalidClientId, invalid_client_id and "invalid client id" are the same.
func wordsOf(text string) []string {
	var b strings.Builder
	var before rune
	for _, c := range text {
		switch {
		case !unicode.IsLetter(c) && !unicode.IsDigit(c):
			c = ' '
		case unicode.IsUpper(c) && unicode.IsLower(before):
			b.WriteByte(' ')
		}
		b.WriteRune(unicode.ToLower(c))
		before = c
	}
	return strings.Fields(b.String())
}

// codes are what a token service says no with (RFC 6749, section 5.2; RFC 8707,
// section 2), and beside it what products say alike. What sure says holds whatever
// the words are; any other code only where they say nothing more particular.
var codes = map[string]struct {
	Finding
	sure bool
}{
	"invalid_client": {credentialsRefused, true}, "invalid_scope": {scopeMissing, true}, "insufficient_scope": {scopeMissing, true},
	"invalid_target": {audienceMissing, true}, "invalid_resource": {audienceMissing, true}, "unsupported_grant_type": {grantRefused, true},
	"temporarily_unavailable": {serverError, true}, "server_error": {serverError, true}, "slow_down": {throttled, true},
	"unauthorized_client": {grantRefused, false}, "invalid_grant": {grantRefused, false}, "access_denied": {blocked, false}, "invalid_request": {unexpected, false},
}

// refusalFinding is the finding for an answer of a token service that grants
// nothing. It blames id and secret only if the answer says that they, or the
// client, are not accepted; an unknown answer is reported as it is.
func (r *reply) refusalFinding() Finding {
	s := r.message()
	parts := s.parts()
	if r.isPage() {
		parts = nil // a page names much, and means nothing by it
	}
	code, known := codes[lower(s.code)]
	switch {
	case len(parts) > 0 && parts[0].subject == aboutOrigin:
		return blocked
	case known && code.sure:
		return code.Finding
	}
	for _, p := range parts {
		if f, meant := r.findingFor(p); meant {
			return f
		}
	}
	// 401 with access_denied is how some say invalid_client.
	if known && !r.isNotFound() && (code.Code != blocked.Code || r.status != http.StatusUnauthorized) {
		return code.Finding
	}
	return r.byStatus()
}

// isNotFound reports whether there is nothing at the address, or nothing for
// this kind of request.
func (r *reply) isNotFound() bool {
	return slices.Contains([]int{http.StatusNotFound, http.StatusMethodNotAllowed, http.StatusGone}, r.status)
}

// findingFor is the finding for a subject. If nothing is at the address, the
// words are about that, unless they name the tenant, which is part of the
// address.
func (r *reply) findingFor(p part) (Finding, bool) {
	switch {
	case p.subject == aboutTenant:
		return tenantUnknown, p.says(unknownWords...) || p.says("invalid", "neither", "not valid")
	case r.isNotFound():
		return Finding{}, false
	}
	switch p.subject {
	case aboutScope:
		return scopeMissing, true
	case aboutAudience:
		return audienceMissing, true
	case aboutClient:
		switch {
		case p.says(unknownWords...):
			return clientUnknown, true
		case p.says(offWords...):
			return clientOff, true
		}
		return credentialsRefused, p.says("invalid", "incorrect", "wrong", "bad")
	case aboutSecret:
		return credentialsRefused, p.says(wrongWords...) || p.says(unknownWords...)
	case aboutPause:
		return throttled, true
	case aboutGrant:
		return grantRefused, true
	case aboutOrigin, aboutKey:
		return blocked, r.status == http.StatusUnauthorized || r.status == http.StatusForbidden
	}
	return Finding{}, false
}

// byStatus is the finding by the answer's status alone. 401 is about who asks
// (RFC 9110, section 15.5.2), unless a page says it, or the challenge is not
// for id and secret: then something else has answered.
func (r *reply) byStatus() Finding {
	switch s := r.status; {
	case s == http.StatusUnauthorized && !r.otherSignIn():
		return credentialsRefused
	case s == http.StatusUnauthorized, s == http.StatusForbidden:
		return blocked
	case r.isNotFound():
		return wrongPath
	case r.isPage():
		return htmlPage
	}
	return unexpected
}

// isBlockedEarlier reports whether an answer with 401 or 403 comes from
// something in front of the API, which has not looked at what was sent.
func (r *reply) isBlockedEarlier() bool {
	if r.status != http.StatusUnauthorized && r.status != http.StatusForbidden {
		return false
	}
	if r.isPage() || r.otherSignIn() {
		return true
	}
	parts := r.message().parts()
	return len(parts) > 0 && parts[0].subject == aboutOrigin
}

// otherSignIn reports whether the answer requires a sign-in other than id and
// secret.
func (r *reply) otherSignIn() bool {
	challenges := r.header.Values("WWW-Authenticate")
	ours := slices.ContainsFunc(challenges, func(c string) bool {
		scheme, _, _ := strings.Cut(lower(c), " ")
		return scheme == "basic" || scheme == "bearer"
	})
	return !ours && (len(challenges) > 0 || r.isPage())
}
