package check

import (
	"context"
	"errors"
	"net"
	"strings"

	"golang.org/x/net/idna"

	"lotse/flows"
	"lotse/flows/run"
)

// What can be found about a domain, beside what any name can be.
var (
	noMail       = Finding{Code: "no_mail", Status: Failed, Message: "check.net_no_mail", Reasons: []Reason{{"check.why_domain", "address"}}}
	nullMX       = Finding{Code: "null_mx", Status: Failed, Message: "check.net_null_mx", Reasons: []Reason{{"check.why_domain", "address"}}}
	nullMXBeside = Finding{Code: "null_mx_beside", Status: Warned, Message: "check.net_null_mx_beside", Reasons: []Reason{{"check.why_zone", "address"}}}
	mxIsAddress  = Finding{Code: "mx_is_address", Status: Failed, Message: "check.net_mx_is_address", Reasons: []Reason{{"check.why_zone", "address"}}}
	mxNotPublic  = Finding{Code: "mx_not_public", Status: Failed, Message: "check.net_mx_not_public", Reasons: []Reason{{"check.why_zone", "address"}, {"check.why_domain", "address"}, {"check.why_own_names", ""}}}
	mxIsAlias    = Finding{Code: "mx_is_alias", Status: Warned, Message: "check.net_mx_is_alias", Reasons: []Reason{{"check.why_zone", "address"}}}
	mxPartly     = Finding{Code: "mx_partly", Status: Warned, Message: "check.net_mx_partly", Reasons: []Reason{{"check.why_zone", "address"}}}
)

// mailDomainCheck checks whether a domain accepts mail.
func mailDomainCheck() Check {
	return Check{
		Name:   "mail.domain",
		Title:  "check.title_mail_domain",
		Inputs: []flows.Input{{Name: "address", Types: addressTypes, Required: true}},
		Findings: []Finding{
			addressMalformed, nameNotFound, nameFailed, noMail, nullMX, nullMXBeside, mxIsAddress, mxNotPublic, mxIsAlias, mxPartly, offline, missing,
		},
		Faults: []Fault{
			{"name-not-found", "check.fault_domain_not_found", nameNotFound.Code},
			{"dns-silent", "check.fault_dns_silent", offline.Code},
			{"dns-failure", "check.fault_dns_failure", nameFailed.Code},
			{"no-mail", "check.fault_no_mail", noMail.Code},
			{"address-only", "check.fault_address_only", ""},
			{"null-mx", "check.fault_null_mx", nullMX.Code},
			{"null-mx-beside", "check.fault_null_mx_beside", nullMXBeside.Code},
			{"mx-is-address", "check.fault_mx_is_address", mxIsAddress.Code},
			{"mx-is-alias", "check.fault_mx_is_alias", mxIsAlias.Code},
			{"mx-without-address", "check.fault_mx_without_address", noMail.Code},
			{"mx-on-localhost", "check.fault_mx_on_localhost", mxNotPublic.Code},
			{"mx-private", "check.fault_mx_private", mxNotPublic.Code},
			{"mx-partly", "check.fault_mx_partly", mxPartly.Code},
		},
		asks: []string{"address"},
		run:  mailDomain,
	}
}

// mailDomain looks up the mail servers of the domain and their addresses (RFC
// 5321, section 5.1). It connects to no mail server.
func mailDomain(ctx context.Context, j *job) run.CheckResult {
	in := j.inputs("address")[0]
	if form := j.askForm(flows.TypeEmail, in.Value); form != nil && form.Level == flows.Must {
		return j.found(addressMalformed, form.Message, run.Cause{Message: form.Message, Item: in.Item})
	}
	if j.net == nil {
		return j.ended(end(switchedOff), "address")
	}
	_, domain, _ := cut(flows.Format(in.Value))
	if ascii, err := idna.Lookup.ToASCII(domain); err == nil {
		domain = ascii
	}
	d := &domainCheck{job: j, resolver: j.net.resolver(j.Check), domain: domain}
	limited, cancel := context.WithTimeout(ctx, j.net.limits().Header)
	defer cancel()
	if e := d.run(limited, ctx); e != nil {
		return j.ended(e, "address")
	}
	return j.result(Passed, "", flows.Msg("check.domain_passed", "domain", domain))
}

// domainCheck is the check of one domain.
type domainCheck struct {
	*job
	resolver *net.Resolver
	domain   string
}

// fullyQualified is a name that ends in a dot, so that the resolver does not
// append a local domain.
func fullyQualified(name string) string { return strings.TrimSuffix(name, ".") + "." }

// run finds the mail servers and checks them. whole has the time limit of the
// whole check, ctx that of a part.
func (d *domainCheck) run(ctx, whole context.Context) *ending {
	all, err := askCancellable(ctx, d.resolver.LookupMX, fullyQualified(d.domain))
	var dns *net.DNSError
	// With an invalid record among them the others come with an error.
	unreadable := errors.As(err, &dns) && strings.Contains(dns.Err, "invalid names")
	switch {
	case len(all) > 0:
	case unreadable:
		return d.stop("mx", end(noMail, "domain", d.domain))
	case err != nil && !(dns != nil && dns.IsNotFound):
		return d.stop("mx", d.nameEnding(whole, err, d.domain))
	default:
		return d.checkOwnAddress(ctx, whole)
	}
	names, null := exchangerNames(all)
	if len(names) == 0 {
		return d.stop("mx", end(nullMX, "domain", d.domain))
	}
	d.phase("mx", Passed, flows.Said(firstOf(names)))
	servers := d.checkServers(ctx, names)
	return d.verdict(servers, null, unreadable)
}

// checkOwnAddress checks a domain that names no mail server: its own address
// is one.
func (d *domainCheck) checkOwnAddress(ctx, whole context.Context) *ending {
	addresses, err := d.resolver.LookupNetIP(ctx, "ip", fullyQualified(d.domain))
	var dns *net.DNSError
	switch {
	case err == nil && len(addresses) > 0:
		d.phase("mx", Passed, flows.Msg("check.mx_implicit"))
		if !anyPublic(addresses) {
			return d.stop("address", end(mxNotPublic, "server", d.domain, "addresses", written(addresses)))
		}
		d.phase("address", Passed, flows.Said(listOf(addresses)))
		return nil
	case err != nil && !(errors.As(err, &dns) && dns.IsNotFound):
		return d.stop("mx", d.nameEnding(whole, err, d.domain))
	}
	exists, err := d.exists(ctx)
	switch {
	case exists:
		return d.stop("mx", end(noMail, "domain", d.domain))
	case err != nil:
		return d.stop("mx", d.nameEnding(whole, err, d.domain))
	}
	return d.stop("mx", end(nameNotFound, "host", d.domain))
}

// exists reports whether the name has a record that every domain has, since a
// resolver does not distinguish a missing name from a missing record. The
// error says that this cannot be known.
func (d *domainCheck) exists(ctx context.Context) (bool, error) {
	ns, errNS := askCancellable(ctx, d.resolver.LookupNS, fullyQualified(d.domain))
	if errNS == nil && len(ns) > 0 {
		return true, nil
	}
	txt, errTXT := askCancellable(ctx, d.resolver.LookupTXT, fullyQualified(d.domain))
	if errTXT == nil && len(txt) > 0 {
		return true, nil
	}
	for _, err := range []error{errNS, errTXT} {
		var dns *net.DNSError
		if err != nil && !(errors.As(err, &dns) && dns.IsNotFound) {
			return false, err
		}
	}
	return false, nil
}
