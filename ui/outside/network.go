package outside

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/net/http/httpproxy"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/portal"
	"lotse/flows/run"
	"lotse/ui/file"
)

// Network gives checks their network. A real run uses the machine's, with the
// proxy of the environment and the certificates of a file added to the
// system's. A rehearsal or a demo uses simulated portals, each run its own,
// with the faults that were chosen for it. It is safe for concurrent use.
type Network struct {
	Getenv   func(key string) string
	Now      func() time.Time
	CA       string // path of a file of certificates, PEM; "" for none
	Loopback bool   // addresses of this machine may be asked in a real run
	Off      bool   // real runs ask nothing
	// Store keeps the faults that were chosen for runs; nil where only real runs
	// ask.
	Store run.Store

	choice  sync.Mutex // held while the faults of a run are read and written
	mu      sync.Mutex
	portals map[string]*portal.Portal // by run
}

// For is the Net function of check.Env.
func (n *Network) For(ctx context.Context, q *check.Request) (*check.Net, error) {
	if q.Mode == run.Real {
		return n.machine()
	}
	p, err := n.portal(q.Run)
	if err != nil {
		return nil, err
	}
	faults, err := n.faults(ctx, q)
	if err != nil {
		return nil, err
	}
	if check.FaultsOf(q.Check) != nil {
		known := slices.DeleteFunc(faults.Active(q), func(name string) bool { return !check.HasFault(q.Check, name) })
		if err := p.Switch(q.Check, known...); err != nil {
			return nil, err
		}
	}
	if method, address, answer, ok := check.AnswerOf(q, faults.Active(q)); ok {
		p.SetAnswer(method, address, answer)
	}
	if name, text, ok := check.TextOf(q); ok {
		p.SetText(name, text)
	}
	return &check.Net{
		Dial:     func(name string) check.Dialer { return p.Dial(name) },
		Resolver: p.Resolver, Roots: p.Roots(), Loopback: true,
	}, nil
}

// portal is the simulated portal of a run; it lives as long as the network.
func (n *Network) portal(id string) (*portal.Portal, error) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if p := n.portals[id]; p != nil {
		return p, nil
	}
	p, err := portal.New(portal.Config{Now: n.Now, Faults: check.FaultNames()})
	if err != nil {
		return nil, err
	}
	if n.portals == nil {
		n.portals = map[string]*portal.Portal{}
	}
	n.portals[id] = p
	return p, nil
}

// Close closes the portals.
func (n *Network) Close() error {
	n.mu.Lock()
	defer n.mu.Unlock()
	var errs []error
	for _, p := range n.portals {
		errs = append(errs, p.Close())
	}
	n.portals = nil
	return errors.Join(errs...)
}

// machine is the network of this machine; nil if it must not be used.
func (n *Network) machine() (*check.Net, error) {
	if n.Off {
		return nil, nil
	}
	roots, err := Certificates(n.CA)
	if err != nil {
		return nil, err
	}
	return &check.Net{Roots: roots, Proxy: Proxy(n.Getenv), Loopback: n.Loopback}, nil
}

// errProxy is all that is said of a proxy that cannot be read: it may hold a
// password.
var errProxy = errors.New("read the proxy: HTTPS_PROXY or HTTP_PROXY is no address")

// Proxy gives the proxy of an address by HTTPS_PROXY, HTTP_PROXY and NO_PROXY, in
// upper or lower case; nil: none. One that cannot be read is an error, and not no
// proxy: nothing is asked past it.
func Proxy(getenv func(string) string) func(*url.URL) (*url.URL, error) {
	either := func(key string) string {
		if v := getenv(key); v != "" {
			return v
		}
		return getenv(strings.ToLower(key))
	}
	cfg := httpproxy.Config{HTTPSProxy: either("HTTPS_PROXY"), HTTPProxy: either("HTTP_PROXY"), NoProxy: either("NO_PROXY")}
	if !isProxy(cfg.HTTPSProxy) || !isProxy(cfg.HTTPProxy) {
		return func(*url.URL) (*url.URL, error) { return nil, errProxy }
	}
	return cfg.ProxyFunc()
}

// isProxy reports whether the value of a variable can be read as a proxy, with a
// scheme or without; an empty one names none.
func isProxy(v string) bool {
	if v == "" {
		return true
	}
	if !strings.Contains(v, "://") {
		v = "http://" + v
	}
	u, err := url.Parse(v)
	return err == nil && u.Hostname() != ""
}

// maxCertificates is the largest file of certificates, in bytes.
const maxCertificates = 4 << 20

// Certificates are the system's certificates and those of a PEM file; nil,
// which stands for the system's, if path is "".
func Certificates(path string) (*x509.CertPool, error) {
	if path == "" {
		return nil, nil
	}
	f, err := file.Regular(path)
	switch {
	case errors.Is(err, flows.ErrUnreadable):
		return nil, flows.Refuse(flows.ErrUnreadable, nil, "outside.no_certificates", "file", path)
	case errors.Is(err, flows.ErrNotFound): // what is not found is the setting's, not the call's
		return nil, flows.Refuse(flows.ErrFailed, nil, "file.none", "name", path).Because(err)
	case err != nil:
		return nil, fmt.Errorf("read certificates: %w", err)
	}
	defer f.Close() //nolint:errcheck // only read
	pem, err := io.ReadAll(io.LimitReader(f, maxCertificates+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("read certificates: %w", err)
	case len(pem) > maxCertificates:
		return nil, flows.Refuse(flows.ErrUnreadable, nil, "outside.no_certificates", "file", path)
	}
	roots, err := x509.SystemCertPool()
	if err != nil {
		return nil, fmt.Errorf("read the system's certificates: %w", err)
	}
	if !roots.AppendCertsFromPEM(pem) {
		return nil, flows.Refuse(flows.ErrUnreadable, nil, "outside.no_certificate_in", "file", path)
	}
	return roots, nil
}
