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

// exchange is one request to one server, step by step, so that each step is a
// phase: address, dns, connect, proxy, tls, request, answer. A request with a
// secret uses https only, and follows no redirect.
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

	direct  bool               // past the proxy
	few     int                // days before the end of a certificate that are worth a warning
	seen    *certificateReport // what the certificate says; nil: none was asked for
	encoded bool               // id or secret went encoded, and so other than they are
}

// exchange prepares an exchange.
func (j *job) exchange(method, link string) *exchange {
	return &exchange{job: j, method: method, link: link, few: fewDays, header: http.Header{
		"Accept": {"application/json"}, "User-Agent": {"Lotse (connectivity check)"},
	}}
}

// do connects to the server, sends the request, and reads the answer. An
// ending says where and why it stopped.
func (x *exchange) do(ctx context.Context) (*reply, *ending) {
	if x.net == nil {
		return nil, end(switchedOff)
	}
	defer x.close()
	for _, step := range []func(context.Context) *ending{x.address, x.connect, x.secure} {
		if e := step(ctx); e != nil {
			return nil, e
		}
	}
	x.leaves()
	return x.request(ctx)
}

func (x *exchange) close() {
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

// warn notes an ending that does not stop the check.
func (x *exchange) warn(phase string, e *ending) {
	x.warned = append(x.warned, x.stop(phase, e))
}

// address parses the address, and refuses one to which a secret must not be
// sent.
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
	case x.direct:
		x.pass("address", flows.Said(u.Host))
	default:
		x.pass("address", flows.Said(u.Scheme+"://"+u.Host))
	}
	x.target = u
	return x.findProxy()
}

// findProxy finds the proxy for the target. Why it cannot be told may hold a
// password, and is not repeated.
func (x *exchange) findProxy() *ending {
	if x.net.Proxy == nil || x.direct || x.target.Scheme == "http" {
		return nil
	}
	proxy, err := x.net.Proxy(x.target)
	if err != nil {
		return x.stop("proxy", &ending{Finding: proxyRefused, said: flows.Msg("check.net_proxy_unreadable")})
	}
	x.proxy = proxy
	return nil
}

// port is the port of an address; the scheme's default if it has none.
func port(u *url.URL) string {
	if p := u.Port(); p != "" {
		return p
	}
	if u.Scheme == "http" {
		return "80"
	}
	return "443"
}

// connect resolves the host and connects to the first address that answers; or
// to the proxy, which resolves the host itself.
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

// secure starts TLS on the connection, and verifies the certificate before
// anything is sent.
func (x *exchange) secure(ctx context.Context) *ending {
	if x.target.Scheme == "http" {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, x.net.limits().TLS)
	defer cancel()
	look := &certificateReport{host: x.target.Hostname(), roots: x.net.Roots, now: x.env.Now()}
	x.seen = look
	c := tls.Client(x.conn, &tls.Config{
		ServerName: look.host, MinVersion: tls.VersionTLS12,
		InsecureSkipVerify: true, //nolint:gosec // look.verify does what is skipped, and knows more of what it finds
		VerifyConnection:   look.verify,
	})
	if err := c.HandshakeContext(ctx); err != nil {
		return x.stop("tls", look.handshakeFailure(err, x.proxy != nil))
	}
	x.conn = c
	detail := tls.VersionName(c.ConnectionState().Version) + ", " + look.issuer
	if days := look.days(); days < x.few {
		x.warn("tls", end(certificateEnds, "days", days, "issuer", look.issuer))
	} else {
		x.pass("tls", flows.Said(detail))
	}
	return nil
}
