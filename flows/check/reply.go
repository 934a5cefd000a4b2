package check

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"lotse/flows"
)

const (
	maxHeader = 64 << 10
	maxBody   = 1 << 20
	maxQuoted = 300 // of a server's own words, in characters
)

var errTooLarge = errors.New("the answer is too large")

// reply is what a server answered.
type reply struct {
	status int
	header http.Header
	body   []byte
}

// request sends the request over the connection that stands, and reads the
// answer.
func (x *exchange) request(ctx context.Context) (*reply, *ending) {
	req, err := http.NewRequestWithContext(ctx, x.method, x.target.String(), strings.NewReader(x.body))
	if err != nil {
		return nil, x.stop("request", end(urlMalformed, "url", x.link))
	}
	req.Header = x.header
	res, err := x.transport().RoundTrip(req)
	if err != nil {
		return nil, x.stop("request", x.lost(err))
	}
	defer res.Body.Close() //nolint:errcheck // nothing more is read from it
	x.pass("request", flows.Said(res.Proto+" "+strconv.Itoa(res.StatusCode)))
	body, err := io.ReadAll(io.LimitReader(res.Body, maxBody+1))
	switch {
	case err != nil:
		return nil, x.stop("answer", x.lost(err))
	case len(body) > maxBody:
		return nil, x.stop("answer", end(tooLarge, "limit", "1 MiB"))
	}
	x.clock(res.Header)
	return &reply{status: res.StatusCode, header: res.Header, body: body}, nil
}

// transport speaks HTTP/1.1 over the connection, follows nothing, unpacks
// nothing and asks no proxy.
func (x *exchange) transport() *http.Transport {
	give := func(context.Context, string, string) (net.Conn, error) { return x.conn, nil }
	return &http.Transport{
		DialContext: give, DialTLSContext: give,
		DisableKeepAlives: true, DisableCompression: true,
		MaxResponseHeaderBytes: maxHeader, ResponseHeaderTimeout: x.net.limits().Header,
	}
}

// lost says why no whole answer came.
func (x *exchange) lost(err error) *ending {
	switch {
	case isTimeout(err):
		return end(timedOut, "what", x.target.Host)
	case strings.Contains(err.Error(), "headers exceeded"):
		return end(tooLarge, "limit", "64 KiB")
	}
	return end(cutOff, "what", x.target.Host)
}

// skew is how far the clocks may be apart.
const skew = time.Minute

// clock compares the server's clock with this machine's.
func (x *exchange) clock(h http.Header) {
	there, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		return
	}
	off := there.Sub(x.env.Now())
	if off.Abs() > skew {
		x.warn("clock", end(clockOff, "seconds", int(off.Abs().Round(time.Second).Seconds())))
	}
}

// trouble is what any server's answer can be instead of what was asked for; nil
// where it is none of that.
func (x *exchange) trouble(r *reply) *ending {
	switch s := r.status; {
	case s == http.StatusProxyAuthRequired:
		return end(proxyPassword, "proxy", x.quote(r.header.Get("Via")))
	case s == http.StatusNetworkAuthenticationRequired, r.isPage() && r.fromProxy():
		return end(proxyPage)
	case s == http.StatusTooManyRequests:
		return throttledFor(r.header.Get("Retry-After"), x.env.Now())
	case s >= 500:
		return end(serverError, "status", s)
	case s >= 300 && s < 400:
		return end(redirected, "status", s, "to", x.quote(hostOf(r.header.Get("Location"))))
	}
	return nil
}

func (r *reply) isPage() bool { return strings.HasPrefix(r.header.Get("Content-Type"), "text/html") }

// fromProxy reports whether something between us and the server says that it is
// there.
func (r *reply) fromProxy() bool {
	for name := range r.header {
		if name == "Via" || strings.HasPrefix(name, "Proxy-") || strings.HasPrefix(name, "X-Squid-") {
			return true
		}
	}
	return false
}

// longestPause is the longest time after which a server is taken to want to be
// asked again.
const longestPause = 24 * time.Hour

// throttledFor is the ending where a server was asked too often. It names the
// seconds after which to ask again, where the server says them (RFC 9110, section
// 10.2.3).
func throttledFor(after string, now time.Time) *ending {
	wait := time.Duration(-1)
	if n, err := strconv.Atoi(after); err == nil {
		wait = time.Duration(min(n, int(2*longestPause/time.Second))) * time.Second
	} else if t, err := http.ParseTime(after); err == nil {
		wait = max(t.Sub(now), 0)
	}
	if wait < 0 || wait > longestPause {
		return &ending{throttled, flows.Msg("check.net_throttled_open")}
	}
	return end(throttled, "after", int(wait.Round(time.Second).Seconds()))
}

func hostOf(location string) string {
	u, err := url.Parse(location)
	if err != nil || u.Host == "" {
		return location
	}
	return u.Host
}

// object reads the answer as one JSON object without a key that stands twice,
// which two readers would read in two ways (RFC 8259, section 4).
func (x *exchange) object(r *reply) (map[string]any, *ending) {
	switch {
	case r.header.Get("Content-Encoding") != "":
		return nil, x.stop("answer", end(packed, "how", x.quote(r.header.Get("Content-Encoding"))))
	case r.isPage():
		return nil, x.stop("answer", end(htmlPage, "host", x.target.Host))
	}
	var object map[string]any
	read := json.NewDecoder(bytes.NewReader(r.body))
	read.UseNumber() // a number keeps the form in which it was sent
	if err := once(json.NewDecoder(bytes.NewReader(r.body))); err != nil || read.Decode(&object) != nil || object == nil {
		return nil, x.stop("answer", end(notJSON, "host", x.target.Host))
	}
	return object, nil
}

// once reads one value and refuses a key that stands twice in its object.
func once(d *json.Decoder) error {
	t, err := d.Token()
	if err != nil {
		return err
	}
	if t == json.Delim('[') {
		for d.More() {
			if err := once(d); err != nil {
				return err
			}
		}
		_, err = d.Token()
		return err
	}
	if t != json.Delim('{') {
		return nil
	}
	seen := map[string]bool{}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		if name, _ := key.(string); seen[name] {
			return fmt.Errorf("the key %q stands twice", name)
		} else {
			seen[name] = true
		}
		if err := once(d); err != nil {
			return err
		}
	}
	_, err = d.Token()
	return err
}

// quote is what a server says, safe to show: cleaned, without what it may have
// repeated of a secret, and cut.
func (x *exchange) quote(v any) string {
	s, _ := v.(string)
	s = x.safe(s)
	for _, secret := range x.secrets {
		s = strings.ReplaceAll(s, secret, hidden) // a very short one, too
	}
	if r := []rune(s); len(r) > maxQuoted {
		return string(r[:maxQuoted]) + "…"
	}
	return s
}
