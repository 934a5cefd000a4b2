package portal

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"syscall"
	"time"
)

// patience is how long a portal that is told to say nothing holds a connection:
// longer than any check waits, and not for ever.
const patience = time.Minute

// front is the server that one check meets.
type front struct {
	portal *Portal
	check  string
	listen net.Listener
	server *http.Server
	done   chan struct{} // closed when the server has ended

	mu   sync.Mutex
	held map[net.Conn]bool // connections that are told nothing
	quit chan struct{}

	tripped map[string]bool // registers that were refused once since their first page
}

func (p *Portal) listen(check string) (*front, error) {
	l, err := (&net.ListenConfig{}).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listen for %s: %w", check, err)
	}
	f := &front{portal: p, check: check, listen: l, done: make(chan struct{}), held: map[net.Conn]bool{}, quit: make(chan struct{}), tripped: map[string]bool{}}
	f.server = &http.Server{
		Handler: f.handler(), ReadHeaderTimeout: 10 * time.Second,
		ErrorLog: log.New(io.Discard, "", 0), // what a client does wrong is its test's business
		// HTTP/1 alone: some faults take the connection over.
		TLSNextProto: map[string]func(*http.Server, *tls.Conn, http.Handler){},
	}
	go func() {
		defer close(f.done)
		_ = f.server.Serve(&gate{l, f}) // it ends when it is closed
	}()
	return f, nil
}

func (f *front) address() string { return f.listen.Addr().String() }

func (f *front) has(fault string) bool { return f.portal.has(f.check, fault) }

func (f *front) close() error {
	close(f.quit)
	err := f.server.Close()
	f.mu.Lock()
	for c := range f.held {
		err = errors.Join(err, c.Close())
	}
	f.held = nil
	f.mu.Unlock()
	<-f.done
	return err
}

// gate is a front's listener: it gives connections that speak TLS, or whatever
// the faults want.
type gate struct {
	net.Listener
	front *front
}

// Accept implements net.Listener.
func (g *gate) Accept() (net.Conn, error) {
	for {
		c, err := g.Listener.Accept()
		if err != nil {
			return nil, err
		}
		switch f := g.front; {
		case f.has("tls-silent"):
			f.hold(c)
		case f.has("plain-http"):
			return c, nil
		default:
			return tls.Server(c, f.tls()), nil
		}
	}
}

// hold keeps a connection open and says nothing.
func (f *front) hold(c net.Conn) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.held == nil {
		_ = c.Close() // the front is closing
		return
	}
	f.held[c] = true
	time.AfterFunc(patience, func() { f.let(c) })
}

// let closes a connection that was held.
func (f *front) let(c net.Conn) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.held[c] {
		delete(f.held, c)
		_ = c.Close()
	}
}

// tls is how a connection is secured, or badly.
func (f *front) tls() *tls.Config {
	cfg := &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: f.certificate}
	if f.has("certificate-wanted") {
		cfg.ClientAuth = tls.RequireAnyClientCert
	}
	if f.has("tls-old") {
		cfg.MinVersion, cfg.MaxVersion = tls.VersionTLS10, tls.VersionTLS11 //nolint:gosec // this is the fault
	}
	return cfg
}

// certificate writes a certificate for whatever host is asked for.
func (f *front) certificate(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
	host := hello.ServerName
	if host == "" {
		host = "127.0.0.1"
	}
	ca, now := f.portal.ca, f.portal.cfg.Now()
	from, until := now.Add(-24*time.Hour), now.AddDate(0, 0, 90)
	switch {
	case f.has("certificate-untrusted"):
		ca = f.portal.odd
	case f.has("certificate-expired"):
		from, until = now.Add(-36*time.Hour), now.Add(-24*time.Hour)
	case f.has("certificate-ends"):
		until = now.AddDate(0, 0, 7)
	case f.has("certificate-name"):
		host = "somebody-else.example"
	}
	return ca.issue(host, from, until)
}

// unreachable fails as the network does when a host cannot be reached at all.
func (p *Portal) unreachable(ctx context.Context, check, network, address string) error {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return fmt.Errorf("dial %s: %w", address, err)
	}
	fail := func(err error) error { return &net.OpError{Op: "dial", Net: network, Err: err} }
	switch {
	case p.has(check, "name-not-found"):
		return fail(&net.DNSError{Err: "no such host", Name: host, IsNotFound: true})
	case p.has(check, "offline"), p.has(check, "dns-silent"):
		return fail(syscall.ENETUNREACH)
	case p.has(check, "refused"):
		return fail(syscall.ECONNREFUSED)
	case p.has(check, "connect-silent"):
		<-ctx.Done()
		return fail(ctx.Err())
	}
	return nil
}
