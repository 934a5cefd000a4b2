package check

import (
	"cmp"
	"context"
	"errors"
	"net"
	"net/netip"
	"slices"
	"strings"
	"sync"

	"lotse/flows"
)

// exchanger is a mail server, and what was found out about it.
type exchanger struct {
	name      string
	addresses []netip.Addr
	alias     string        // of which name it is an alias; "" for none
	bad       *ending       // why it is no mail server, should all be like that; nil: it is one
	why       flows.Message // the same within a sentence about several
}

// exchangerNames are the names of the mail servers, preferred ones first, each
// once. null: the domain also says that it accepts no mail (RFC 7505).
func exchangerNames(all []*net.MX) (names []string, null bool) {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b *net.MX) int { return cmp.Or(cmp.Compare(a.Pref, b.Pref), strings.Compare(a.Host, b.Host)) })
	for _, mx := range all {
		name := lower(strings.TrimSuffix(mx.Host, "."))
		switch {
		case name == "":
			null = true
		case !slices.Contains(names, name):
			names = append(names, name)
		}
	}
	return names, null
}

const (
	lookedAtOnce = 8  // mail servers
	mostShown    = 20 // mail servers, and good ones that have a phase
)

// firstOf lists names, only the first ones if there are many.
func firstOf(names []string) string {
	if len(names) > mostShown {
		return strings.Join(names[:mostShown], ", ") + ", …"
	}
	return strings.Join(names, ", ")
}

// checkServers checks all mail servers, some at the same time, so that one
// whose name servers are silent does not delay the others.
func (d *domainCheck) checkServers(ctx context.Context, names []string) []exchanger {
	servers := make([]exchanger, len(names))
	turn := make(chan struct{}, lookedAtOnce)
	var done sync.WaitGroup
	for i, name := range names {
		turn <- struct{}{}
		done.Go(func() {
			servers[i] = d.checkServer(ctx, name)
			<-turn
		})
	}
	done.Wait()
	return servers
}

// checkServer checks one mail server.
func (d *domainCheck) checkServer(ctx context.Context, name string) exchanger {
	s := exchanger{name: name}
	if _, err := netip.ParseAddr(name); err == nil {
		s.bad, s.why = end(mxIsAddress, "server", name), flows.Msg("check.mx_written", "server", name)
		return s
	}
	ctx, cancel := context.WithTimeout(ctx, d.net.limits().Connect)
	defer cancel()
	addresses, err := d.resolver.LookupNetIP(ctx, "ip", fullyQualified(name))
	var dns *net.DNSError
	switch {
	case errors.As(err, &dns) && dns.IsNotFound, err == nil && len(addresses) == 0:
		s.bad, s.why = end(noMail, "domain", d.domain), flows.Msg("check.mx_lost", "server", name)
	case err != nil: // the network is there: the domain's own name server has answered
		s.bad, s.why = end(nameFailed, "host", name), flows.Msg("check.mx_failed", "server", name)
	case !anyPublic(addresses):
		s.bad = end(mxNotPublic, "server", name, "addresses", written(addresses))
		s.why = flows.Msg("check.mx_at_home", "server", name, "addresses", written(addresses))
	default:
		s.addresses = addresses
		if real, err := askCancellable(ctx, d.resolver.LookupCNAME, fullyQualified(name)); err == nil && !strings.EqualFold(fullyQualified(real), fullyQualified(name)) {
			s.alias = strings.TrimSuffix(real, ".")
		}
	}
	return s
}

// shared are address ranges that providers give to many customers at once (RFC
// 6598), and those of no network (RFC 1122, section 3.2.1.3).
var shared = []netip.Prefix{netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("0.0.0.0/8")}

// anyPublic reports whether mail from outside can reach one of the addresses.
func anyPublic(addresses []netip.Addr) bool {
	return slices.ContainsFunc(addresses, func(a netip.Addr) bool {
		a = a.Unmap()
		return a.IsGlobalUnicast() && !a.IsPrivate() && !slices.ContainsFunc(shared, func(p netip.Prefix) bool { return p.Contains(a) })
	})
}

// verdict makes the ending. One mail server is enough; what is wrong besides
// is a warning. Without a good one, a server about which nothing is known
// makes the result unknown.
func (d *domainCheck) verdict(servers []exchanger, null, unreadable bool) *ending {
	bad := slices.DeleteFunc(slices.Clone(servers), func(s exchanger) bool { return s.bad == nil })
	d.addPhases(servers, len(bad) < len(servers))
	if len(bad) == len(servers) {
		i := max(0, slices.IndexFunc(bad, func(s exchanger) bool { return s.bad.Status == Unknown }))
		return d.stop("servers", bad[i].bad)
	}
	wrong, all := len(bad), len(servers)
	if unreadable {
		wrong, all = wrong+1, all+1
	}
	alias := slices.IndexFunc(servers, func(s exchanger) bool { return s.alias != "" })
	switch {
	case null:
		return d.stop("mx", end(nullMXBeside, "domain", d.domain, "servers", namesOf(servers)))
	case wrong > 0:
		first := flows.Msg("check.mx_unreadable")
		if len(bad) > 0 {
			first = bad[0].why
		}
		return d.stop("servers", end(mxPartly, "domain", d.domain, "bad", wrong, "all", all, "first", first))
	case alias >= 0:
		return end(mxIsAlias, "server", servers[alias].name, "name", servers[alias].alias)
	}
	return nil
}

func namesOf(servers []exchanger) []string {
	var names []string
	for _, s := range servers[:min(len(servers), mostShown)] {
		names = append(names, s.name)
	}
	return names
}

// addPhases makes a phase of each mail server that is not as it should be, and
// of the first good ones. some: one of them accepts mail.
func (d *domainCheck) addPhases(servers []exchanger, some bool) {
	good := 0
	for _, s := range servers {
		switch {
		case s.bad != nil && some:
			d.endPhase(Warned, s.why)
		case s.bad != nil:
			d.endPhase(s.bad.Status, s.why)
		case s.alias != "":
			d.endPhase(mxIsAlias.Status, flows.Msg(mxIsAlias.Message, "server", s.name, "name", s.alias))
		case good < mostShown:
			good++
			d.endPhase(Passed, flows.Said(s.name+" "+listOf(s.addresses)))
		}
	}
}

// endPhase ends the phase of a mail server.
func (d *domainCheck) endPhase(status string, what flows.Message) {
	d.labelled("address", flows.Msg("check.step_server"), status, what)
}
