package flows

import (
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"unicode"
)

// httpKeys are the keys of a check that only http.json has.
var httpKeys = []string{"request", "expect", "found", "rehearse"}

// loadHTTP reads the request of the check http.json; no other check has one.
func (l *loader) loadHTTP(o *object, c *Check) {
	if c.Run != HTTPJSON {
		for _, key := range httpKeys {
			if e := o.Get(key); e != nil {
				l.fault(e.FilePlace, "lint.http_other", "key", key, "check", HTTPJSON)
			}
		}
		return
	}
	l.needs(fifthFormat)
	r := &HTTPRequest{Expect: o.cond("expect")}
	o.needs("expect", KindCheck.what())
	if e := o.take("request"); e != nil {
		l.request(o, e, r)
	} else {
		l.fault(o.FilePlace, "lint.http_request", "check", HTTPJSON)
	}
	r.Found = l.ownFindings(o)
	l.rehearsed(o, r)
	c.Request = r
}

// request reads what is sent.
func (l *loader) request(o *object, e *Element, r *HTTPRequest) {
	what := Msg("thing.request")
	in := l.object(e, o.path+".request", what)
	if in == nil {
		return
	}
	if r.Method = in.oneOf("method", "GET", "HEAD", "POST"); in.Get("method") == nil {
		r.Method = "GET"
	}
	if r.URL = in.must("url", what); r.URL != "" {
		l.address(in.Get("url").FilePlace, r.URL)
	}
	if h := in.take("headers"); h != nil {
		l.headers(in, h, r)
	}
	if b := in.take("basic"); b != nil {
		l.basic(in, b, r)
	}
	if r.Body = in.text("body"); r.Body != "" && r.Method != "POST" {
		l.fault(in.Get("body").FilePlace, "lint.http_body", "method", r.Method)
	}
	in.done(what)
}

// address proves an address as far as it is written: https, a host that a portal
// can have, and nobody's password.
func (l *loader) address(at FilePlace, text string) {
	if strings.HasPrefix(text, placeholder) {
		return // the answer is the address, and is proven when it is asked
	}
	u, err := url.Parse(FillURL(text, func(string) string { return "x" }))
	switch {
	case err != nil || u.Scheme != "https" || u.Host == "" || strings.ContainsFunc(text, unicode.IsControl):
		l.fault(at, "lint.http_url")
		return
	case u.User != nil:
		l.fault(at, "lint.http_user")
	}
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	ip, err := netip.ParseAddr(host)
	ip = ip.Unmap()
	if host == "localhost" || strings.HasSuffix(host, ".localhost") || err == nil && (ip.IsLoopback() || ip.IsUnspecified() || ip.IsMulticast() || ip.IsLinkLocalUnicast()) {
		l.fault(at, "lint.http_host", "host", Short(host))
	}
}

// ownHeaders are headers that the check sets, or that would change what is sent
// and to whom.
var ownHeaders = []string{
	"host", "content-length", "transfer-encoding", "connection", "keep-alive", "te", "trailer", "upgrade", "expect", "accept-encoding", "cookie", "set-cookie", "forwarded",
}

// headers reads the lines of the header.
func (l *loader) headers(o *object, e *Element, r *HTTPRequest) {
	in := l.object(e, o.path+".headers", value("headers"))
	if in == nil {
		return
	}
	for _, p := range in.Pairs {
		name := p.Key.Text
		small := strings.ToLower(name)
		switch {
		case !httpToken(name):
			l.fault(p.Key.FilePlace, "lint.http_header_name", "name", Short(name))
			continue
		case slices.Contains(ownHeaders, small) || strings.HasPrefix(small, "proxy-") || strings.HasPrefix(small, "x-forwarded-"):
			l.fault(p.Key.FilePlace, "lint.http_header_own", "name", name)
			continue
		case slices.ContainsFunc(r.Headers, func(h HTTPHeader) bool { return strings.EqualFold(h.Name, name) }):
			l.fault(p.Key.FilePlace, "lint.http_header_twice", "name", name)
			continue
		}
		h := l.header(name, p.Value.FilePlace, in.text(name))
		r.Headers = append(r.Headers, h)
	}
}

// httpToken is the form of a header's name (RFC 9110, section 5.1).
var httpToken = pattern("[A-Za-z0-9!#$%&'*+.^_`|~-]+")

// secretWord begins the name of a secret in a header: {{ secret FIELD }}.
const secretWord = "secret "

// header takes the secret out of a line. It stands at the end, and once.
func (l *loader) header(name string, at FilePlace, text string) HTTPHeader {
	h := HTTPHeader{Name: name, Text: text}
	if strings.ContainsFunc(text, unicode.IsControl) {
		l.fault(at, "lint.http_header_line", "name", name)
		return HTTPHeader{Name: name}
	}
	secrets, last := 0, ""
	var before strings.Builder
	walk(text, func(plain string) { before.WriteString(plain); last += plain }, func(named string) {
		id, secret := strings.CutPrefix(named, secretWord)
		if !secret {
			before.WriteString(placeholder + " " + named + " }}")
			last = named
			return
		}
		secrets, h.Secret, h.Text, last = secrets+1, strings.TrimSpace(id), before.String(), ""
	})
	if secrets > 1 || secrets == 1 && strings.TrimSpace(last) != "" {
		l.fault(at, "lint.http_secret_last", "name", h.Secret)
	}
	return h
}

// basic reads user and password.
func (l *loader) basic(o *object, e *Element, r *HTTPRequest) {
	what := Msg("thing.basic")
	in := l.object(e, o.path+".basic", what)
	if in == nil {
		return
	}
	h := HTTPHeader{Name: "Authorization", Text: in.must("user", what), Secret: in.must("password", what), Basic: true}
	in.done(what)
	if slices.ContainsFunc(r.Headers, func(other HTTPHeader) bool { return strings.EqualFold(other.Name, h.Name) }) {
		l.fault(e.FilePlace, "lint.http_header_twice", "name", h.Name)
		return
	}
	r.Headers = append(r.Headers, h)
}
