package portal

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"sync"
	"time"

	"lotse/flows"
)

// proxy is a company's proxy on loopback (RFC 9110, section 9.3.6): it opens a
// tunnel to the server of a check, asks for a password, or answers itself.
type proxy struct {
	portal *Portal
	check  string
	listen net.Listener
	done   sync.WaitGroup

	mu    sync.Mutex
	conns map[net.Conn]bool // nil: it is closed
	bug   *flows.Bug        // the first that a connection ended with
}

// Proxy is the address of a proxy for the server of a check. The proxy itself
// carries out the faults proxy-page and proxy-password.
func (p *Portal) Proxy(check string) (*url.URL, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return nil, errClosed
	}
	x := p.proxies[check]
	if x == nil {
		l, err := (&net.ListenConfig{}).Listen(context.Background(), "tcp", "127.0.0.1:0")
		if err != nil {
			return nil, fmt.Errorf("listen as a proxy: %w", err)
		}
		x = &proxy{portal: p, check: check, listen: l, conns: map[net.Conn]bool{}}
		p.proxies[check] = x
		x.done.Add(1)
		go x.serve()
	}
	return &url.URL{Scheme: "http", Host: x.listen.Addr().String()}, nil
}

func (x *proxy) close() error {
	err := x.listen.Close()
	x.mu.Lock()
	for c := range x.conns {
		err = errors.Join(err, c.Close())
	}
	x.conns = nil
	x.mu.Unlock()
	x.done.Wait()
	if x.bug != nil {
		err = errors.Join(err, x.bug)
	}
	return err
}

func (x *proxy) serve() {
	defer x.done.Done()
	for {
		c, err := x.listen.Accept()
		if err != nil {
			return
		}
		if !x.keep(c) {
			return
		}
		x.done.Add(1)
		go func() {
			defer x.done.Done()
			defer x.drop(c)
			_ = c.SetDeadline(time.Now().Add(holdTime))
			x.keepBug(flows.Try(func() { x.answer(c) }))
		}()
	}
}

// keep remembers a connection, so that it ends with the proxy; it returns
// false if the proxy is closed.
func (x *proxy) keep(c net.Conn) bool {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.conns == nil {
		_ = c.Close()
		return false
	}
	x.conns[c] = true
	return true
}

// keepBug keeps a fault of the program for whoever closes the proxy: here it has
// only lost a connection.
func (x *proxy) keepBug(b *flows.Bug) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.bug = cmp.Or(x.bug, b)
}

func (x *proxy) drop(c net.Conn) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.conns[c] {
		delete(x.conns, c)
		_ = c.Close()
	}
}

// answer answers one connection.
func (x *proxy) answer(c net.Conn) {
	r := bufio.NewReader(c)
	req, err := http.ReadRequest(r)
	if err != nil {
		return
	}
	switch {
	case x.portal.has(x.check, "proxy-password"):
		_, _ = io.WriteString(c, "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"gateway\"\r\nContent-Length: 0\r\n\r\n")
		return
	case x.portal.has(x.check, "proxy-page"):
		body := "<!doctype html><title>Network sign-in</title><p>Please sign in to use the internet."
		fmt.Fprintf(c, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nVia: 1.1 gateway.example\r\nContent-Length: %d\r\n\r\n%s", len(body), body)
		return
	case req.Method != http.MethodConnect:
		_, _ = io.WriteString(c, "HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\n\r\n")
		return
	}
	x.tunnel(c, r, req.Host)
}

// tunnel copies the bytes in both directions.
func (x *proxy) tunnel(c net.Conn, r io.Reader, host string) {
	ctx, cancel := context.WithTimeout(context.Background(), holdTime)
	defer cancel()
	server, err := x.portal.Dial(x.check)(ctx, "tcp", host)
	if err != nil {
		_, _ = io.WriteString(c, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
		return
	}
	if !x.keep(server) {
		return
	}
	defer x.drop(server)
	if _, err := io.WriteString(c, "HTTP/1.1 200 Connection established\r\n\r\n"); err != nil {
		return
	}
	back := make(chan struct{})
	go func() { // copies bytes and nothing else
		defer close(back)
		_, _ = io.Copy(c, server)
		x.drop(c)
	}()
	_, _ = io.Copy(server, r)
	x.drop(server)
	<-back
}
