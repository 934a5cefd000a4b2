package check

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"lotse/flows"
	"lotse/flows/stream"
)

const (
	maxHeader = 64 << 10
	maxBody   = 1 << 20 // as it comes, and unpacked
)

var errTooLarge = errors.New("the answer is too large")

// reply is a server's answer.
type reply struct {
	status   int
	header   http.Header
	body     []byte // without a byte order mark; unpacked where it could be
	tooLarge bool   // it was packed, and unpacked is larger than a body may be
}

// request sends the request over the open connection, and reads the answer.
func (x *exchange) request(ctx context.Context) (*reply, *ending) {
	req, err := http.NewRequestWithContext(ctx, x.method, x.target.String(), strings.NewReader(x.body))
	if err != nil {
		return nil, x.stop("request", end(urlMalformed, "url", x.link))
	}
	req.Header = x.header
	res, err := x.transport().RoundTrip(req)
	if err != nil {
		return nil, x.stop("request", x.lostConnection(err))
	}
	defer res.Body.Close() //nolint:errcheck // nothing more is read from it
	x.pass("request", flows.Said(res.Proto+" "+strconv.Itoa(res.StatusCode)))
	body, err := io.ReadAll(io.LimitReader(res.Body, maxBody+1))
	switch {
	case err != nil:
		return nil, x.stop("answer", x.lostConnection(err))
	case len(body) > maxBody:
		return nil, x.stop("answer", end(tooLarge, "limit", "1 MiB"))
	}
	x.checkClock(res.Header)
	r := &reply{status: res.StatusCode, header: res.Header}
	r.body, r.tooLarge = unpacked(body)
	r.body = stream.Text(r.body)
	return r, nil
}

// unpacked unpacks a body in gzip (RFC 1952), recognised by its first bytes
// and not by its header; any other body is returned unchanged. tooLarge: the
// unpacked body is over the limit, and nothing of it is kept.
func unpacked(body []byte) (plain []byte, tooLarge bool) {
	from, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		return body, false
	}
	plain, err = io.ReadAll(io.LimitReader(from, maxBody+1))
	switch {
	case len(plain) > maxBody:
		return nil, true
	case err != nil:
		return body, false
	}
	return plain, false
}

// transport speaks HTTP/1.1 over the open connection, follows no redirect,
// unpacks nothing and uses no proxy.
func (x *exchange) transport() *http.Transport {
	give := func(context.Context, string, string) (net.Conn, error) { return x.conn, nil }
	return &http.Transport{
		DialContext: give, DialTLSContext: give,
		DisableKeepAlives: true, DisableCompression: true,
		MaxResponseHeaderBytes: maxHeader, ResponseHeaderTimeout: x.net.limits().Header,
	}
}

// lostConnection is the ending for an incomplete answer.
func (x *exchange) lostConnection(err error) *ending {
	switch {
	case isTimeout(err):
		return end(timedOut, "what", x.target.Host)
	case strings.Contains(err.Error(), "headers exceeded"):
		return end(tooLarge, "limit", "64 KiB")
	case strings.Contains(err.Error(), "malformed HTTP"):
		return end(notHTTP, "host", x.target.Host)
	case wantsCertificate(err):
		return end(certificateWanted, "host", x.target.Host)
	}
	return end(cutOff, "what", x.target.Host)
}

// maxSkew is the largest difference of clocks that is accepted.
const maxSkew = time.Minute

// checkClock compares the server's clock with this machine's.
func (x *exchange) checkClock(h http.Header) {
	there, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		return
	}
	off := there.Sub(x.env.Now())
	if off.Abs() > maxSkew {
		x.warn("clock", end(clockOff, "seconds", int(off.Abs().Round(time.Second).Seconds())))
	}
}
