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

	"lotse/flows"
)

// holdTime is how long a portal that says nothing holds a connection: longer
// than any check waits, and not for ever.
const holdTime = time.Minute

// server is the simulated server of one check.
type server struct {
	portal *Portal
	check  string
	listen net.Listener
	server *http.Server
	done   chan struct{} // closed when the server has ended
	bug    *flows.Bug    // that ended it; to be read when it has

	mu   sync.Mutex
	held map[net.Conn]bool // connections that are told nothing
	quit chan struct{}

	refusedOnce map[string]bool // registers that were refused once since their first page
}

func (p *Portal) listen(check string) (*server, error) {
	l, err := (&net.ListenConfig{}).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listen for %s: %w", check, err)
	}
	f := &server{portal: p, check: check, listen: l, done: make(chan struct{}), held: map[net.Conn]bool{}, quit: make(chan struct{}), refusedOnce: map[string]bool{}}
	f.server = &http.Server{
		Handler: f.handler(), ReadHeaderTimeout: 10 * time.Second,
		ErrorLog: log.New(io.Discard, "", 0), // what a client does wrong is its test's business
		// HTTP/1 alone: some faults take the connection over.
		TLSNextProto: map[string]func(*http.Server, *tls.Conn, http.Handler){},
	}
	go func() {
		defer close(f.done)
		f.bug = flows.Try(func() { _ = f.server.Serve(&faultListener{l, f}) }) // it ends when it is closed
	}()
	return f, nil
}

func (s *server) address() string { return s.listen.Addr().String() }

func (s *server) has(fault string) bool { return s.portal.has(s.check, fault) }

func (s *server) close() error {
	close(s.quit)
	err := s.server.Close()
	s.mu.Lock()
	for c := range s.held {
		err = errors.Join(err, c.Close())
	}
	s.held = nil
	s.mu.Unlock()
	<-s.done
	if s.bug != nil {
		err = errors.Join(err, s.bug)
	}
	return err
}

// faultListener is a server's listener: its connections speak TLS, or do what
// the faults say.
type faultListener struct {
	net.Listener
	server *server
}

// Accept implements net.Listener.
func (g *faultListener) Accept() (net.Conn, error) {
	for {
		c, err := g.Listener.Accept()
		if err != nil {
			return nil, err
		}
		switch f := g.server; {
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
func (s *server) hold(c net.Conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held == nil {
		_ = c.Close() // the server is closing
		return
	}
	s.held[c] = true
	time.AfterFunc(holdTime, func() { s.release(c) })
}

// release closes a connection that was held.
func (s *server) release(c net.Conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held[c] {
		delete(s.held, c)
		_ = c.Close()
	}
}

// tls is how a connection is secured, correctly or with a fault.
func (s *server) tls() *tls.Config {
	cfg := &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: s.certificate}
	if s.has("certificate-wanted") {
		cfg.ClientAuth = tls.RequireAnyClientCert
	}
	if s.has("tls-old") {
		cfg.MinVersion, cfg.MaxVersion = tls.VersionTLS10, tls.VersionTLS11 //nolint:gosec // this is the fault
	}
	return cfg
}

// certificate issues a certificate for whatever host is asked for.
func (s *server) certificate(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
	host := hello.ServerName
	if host == "" {
		host = "127.0.0.1"
	}
	ca, now := s.portal.ca, s.portal.cfg.Now()
	if s.has("certificate-self-signed") {
		return ca.alone(host, now.Add(-24*time.Hour), now.AddDate(0, 0, 90))
	}
	from, until := now.Add(-24*time.Hour), now.AddDate(0, 0, 90)
	switch {
	case s.has("certificate-untrusted"):
		ca = s.portal.untrusted
	case s.has("certificate-expired"):
		from, until = now.Add(-36*time.Hour), now.Add(-24*time.Hour)
	case s.has("certificate-ends"):
		until = now.AddDate(0, 0, 7)
	case s.has("certificate-name"):
		host = "somebody-else.example"
	}
	return ca.issue(host, from, until)
}

// unreachable fails as the network does if a host cannot be reached at all.
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
		select {
		case <-ctx.Done():
			return fail(ctx.Err())
		case <-p.over: // whose client has gone is still connecting
			return fail(errClosed)
		}
	}
	return nil
}
