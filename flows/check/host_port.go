package check

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/idna"

	"lotse/flows"
)

// What can be wrong with a host and a port that are answered for themselves.
var (
	hostMalformed = Finding{Code: "host_malformed", Status: Failed, Message: "check.net_host_malformed", Reasons: []Reason{{"check.why_name", Asked}}}
	portMalformed = Finding{Code: "port_malformed", Status: Failed, Message: "check.net_port_malformed", Reasons: []Reason{{"check.why_port", "port"}}}
)

// hostTypes are the types of a host: its name, or an address of which only the
// host and the port count.
var (
	hostTypes   = []flows.Type{flows.TypeCode, flows.TypeText, flows.TypeURL}
	numberTypes = []flows.Type{flows.TypeNumber, flows.TypeCode, flows.TypeText}
)

// hostInputs are the parameters of a check of a host and a port.
func hostInputs(portRequired bool, more ...flows.Input) []flows.Input {
	return append([]flows.Input{
		{Name: "host", Types: hostTypes, Required: true},
		{Name: "port", Types: numberTypes, Required: portRequired},
	}, more...)
}

// reach prepares an exchange with the host and the port of the request; usual is
// the port where none is given. What is forbidden to other checks is to this one.
func (j *job) reach(usual string) (*exchange, *ending) {
	host, port := splitHost(strings.TrimSpace(j.text("host")))
	if given := strings.TrimSpace(j.text("port")); given != "" {
		port = given
	}
	if port == "" {
		port = usual
	}
	if n, err := strconv.Atoi(port); err != nil || n < 1 || n > 65535 {
		return nil, j.stop("address", end(portMalformed, "port", port))
	}
	host, ok := hostName(host)
	if !ok {
		return nil, j.stop("address", end(hostMalformed, "host", j.text("host")))
	}
	x := j.exchange(http.MethodGet, "https://"+net.JoinHostPort(host, port)+"/")
	if j.net == nil {
		return nil, end(switchedOff)
	}
	return x, nil
}

// splitHost takes an address apart that may be a URL, or have a port.
func splitHost(text string) (host, port string) {
	if u, err := url.Parse(text); err == nil && u.Host != "" {
		return u.Hostname(), u.Port()
	}
	if _, err := netip.ParseAddr(text); err == nil {
		return text, ""
	}
	if host, port, err := net.SplitHostPort(text); err == nil {
		return host, port
	}
	return text, ""
}

// hostName is a host as it is looked up: an IP address, or a name in ASCII; ok is
// false for what is neither.
func hostName(host string) (string, bool) {
	if ip, err := netip.ParseAddr(host); err == nil {
		return host, ip.Zone() == ""
	}
	ascii, err := idna.Lookup.ToASCII(strings.TrimSuffix(host, "."))
	if err != nil || ascii == "" || len(ascii) > 253 || strings.ContainsAny(ascii, " /:@?#%") {
		return "", false
	}
	return ascii, true
}

// through does steps of an exchange one after the other.
func through(ctx context.Context, steps ...func(context.Context) *ending) *ending {
	for _, step := range steps {
		if e := step(ctx); e != nil {
			return e
		}
	}
	return nil
}

// faultsNamed are those of the faults on the way to a server that are asked for.
func faultsNamed(names ...string) []Fault {
	var some []Fault
	for _, name := range names {
		for _, f := range networkFaults {
			if f.Name == name {
				some = append(some, f)
			}
		}
	}
	return some
}
