package check

import (
	"context"
	"crypto/x509"
	"net"
	"net/netip"
	"net/url"
	"time"
)

// Dialer connects to an address; it has the form of net.Dialer's method.
type Dialer func(ctx context.Context, network, address string) (net.Conn, error)

// Net is the network that checks use. Its zero value is the machine's own,
// with the system's certificates, no proxy, and no access to addresses of this
// machine.
type Net struct {
	Dial     func(check string) Dialer               // nil: the machine's
	Resolver func(check string) *net.Resolver        // nil: the machine's
	Roots    *x509.CertPool                          // nil: the system's
	Proxy    func(target *url.URL) (*url.URL, error) // nil: none; a nil address: none for this target
	Loopback bool                                    // addresses of this machine may be asked, by plain http too
	Limits   Limits
}

// Limits are the time limits of the parts of a check; 0 means the default.
type Limits struct {
	Connect  time.Duration // finding the name, and each connection: 5 s
	TLS      time.Duration // 5 s
	Header   time.Duration // until an answer begins: 10 s
	All      time.Duration // 20 s; of a register each page
	Between  time.Duration // of the pages of a register, beyond the first few: 250 ms
	Patience time.Duration // with a server that wants to be asked later, in all: 60 s
}

// usual are the default limits.
var usual = Limits{Connect: 5 * time.Second, TLS: 5 * time.Second, Header: 10 * time.Second, All: longest, Between: 250 * time.Millisecond, Patience: time.Minute}

// limits are the limits with the defaults filled in.
func (n *Net) limits() Limits {
	if n == nil {
		return usual
	}
	l := n.Limits
	for _, d := range []struct{ is, usual *time.Duration }{
		{&l.Connect, &usual.Connect},
		{&l.TLS, &usual.TLS},
		{&l.Header, &usual.Header},
		{&l.All, &usual.All},
		{&l.Between, &usual.Between},
		{&l.Patience, &usual.Patience},
	} {
		if *d.is == 0 {
			*d.is = *d.usual
		}
	}
	return l
}

func (n *Net) dialer(check string) Dialer {
	if n.Dial != nil {
		return n.Dial(check)
	}
	return (&net.Dialer{}).DialContext
}

func (n *Net) resolver(check string) *net.Resolver {
	if n.Resolver != nil {
		return n.Resolver(check)
	}
	return net.DefaultResolver
}

// metadata is where clouds keep the keys of a machine, besides the link-local
// 169.254.169.254.
var metadata = netip.MustParseAddr("fd00:ec2::254")

// allows reports whether a check may ask an address. Addresses of this
// machine, of its link and of its cloud are not allowed: no portal is there.
// Private addresses are.
func (n *Net) allows(a netip.Addr) bool {
	a = a.Unmap()
	switch {
	case a.IsLoopback():
		return n.Loopback
	case a.IsUnspecified(), a.IsMulticast(), a.IsLinkLocalUnicast(), a == metadata:
		return false
	}
	return true
}
