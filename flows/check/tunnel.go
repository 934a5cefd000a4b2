package check

import (
	"bufio"
	"context"
	"encoding/base64"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"

	"lotse/flows"
)

// tunnel asks the proxy for a tunnel to the target (RFC 9110, section 9.3.6).
func (x *exchange) tunnel(ctx context.Context) *ending {
	at := net.JoinHostPort(x.proxy.Hostname(), port(x.proxy))
	if e := x.dial(ctx, at); e != nil {
		return x.stop("proxy", e)
	}
	deadline := time.Now().Add(x.net.limits().Connect)
	if err := x.conn.SetDeadline(deadline); err != nil {
		return x.stop("proxy", end(cutOff, "what", at))
	}
	stop := context.AfterFunc(ctx, func() { _ = x.conn.SetDeadline(time.Unix(1, 0)) })
	defer stop()
	status, head, err := x.askTunnel()
	if err != nil {
		if isTimeout(err) {
			return x.stop("proxy", end(timedOut, "what", at))
		}
		return x.stop("proxy", end(cutOff, "what", at))
	}
	switch {
	case status == http.StatusProxyAuthRequired:
		return x.stop("proxy", end(proxyPassword, "proxy", at))
	case strings.HasPrefix(head.Get("Content-Type"), "text/html"):
		return x.stop("proxy", end(proxyPage))
	case status != http.StatusOK:
		return x.stop("proxy", end(proxyRefused, "detail", status))
	}
	if err := x.conn.SetDeadline(time.Time{}); err != nil {
		return x.stop("proxy", end(cutOff, "what", at))
	}
	x.pass("proxy", flows.Said(at))
	return nil
}

// askTunnel sends CONNECT and reads the head of the answer. Anything that a
// proxy sends after it unasked is lost with the reader; then the handshake
// fails.
func (x *exchange) askTunnel() (status int, header http.Header, err error) {
	host := net.JoinHostPort(x.target.Hostname(), port(x.target))
	head := fmt.Sprintf("CONNECT %s HTTP/1.1\r\nHost: %s\r\n", host, host)
	if u := x.proxy.User; u != nil {
		password, _ := u.Password()
		head += "Proxy-Authorization: Basic " + base64.StdEncoding.EncodeToString([]byte(u.Username()+":"+password)) + "\r\n"
	}
	if _, err := x.conn.Write([]byte(head + "\r\n")); err != nil {
		return 0, nil, err
	}
	res, err := http.ReadResponse(bufio.NewReaderSize(&limitedConn{x.conn, maxHeader}, 4096), &http.Request{Method: http.MethodConnect})
	if err != nil {
		return 0, nil, err
	}
	return res.StatusCode, res.Header, res.Body.Close()
}

// limitedConn reads no more than a number of bytes of a connection.
type limitedConn struct {
	net.Conn
	left int
}

// Read implements io.Reader.
func (c *limitedConn) Read(b []byte) (int, error) {
	if c.left <= 0 {
		return 0, errTooLarge
	}
	n, err := c.Conn.Read(b[:min(len(b), c.left)])
	c.left -= n
	return n, err
}
