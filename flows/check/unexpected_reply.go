package check

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"lotse/flows"
)

// unexpectedReply is the ending for an answer that any server may give instead
// of the requested one; nil if it is none of these. It makes no phase.
func (x *exchange) unexpectedReply(r *reply) *ending {
	e := x.findUnexpected(r)
	if e == nil {
		return nil
	}
	return e.saying(x.serverWords(r))
}

func (x *exchange) findUnexpected(r *reply) *ending {
	switch s := r.status; {
	case s == http.StatusProxyAuthRequired:
		return end(proxyPassword, "proxy", x.quote(r.header.Get("Via")))
	case s == http.StatusNetworkAuthenticationRequired, r.isPage() && r.isFromProxy():
		return end(proxyPage)
	case r.isPage() && s < 300 && r.header.Get("Via") != "":
		return x.viaProxy(r.header.Get("Via"))
	case s == http.StatusRequestTimeout:
		return end(timedOut, "what", x.target.Host)
	case s == http.StatusTooManyRequests:
		return throttledFor(r.header.Get("Retry-After"), x.env.Now())
	case s >= 500:
		return end(serverError, "status", s)
	case s >= 300 && s < 400:
		return end(redirected, "status", s, "to", x.quote(hostOf(r.header.Get("Location"))))
	}
	return nil
}

// viaProxy is the ending for a page that passed something that names itself: a
// proxy of the network does, and so do many servers in front of portals.
func (x *exchange) viaProxy(via string) *ending {
	e := &ending{Finding: proxyPage, said: flows.Msg("check.net_proxy_page_via", "via", x.quote(via))}
	return e.hint(otherAddress)
}

// isPage reports whether the answer is a page for people. A body in JSON is
// none, whatever its header says.
func (r *reply) isPage() bool {
	begin := strings.ToLower(string(r.body[:min(len(r.body), 64)]))
	begin = strings.TrimSpace(begin)
	switch {
	case strings.HasPrefix(begin, "<!doctype html"), strings.HasPrefix(begin, "<html"):
		return true
	case strings.HasPrefix(begin, "{"), strings.HasPrefix(begin, "["):
		return false
	}
	return isHTML(r.header)
}

func isHTML(h http.Header) bool {
	return strings.HasPrefix(strings.ToLower(h.Get("Content-Type")), "text/html")
}

// isFromProxy reports whether a proxy says that the answer is its own.
func (r *reply) isFromProxy() bool {
	for name := range r.header {
		if strings.HasPrefix(name, "Proxy-") || strings.HasPrefix(name, "X-Squid-") {
			return true
		}
	}
	return false
}

// longestPause is the longest pause that a server is taken to ask for.
const longestPause = 24 * time.Hour

// throttledFor is the ending for a server that was asked too often. It names
// the seconds after which to ask again, if the server says them (RFC 9110,
// section 10.2.3).
func throttledFor(after string, now time.Time) *ending {
	wait := time.Duration(-1)
	if n, err := strconv.Atoi(after); err == nil {
		wait = time.Duration(min(n, int(2*longestPause/time.Second))) * time.Second
	} else if t, err := http.ParseTime(after); err == nil {
		wait = max(t.Sub(now), 0)
	}
	if wait < 0 || wait > longestPause {
		return &ending{Finding: throttled, said: flows.Msg("check.net_throttled_open")}
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
