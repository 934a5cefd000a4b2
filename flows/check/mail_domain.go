package check

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"strings"

	"golang.org/x/net/idna"

	"lotse/flows"
	"lotse/flows/run"
)

// What can be found about a domain, beside what any name can be.
var (
	noMail      = Finding{Code: "no_mail", Status: Failed, Message: "check.net_no_mail", Reasons: []Reason{{"check.why_domain", "address"}}}
	nullMX      = Finding{Code: "null_mx", Status: Failed, Message: "check.net_null_mx", Reasons: []Reason{{"check.why_domain", "address"}}}
	mxIsAddress = Finding{Code: "mx_is_address", Status: Failed, Message: "check.net_mx_is_address", Reasons: []Reason{{"check.why_zone", "address"}}}
	mxIsAlias   = Finding{Code: "mx_is_alias", Status: Warned, Message: "check.net_mx_is_alias", Reasons: []Reason{{"check.why_zone", "address"}}}
)

// mailDomainCheck asks whether a domain takes mail.
func mailDomainCheck() Check {
	return Check{
		Name:     "mail.domain",
		Title:    "check.title_mail_domain",
		Inputs:   []flows.Input{{Name: "address", Types: addressTypes, Required: true}},
		Findings: []Finding{addressMalformed, nameNotFound, noMail, nullMX, mxIsAddress, mxIsAlias, offline, missing},
		Faults: []Fault{
			{"name-not-found", "check.fault_domain_not_found", nameNotFound.Code},
			{"dns-silent", "check.fault_dns_silent", offline.Code},
			{"dns-failure", "check.fault_dns_failure", offline.Code},
			{"no-mail", "check.fault_no_mail", noMail.Code},
			{"address-only", "check.fault_address_only", ""},
			{"null-mx", "check.fault_null_mx", nullMX.Code},
			{"mx-is-address", "check.fault_mx_is_address", mxIsAddress.Code},
			{"mx-is-alias", "check.fault_mx_is_alias", mxIsAlias.Code},
			{"mx-without-address", "check.fault_mx_without_address", noMail.Code},
		},
		run: mailDomain,
	}
}

// mostExchangers is how many mail servers of a domain are looked at.
const mostExchangers = 5

// mailDomain looks for the mail servers of the domain and their addresses (RFC
// 5321, section 5.1). No mail server is asked anything.
func mailDomain(ctx context.Context, j *job) run.CheckResult {
	in := j.inputs("address")[0]
	if form := j.askForm(flows.TypeEmail, in.Value); form != nil && form.Level == flows.Must {
		return j.found(addressMalformed, form.Message, run.Cause{Message: form.Message, Item: in.Item})
	}
	if j.net == nil {
		return j.ended(end(offline), "address")
	}
	_, domain, _ := cut(flows.Format(in.Value))
	if ascii, err := idna.Lookup.ToASCII(domain); err == nil {
		domain = ascii
	}
	d := &domainLook{job: j, resolver: j.net.resolver(j.Check), domain: domain}
	ctx, cancel := context.WithTimeout(ctx, j.net.limits().Header)
	defer cancel()
	if e := d.look(ctx); e != nil {
		return j.ended(e, "address")
	}
	if d.warned != nil {
		return j.ended(d.warned, "address")
	}
	return j.result(Passed, "", flows.Msg("check.domain_passed", "domain", domain))
}

// domainLook is the look at one domain.
type domainLook struct {
	*job
	resolver *net.Resolver
	domain   string
	warned   *ending
}

// look finds the mail servers and goes through them.
func (d *domainLook) look(ctx context.Context) *ending {
	all, err := asked(ctx, d.resolver.LookupMX, d.domain)
	// With an invalid record among them the others come with an error.
	var dns *net.DNSError
	switch {
	case len(all) > 0:
	case errors.As(err, &dns) && dns.IsNotFound:
		return d.without(ctx)
	case err != nil:
		return d.stop("mx", nameEnding(err, d.domain))
	default:
		return d.without(ctx)
	}
	names := make([]string, len(all))
	for i, mx := range all {
		names[i] = strings.TrimSuffix(mx.Host, ".")
	}
	if len(all) == 1 && all[0].Host == "." {
		return d.stop("mx", end(nullMX, "domain", d.domain))
	}
	d.phase("mx", Passed, flows.Said(strings.Join(names, ", ")))
	return d.servers(ctx, names[:min(len(names), mostExchangers)])
}

// without is the way of a domain that names no mail server: its own address is
// one.
func (d *domainLook) without(ctx context.Context) *ending {
	addresses, err := d.resolver.LookupNetIP(ctx, "ip", d.domain)
	if err == nil && len(addresses) > 0 {
		d.phase("mx", Passed, flows.Msg("check.mx_implicit"))
		d.phase("address", Passed, flows.Said(listOf(addresses)))
		return nil
	}
	var dns *net.DNSError
	if err != nil && !(errors.As(err, &dns) && dns.IsNotFound) {
		return d.stop("mx", nameEnding(err, d.domain))
	}
	if !d.exists(ctx) {
		return d.stop("mx", end(nameNotFound, "host", d.domain))
	}
	return d.stop("mx", end(noMail, "domain", d.domain))
}

// exists reports whether the name has a record that domains have: a resolver
// does not tell a name that is not there from one without such a record.
func (d *domainLook) exists(ctx context.Context) bool {
	if ns, err := asked(ctx, d.resolver.LookupNS, d.domain); err == nil && len(ns) > 0 {
		return true
	}
	txt, err := asked(ctx, d.resolver.LookupTXT, d.domain)
	return err == nil && len(txt) > 0
}

// servers looks for the addresses of the mail servers; one that has one will do.
func (d *domainLook) servers(ctx context.Context, names []string) *ending {
	reached := false
	for _, name := range names {
		if _, err := netip.ParseAddr(name); err == nil {
			return d.stop("address", end(mxIsAddress, "server", name))
		}
		addresses, err := d.resolver.LookupNetIP(ctx, "ip", name)
		var dns *net.DNSError
		switch {
		case errors.As(err, &dns) && dns.IsNotFound:
			d.phase("address", Warned, flows.Msg("check.mx_lost", "server", name))
			continue
		case err != nil:
			return d.stop("address", nameEnding(err, name))
		}
		reached = true
		if real, err := asked(ctx, d.resolver.LookupCNAME, name); err == nil && !strings.EqualFold(strings.TrimSuffix(real, "."), name) {
			d.warned = d.stop("address", end(mxIsAlias, "server", name, "name", strings.TrimSuffix(real, ".")))
			continue
		}
		d.phase("address", Passed, flows.Said(name+" "+listOf(addresses)))
	}
	if !reached {
		return d.stop("address", end(noMail, "domain", d.domain))
	}
	return nil
}

// asked asks a name server, and ends when ctx is cancelled: a resolver hears of a
// deadline only. What it is still waiting for then ends by itself, soon.
func asked[T any](ctx context.Context, ask func(ctx context.Context, name string) (T, error), name string) (T, error) {
	type answer struct {
		value T
		err   error
	}
	got := make(chan answer, 1)
	go func() {
		value, err := ask(ctx, name)
		got <- answer{value, err}
	}()
	select {
	case a := <-got:
		return a.value, a.err
	case <-ctx.Done():
	}
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		a := <-got
		return a.value, a.err
	}
	var none T
	return none, ctx.Err()
}
