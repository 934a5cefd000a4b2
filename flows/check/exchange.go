package check

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"

	"lotse/flows"
)

// exchange is one question to one server, step by step, so that each step is a
// phase of its own: address, dns, connect, proxy, tls, request, answer. What
// carries a secret goes by https alone, and no answer leads it elsewhere.
type exchange struct {
	*job
	prefix string        // of the phases, where a check asks several servers
	who    flows.Message // which of them this is
	method string
	link   string // the address as it was given
	header http.Header
	body   string

	target *url.URL
	proxy  *url.URL
	conn   net.Conn
	warned []*ending // what is worth a warning on the way

	encoded bool // id or secret went encoded, and so other than they are
}

// ask makes an exchange ready.
func (j *job) exchange(method, link string) *exchange {
	return &exchange{job: j, method: method, link: link, header: http.Header{
		"Accept": {"application/json"}, "User-Agent": {"Lotse (connectivity check)"},
	}}
}

// do goes the way to the server, asks, and reads the answer. An ending says
// where and why it went no further.
func (x *exchange) do(ctx context.Context) (*reply, *ending) {
	if x.net == nil {
		return nil, end(switchedOff)
	}
	defer x.hangUp()
	for _, step := range []func(context.Context) *ending{x.address, x.connect, x.secure} {
		if e := step(ctx); e != nil {
			return nil, e
		}
	}
	return x.request(ctx)
}

func (x *exchange) hangUp() {
	if x.conn != nil {
		_ = x.conn.Close() // it may be closed already
	}
}

// pass and stop end a phase.
func (x *exchange) pass(phase string, detail flows.Message) {
	x.labelled(x.prefix+phase, x.labelOf(phase), Passed, detail)
}

func (x *exchange) stop(phase string, e *ending) *ending {
	x.labelled(x.prefix+phase, x.labelOf(phase), e.Status, e.said)
	return e
}

// warn notes what does not keep the check from going on.
func (x *exchange) warn(phase string, e *ending) {
	x.warned = append(x.warned, x.stop(phase, e))
}

// address reads the address, and refuses what a secret must not go to.
func (x *exchange) address(context.Context) *ending {
	u, err := url.Parse(strings.TrimSpace(x.link))
	switch {
	case err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http":
		return x.stop("address", end(urlMalformed, "url", x.link))
	case u.User != nil:
		return x.stop("address", end(urlPassword, "host", u.Host))
	}
	ip, err := netip.ParseAddr(u.Hostname())
	here := err == nil && ip.Unmap().IsLoopback() || strings.EqualFold(u.Hostname(), "localhost")
	switch {
	case err == nil && !x.net.allows(ip), here && !x.net.Loopback:
		return x.stop("address", end(addressForbidden, "address", u.Hostname()))
	case u.Scheme == "http" && !here:
		return x.stop("address", end(plainHTTP, "host", u.Host))
	case u.Scheme == "http":
		x.pass("address", flows.Msg("check.plain_loopback", "host", u.Host))
	default:
		x.pass("address", flows.Said(u.Scheme+"://"+u.Host))
	}
	x.target = u
	return x.through()
}

// through finds the proxy that stands before the target.
func (x *exchange) through() *ending {
	if x.net.Proxy == nil || x.target.Scheme == "http" {
		return nil
	}
	proxy, err := x.net.Proxy(x.target)
	if err != nil {
		return x.stop("proxy", end(proxyRefused, "detail", err.Error()))
	}
	x.proxy = proxy
	return nil
}

// port is the port of an address, the scheme's own where none is written.
func port(u *url.URL) string {
	if p := u.Port(); p != "" {
		return p
	}
	if u.Scheme == "http" {
		return "80"
	}
	return "443"
}

// connect finds the host's addresses and connects to the first that answers, or
// to the proxy, which finds the host itself.
func (x *exchange) connect(ctx context.Context) *ending {
	if x.proxy != nil {
		return x.tunnel(ctx)
	}
	addresses, e := x.resolve(ctx, x.target.Hostname())
	if e != nil {
		return e
	}
	var failed *ending
	for _, a := range addresses {
		at := netip.AddrPortFrom(a, 0).Addr().String()
		if failed = x.dial(ctx, net.JoinHostPort(at, port(x.target))); failed == nil {
			x.pass("connect", flows.Said(x.conn.RemoteAddr().String()))
			return nil
		}
	}
	return x.stop("connect", failed)
}

// resolve gives the addresses of a host that may be asked.
func (x *exchange) resolve(ctx context.Context, host string) ([]netip.Addr, *ending) {
	if ip, err := netip.ParseAddr(host); err == nil {
		return []netip.Addr{ip}, nil
	}
	limited, cancel := context.WithTimeout(ctx, x.net.limits().Connect)
	defer cancel()
	all, err := x.net.resolver(x.Check).LookupNetIP(limited, "ip", host)
	if err != nil {
		return nil, x.stop("dns", x.nameEnding(ctx, err, host))
	}
	var some []netip.Addr
	for _, a := range all {
		if x.net.allows(a) {
			some = append(some, a.Unmap())
		}
	}
	if len(some) == 0 {
		return nil, x.stop("dns", end(addressForbidden, "address", written(all)))
	}
	x.pass("dns", flows.Said(listOf(some)))
	return some, nil
}

func written(addresses []netip.Addr) []string {
	texts := make([]string, len(addresses))
	for i, a := range addresses {
		texts[i] = a.Unmap().String()
	}
	return texts
}

func listOf(addresses []netip.Addr) string { return strings.Join(written(addresses), ", ") }

// dial connects to an address.
func (x *exchange) dial(ctx context.Context, address string) *ending {
	ctx, cancel := context.WithTimeout(ctx, x.net.limits().Connect)
	defer cancel()
	c, err := x.net.dialer(x.Check)(ctx, "tcp", address)
	if err != nil {
		return dialEnding(err, address)
	}
	x.conn = c
	return nil
}

// secure makes the connection a TLS one, and looks at the certificate before
// anything is sent.
func (x *exchange) secure(ctx context.Context) *ending {
	if x.target.Scheme == "http" {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, x.net.limits().TLS)
	defer cancel()
	look := &looked{host: x.target.Hostname(), roots: x.net.Roots, now: x.env.Now()}
	c := tls.Client(x.conn, &tls.Config{
		ServerName: look.host, MinVersion: tls.VersionTLS12,
		InsecureSkipVerify: true, //nolint:gosec // look.verify does what is skipped, and knows more of what it finds
		VerifyConnection:   look.verify,
	})
	if err := c.HandshakeContext(ctx); err != nil {
		return x.stop("tls", look.ending(err, x.proxy != nil))
	}
	x.conn = c
	detail := tls.VersionName(c.ConnectionState().Version) + ", " + look.issuer
	if days := look.days(); days < fewDays {
		x.warn("tls", end(certificateEnds, "days", days, "issuer", look.issuer))
	} else {
		x.pass("tls", flows.Said(detail))
	}
	return nil
}
