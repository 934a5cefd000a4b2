package check

import (
	"context"
	"errors"
	"net"
	"slices"
	"strings"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"

	"lotse/flows"
	"lotse/flows/run"
)

// What can be found about the text records of a name.
var (
	txtMissing   = Finding{Code: "txt_missing", Status: Failed, Message: "check.net_txt_missing", Also: []string{"check.net_txt_others"}, Reasons: []Reason{{"check.why_txt_young", ""}, {"check.why_txt_place", "name"}}}
	txtDifferent = Finding{Code: "txt_different", Status: Failed, Message: "check.net_txt_different", Reasons: []Reason{{"check.why_txt_old", ""}, {"check.why_txt_text", "text"}}, Hints: []Reason{txtQuoted, txtBlanks}}
	txtSeveral   = Finding{Code: "txt_several", Status: Warned, Message: "check.net_txt_several", Reasons: []Reason{{"check.why_txt_one", ""}}}
	dnsMalformed = Finding{Code: "name_malformed", Status: Failed, Message: "check.net_name_malformed", Reasons: []Reason{{"check.why_name", "name"}}}
)

// What may lie behind another text, where there is a sign of it.
var (
	txtQuoted = Reason{"check.why_txt_quotes", ""}
	txtBlanks = Reason{"check.why_txt_blanks", ""}
)

// recordTypes are the types of a record's text, which may have blanks in it.
var recordTypes = []flows.Type{flows.TypeText, flows.TypeCode}

// dnsTxtCheck looks for a text record at a name (RFC 1035, section 3.3.14).
func dnsTxtCheck() Check {
	return Check{
		Name:  "dns.txt",
		Title: "check.title_dns_txt",
		Inputs: []flows.Input{
			{Name: "name", Types: hostTypes, Required: true},
			{Name: "text", Types: recordTypes},
			{Name: "contains", Types: recordTypes},
		},
		Findings: []Finding{dnsMalformed, nameNotFound, nameFailed, txtMissing, txtDifferent, txtSeveral, offline, missing},
		Faults: slices.Concat(faultsNamed("name-not-found", "dns-silent", "dns-failure"), []Fault{
			{"no-text", "check.fault_no_text", txtMissing.Code},
			{"text-other", "check.fault_text_other", txtDifferent.Code},
			{"text-quoted", "check.fault_text_quoted", txtDifferent.Code},
			{"text-twice", "check.fault_text_twice", txtSeveral.Code},
		}),
		asks: []string{"name"},
		run:  dnsTxt,
	}
}

// dnsTxt asks for the text records of a name. Those in pieces are put together.
func dnsTxt(ctx context.Context, j *job) run.CheckResult {
	name, ok := textName(j.text("name"))
	switch {
	case !ok:
		return j.ended(j.stop("dns", end(dnsMalformed, "name", j.text("name"))), "name")
	case j.net == nil:
		return j.ended(end(switchedOff), "name")
	}
	limited, cancel := context.WithTimeout(ctx, j.net.limits().Header)
	defer cancel()
	d := &domainCheck{job: j, resolver: j.net.resolver(j.Check), domain: name}
	texts, err := askCancellable(limited, d.resolver.LookupTXT, fullyQualified(name))
	var dns *net.DNSError
	switch {
	case len(texts) > 0:
		return j.textResult(name, texts)
	case err != nil && !(errors.As(err, &dns) && dns.IsNotFound):
		return j.ended(j.stop("dns", j.nameEnding(ctx, err, name)), "name")
	}
	return j.ended(j.stop("dns", d.withoutText(limited, ctx)), "name")
}

// withoutText is the ending for a name without text records: the record is
// missing where the name, or the domain that it lies in, is there.
func (d *domainCheck) withoutText(ctx, whole context.Context) *ending {
	names := []string{d.domain}
	if own, err := publicsuffix.EffectiveTLDPlusOne(d.domain); err == nil && own != d.domain {
		names = append(names, own)
	}
	for _, name := range names {
		at := *d
		at.domain = name
		exists, err := at.exists(ctx)
		switch {
		case exists:
			return end(txtMissing, "name", d.domain)
		case err != nil:
			return d.nameEnding(whole, err, name)
		}
	}
	return end(nameNotFound, "host", names[len(names)-1])
}

// textName is the name of a text record as it is looked up; ok is false for what
// is no name. Its labels may begin with an underscore.
func textName(given string) (string, bool) {
	host, _ := splitHost(strings.TrimSpace(given))
	host = strings.TrimSuffix(host, ".")
	if ascii, err := idna.Punycode.ToASCII(strings.ToLower(host)); err == nil {
		host = ascii
	}
	bad := func(c rune) bool {
		return (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '_' && c != '.'
	}
	if len(host) > 253 || !strings.Contains(host, ".") || strings.ContainsFunc(host, bad) {
		return "", false
	}
	for _, label := range strings.Split(host, ".") {
		if label == "" || len(label) > 63 {
			return "", false
		}
	}
	return host, true
}

// mostText is how much of a record is told, in characters.
const mostText = 200

// textResult compares the records of a name with what is wanted of them; where
// nothing is, one record is enough.
func (j *job) textResult(name string, texts []string) run.CheckResult {
	for _, text := range texts[:min(len(texts), mostShown)] {
		j.phase("txt", Passed, flows.Said(flows.Cut(text, mostText)))
	}
	want, part := strings.TrimSpace(j.text("text")), strings.TrimSpace(j.text("contains"))
	here := slices.IndexFunc(texts, func(s string) bool {
		return (want == "" || strings.TrimSpace(s) == want) && strings.Contains(s, part)
	})
	if here < 0 {
		return j.ended(j.otherText(name, want, part, texts), "name")
	}
	var alike []string
	for i, text := range texts {
		if kind := textKind(texts[here]); i != here && kind != "" && textKind(text) == kind {
			alike = append(alike, text)
		}
	}
	if len(alike) > 0 {
		return j.ended(j.stop("txt", end(txtSeveral, "name", name, "n", len(alike)+1, "kind", textKind(texts[here]))), "name")
	}
	return j.result(Passed, "", flows.Msg("check.txt_passed", "name", name))
}

// otherText is the ending for records none of which is the one that is wanted.
func (j *job) otherText(name, want, part string, texts []string) *ending {
	kind := textKind(want)
	if kind == "" {
		kind = textKind(part)
	}
	i := slices.IndexFunc(texts, func(s string) bool {
		return kind != "" && textKind(s) == kind || want != "" && bareText(s) == bareText(want)
	})
	if i < 0 {
		return j.stop("txt", &ending{Finding: txtMissing, said: flows.Msg("check.net_txt_others", "name", name, "n", len(texts))})
	}
	e := end(txtDifferent, "name", name, "found", flows.Cut(texts[i], mostText))
	switch is := strings.TrimSpace(texts[i]); {
	case strings.HasPrefix(is, `"`) || strings.HasSuffix(is, `"`):
		e.hint(txtQuoted)
	case want != "" && bareText(is) == bareText(want):
		e.hint(txtBlanks)
	}
	return j.stop("txt", e)
}

// textKind is what a record is about: what stands before its first sign of
// equality, and of a version that too, such as v=spf1. Only one of a kind can count.
func textKind(text string) string {
	text = lower(strings.Trim(strings.TrimSpace(text), `"`))
	if i := strings.IndexAny(text, " ;\t"); strings.HasPrefix(text, "v=") {
		if i < 0 {
			i = len(text)
		}
		return text[:i]
	}
	kind, _, found := strings.Cut(text, "=")
	if !found || kind == "" || strings.ContainsAny(kind, " ;:") {
		return ""
	}
	return kind
}

// bareText is a text without what is easily pasted along or lost.
func bareText(text string) string {
	return strings.Map(func(c rune) rune {
		if c == ' ' || c == '"' || c == '\t' {
			return -1
		}
		return c
	}, lower(text))
}

// TextOf is the text record, and its name, that the name server of a rehearsal
// gives so that a check of one passes; ok is false for any other check.
func TextOf(q *Request) (name, text string, ok bool) {
	j := job{Request: *q}
	name, ok = textName(j.text("name"))
	if text = j.text("text"); text == "" {
		text = j.text("contains")
	}
	return name, text, ok && q.Check == "dns.txt"
}
