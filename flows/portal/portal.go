// Package portal simulates the portals that Lotse's checks ask: TecCom's token
// service, TechData's token service and partner API, Rackbeat's API with its
// registers, a name server with mail zones, a plain server, and a proxy. It exists
// so that a rehearsal, a demo and a test run the real checks over real TLS, HTTP
// and DNS, with every fault that a check declares. The checks name the faults; this
// package carries them out, by their names.
//
// Everything listens on loopback, name servers on nothing at all, and nothing
// leaves it. Any credential is accepted unless a fault says otherwise, and none is
// kept. The package may import lotse/flows, flows/run and flows/register/sample;
// never ui, storage or a check.
package portal

import (
	"cmp"
	"context"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"lotse/flows"
)

// Config is what portals need from outside.
type Config struct {
	Now    func() time.Time
	Rows   int                 // of each of Rackbeat's registers; 0: the example pairs
	Faults map[string][]string // check -> names of the faults that can be switched on
}

// Portal is all simulated portals of one rehearsal. Each check has a server of
// its own, so that a fault of one check does not affect the others. It is safe
// for concurrent use.
type Portal struct {
	cfg       Config
	ca        *authority // that its clients trust
	untrusted *authority // that nobody trusts

	mu     sync.Mutex
	faults map[string][]string // check -> names of its faults
	texts  map[string]string   // name -> its text record
	set    map[string]flows.HTTPAnswer
	// By check:
	servers map[string]*server
	proxies map[string]*proxy
	closed  bool
	over    chan struct{} // closed with it: what is kept waiting ends then

	questions map[net.Conn]bool // to name servers, that are still open
	answering sync.WaitGroup    // what answers them

	registers func() map[string][]row // Rackbeat's, made when they are first asked for
}

// errClosed is returned when a portal is used after Close.
var errClosed = errors.New("the simulated portal is closed")

// New makes the portals; each starts to listen on first use.
func New(cfg Config) (*Portal, error) {
	ca, err := newAuthority("Lotse rehearsal CA", cfg)
	if err != nil {
		return nil, err
	}
	odd, err := newAuthority("Somebody else's CA", cfg)
	if err != nil {
		return nil, err
	}
	return &Portal{
		cfg: cfg, ca: ca, untrusted: odd, faults: map[string][]string{}, texts: map[string]string{}, set: map[string]flows.HTTPAnswer{},
		servers: map[string]*server{}, proxies: map[string]*proxy{},
		over: make(chan struct{}), questions: map[net.Conn]bool{},
		registers: sync.OnceValue(func() map[string][]row { return registersOf(cfg.Rows) }),
	}, nil
}

// SetAnswer sets what is answered to a request of http.json; to any other it is an
// empty object.
func (p *Portal) SetAnswer(method, address string, answer flows.HTTPAnswer) {
	u, err := url.Parse(address)
	if err != nil {
		return // nor does the check ask there
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.set[requestKey(method, u.Host, u.RequestURI())] = answer
}

// answer is what is answered to a request.
func (p *Portal) answer(method, host, uri string) flows.HTTPAnswer {
	p.mu.Lock()
	defer p.mu.Unlock()
	if a, set := p.set[requestKey(method, host, uri)]; set {
		return a
	}
	return flows.HTTPAnswer{Status: http.StatusOK, Body: "{}"}
}

func requestKey(method, host, uri string) string {
	return method + " " + strings.TrimSuffix(strings.ToLower(host), ":443") + uri
}

// SetText gives a name a text record, for a check that looks for one; any other
// name has one of no meaning.
func (p *Portal) SetText(name, text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.texts[strings.ToLower(strings.TrimSuffix(name, "."))] = text
}

// text is the text record of a name.
func (p *Portal) text(name string) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return cmp.Or(p.texts[strings.ToLower(strings.TrimSuffix(name, "."))], "rehearsal")
}

// Roots are the certificates that a client of the portals trusts.
func (p *Portal) Roots() *x509.CertPool { return p.ca.pool() }

// PEM is the certificate of Roots in PEM form, for a program that must trust
// the portals.
func (p *Portal) PEM() []byte {
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: p.ca.cert.Raw})
}

// Address is the loopback address of a check's server, for a program that
// dials by itself.
func (p *Portal) Address(check string) (string, error) {
	f, err := p.server(check)
	if err != nil {
		return "", err
	}
	return f.address(), nil
}

// Switch replaces the faults of a check; without names it switches all off. An
// unknown name is an error that names the known ones.
func (p *Portal) Switch(check string, names ...string) error {
	known := p.cfg.Faults[check]
	if known == nil {
		return fmt.Errorf("switch fault: no portal stands behind the check %q", check)
	}
	for _, name := range names {
		if !slices.Contains(known, name) {
			return fmt.Errorf("switch fault: %s has no fault %q; it has: %s", check, name, strings.Join(known, ", "))
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.faults[check] = slices.Clone(names)
	return nil
}

// has reports whether a fault of a check is switched on.
func (p *Portal) has(check, fault string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Contains(p.faults[check], fault)
}

// Dial connects to the server of a check, whatever the address: no host that a
// rehearsal names is reached.
func (p *Portal) Dial(check string) func(ctx context.Context, network, address string) (net.Conn, error) {
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		if err := p.unreachable(ctx, check, network, address); err != nil {
			return nil, err
		}
		f, err := p.server(check)
		if err != nil {
			return nil, err
		}
		var d net.Dialer
		return d.DialContext(ctx, "tcp", f.address())
	}
}

// server is the server of a check.
func (p *Portal) server(check string) (*server, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return nil, errClosed
	}
	if f := p.servers[check]; f != nil {
		return f, nil
	}
	f, err := p.listen(check)
	if err != nil {
		return nil, err
	}
	p.servers[check] = f
	return f, nil
}

// Close closes all portals and waits until their connections are closed.
func (p *Portal) Close() error {
	p.mu.Lock()
	if !p.closed {
		close(p.over)
	}
	p.closed = true
	servers, proxies := p.servers, p.proxies
	p.servers, p.proxies = nil, nil
	var errs []error
	for conn := range p.questions {
		errs = append(errs, conn.Close())
	}
	p.mu.Unlock()
	p.answering.Wait()
	for _, x := range proxies {
		errs = append(errs, x.close())
	}
	for _, f := range servers {
		errs = append(errs, f.close())
	}
	return errors.Join(errs...)
}
