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

// exchanger is a mail server, and what was seen of it.
type exchanger struct {
	name      string
	addresses []netip.Addr
	alias     string        // of which name it is an alias; "" for none
	bad       *ending       // why it is no mail server, should all be like that; nil: it is one
	why       flows.Message // the same within a sentence about several
}

// exchangerNames are the names of mail servers, the preferred ones first, each
// once; null: the domain says beside that it takes no mail (RFC 7505).
func exchangerNames(all []*net.MX) (names []string, null bool) {
	all = slices.Clone(all)
	slices.SortFunc(all, func(a, b *net.MX) int { return cmp.Or(cmp.Compare(a.Pref, b.Pref), strings.Compare(a.Host, b.Host)) })
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

// firstOf lists names, the first ones where they are many.
func firstOf(names []string) string {
	if len(names) > mostShown {
		return strings.Join(names[:mostShown], ", ") + ", …"
	}
	return strings.Join(names, ", ")
}

// lookAt looks at all mail servers, some at the same time: one whose name servers
// are silent costs the others no time.
func (d *domainLook) lookAt(ctx context.Context, names []string) []exchanger {
	servers := make([]exchanger, len(names))
	turn := make(chan struct{}, lookedAtOnce)
	var done sync.WaitGroup
	for i, name := range names {
		turn <- struct{}{}
		done.Go(func() {
			servers[i] = d.exchanger(ctx, name)
			<-turn
		})
	}
	done.Wait()
	return servers
}

// exchanger looks at one mail server.
func (d *domainLook) exchanger(ctx context.Context, name string) exchanger {
	s := exchanger{name: name}
	if _, err := netip.ParseAddr(name); err == nil {
		s.bad, s.why = end(mxIsAddress, "server", name), flows.Msg("check.mx_written", "server", name)
		return s
	}
	ctx, cancel := context.WithTimeout(ctx, d.net.limits().Connect)
	defer cancel()
	addresses, err := d.resolver.LookupNetIP(ctx, "ip", rooted(name))
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
		if real, err := asked(ctx, d.resolver.LookupCNAME, rooted(name)); err == nil && !strings.EqualFold(rooted(real), rooted(name)) {
			s.alias = strings.TrimSuffix(real, ".")
		}
	}
	return s
}

// shared are addresses that providers give to many customers at once (RFC 6598),
// and those of no network at all (RFC 1122, section 3.2.1.3).
var shared = []netip.Prefix{netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("0.0.0.0/8")}

// anyPublic reports whether mail from outside can reach one of some addresses.
func anyPublic(addresses []netip.Addr) bool {
	return slices.ContainsFunc(addresses, func(a netip.Addr) bool {
		a = a.Unmap()
		return a.IsGlobalUnicast() && !a.IsPrivate() && !slices.ContainsFunc(shared, func(p netip.Prefix) bool { return p.Contains(a) })
	})
}

// judge makes a verdict of what was seen: one mail server is enough for mail, and
// what is wrong beside it is a warning. Without one, a server of which nothing is
// known leaves it unknown.
func (d *domainLook) judge(servers []exchanger, null, unreadable bool) *ending {
	bad := slices.DeleteFunc(slices.Clone(servers), func(s exchanger) bool { return s.bad == nil })
	d.tell(servers, len(bad) < len(servers))
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

// tell makes a phase of each mail server: of all that are not as they should be,
// and of the first others. some: one of them takes mail.
func (d *domainLook) tell(servers []exchanger, some bool) {
	good := 0
	for _, s := range servers {
		switch {
		case s.bad != nil && some:
			d.seen(Warned, s.why)
		case s.bad != nil:
			d.seen(s.bad.Status, s.why)
		case s.alias != "":
			d.seen(mxIsAlias.Status, flows.Msg(mxIsAlias.Message, "server", s.name, "name", s.alias))
		case good < mostShown:
			good++
			d.seen(Passed, flows.Said(s.name+" "+listOf(s.addresses)))
		}
	}
}

// seen ends the phase of a mail server.
func (d *domainLook) seen(status string, what flows.Message) {
	d.labelled("address", flows.Msg("check.step_server"), status, what)
}
