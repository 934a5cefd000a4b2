package check_test

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"

	"lotse/flows/check"
	"lotse/flows/run"
)

// TestHostsAsTheyAreGiven: a host is a name, a name with a port, or what an
// address leads to; and none that other checks do not ask either.
func TestHostsAsTheyAreGiven(t *testing.T) {
	_, rehearsal := rehearsed(t, false)
	real := check.NewRunner(env(&check.Net{Dial: func(string) check.Dialer {
		return func(context.Context, string, string) (net.Conn, error) { panic("a forbidden address is asked") }
	}}))
	for _, c := range []struct {
		host, port, finding string
		runner              *check.Runner
	}{
		{"portal.example", "443", "", rehearsal},
		{" Portal.Example. ", "443", "", rehearsal},
		{"https://portal.example/path?x=1", "443", "", rehearsal},
		{"portal.example:8443", "8443", "", rehearsal},
		{"bücher.example", "443", "", rehearsal},
		{"192.0.2.7", "443", "", rehearsal},
		{"2001:db8::7", "443", "", rehearsal},
		{"portal.example/path", "443", "host_malformed", rehearsal},
		{"user@portal.example", "443", "host_malformed", rehearsal},
		{"portal example", "443", "host_malformed", rehearsal},
		{"portal.example\r\nX: y", "443", "host_malformed", rehearsal},
		{"fe80::1%eth0", "443", "host_malformed", rehearsal},
		{"portal.example", "http", "port_malformed", rehearsal},
		{"portal.example", "-1", "port_malformed", rehearsal},
		{"127.0.0.1", "443", "address_forbidden", real},
		{"localhost", "443", "address_forbidden", real},
		{"::1", "443", "address_forbidden", real},
		{"169.254.169.254", "80", "address_forbidden", real},
		{"fd00:ec2::254", "80", "address_forbidden", real},
		{"0.0.0.0", "443", "address_forbidden", real},
		{"::ffff:127.0.0.1", "443", "address_forbidden", real},
	} {
		for _, name := range []string{"tcp.connect", "tls.certificate"} {
			if _, err := netip.ParseAddr(c.host); err == nil && c.finding == "" && name == "tls.certificate" {
				c.finding = "certificate_name" // a client names no address, and so the portal has none for it
			}
			inputs := with(with(given[name], "host", c.host), "port", c.port)
			if got := ask(t, c.runner, name, inputs); got.Finding != c.finding {
				t.Errorf("%s %q: %s %q (%s), want %q", name, c.host, got.Status, got.Finding, english(got.Message), c.finding)
			}
		}
	}
}

// TestCertificateSaysWhatItIs: issuer, names and end are told, of a bad one too,
// and the days of the warning are those that are asked for.
func TestCertificateSaysWhatItIs(t *testing.T) {
	p, r := rehearsed(t, false)
	for _, c := range []struct{ fault, days, finding, tells string }{
		{"", "", "", "Lotse rehearsal CA"},
		{"", "100", "certificate_ends", "portal.example"},
		{"certificate-ends", "3", "", "Lotse rehearsal CA"},
		{"certificate-ends", "", "certificate_ends", "Lotse rehearsal CA"},
		{"certificate-name", "", "certificate_name", "somebody-else.example"},
		{"certificate-self-signed", "", "certificate_self_signed", "portal.example"},
		{"certificate-untrusted", "", "certificate_untrusted", "Somebody else's CA"},
	} {
		var faults []string
		if c.fault != "" {
			faults = append(faults, c.fault)
		}
		if err := p.Switch("tls.certificate", faults...); err != nil {
			t.Fatal(err)
		}
		inputs := given["tls.certificate"]
		if c.days != "" {
			inputs = with(inputs, "days", c.days)
		}
		got := ask(t, r, "tls.certificate", inputs)
		if told := strings.Join(textsOf("en", &got), "\n"); got.Finding != c.finding || !strings.Contains(told, "Issued by") || !strings.Contains(told, c.tells) {
			t.Errorf("%s, %s days: %q\n%s", c.fault, c.days, got.Finding, told)
		}
	}
}

// TestPortsAreAskedPastTheProxy: what speaks no HTTP is not asked through one.
func TestPortsAreAskedPastTheProxy(t *testing.T) {
	p, _ := rehearsed(t, false)
	n := networkOf(p, false)
	n.Proxy = func(*url.URL) (*url.URL, error) { panic("a proxy is asked") }
	if got := ask(t, check.NewRunner(env(n)), "tcp.connect", given["tcp.connect"]); got.Status != check.Passed {
		t.Errorf("%+v", got)
	}
}

// TestTextRecords: what is wanted of a record, what stands there, and what may lie
// behind the difference.
func TestTextRecords(t *testing.T) {
	long := "v=DKIM1; p=" + strings.Repeat("MIIBIjAN", 60)
	for _, c := range []struct{ there, text, contains, fault, finding, why string }{
		{long, long, "", "", "", ""},
		{"v=spf1 include:a.example -all", "", "include:a.example", "", "", ""},
		{"v=spf1 include:a.example -all", "", "", "", "", ""},
		{"v=spf1 include:a.example -all", " v=spf1 include:a.example -all ", "", "", "", ""},
		{"v=spf1 include:b.example -all", "v=spf1 include:a.example -all", "", "", "txt_different", "An earlier text"},
		{"v=spf1  include:a.example -all", "v=spf1 include:a.example -all", "", "", "txt_different", "Only blanks"},
		{"V=SPF1 include:a.example -ALL", "v=spf1 include:a.example -all", "", "", "txt_different", "Only blanks"},
		{"google-site-verification=abc", "google-site-verification=abd", "", "", "txt_different", "An earlier text"},
		{"google-site-verification=abc", "v=spf1 -all", "", "", "txt_missing", "another name"},
		{"zz9", "zz8", "", "", "txt_missing", "another name"},
		{"v=spf1 -all", "v=spf1 -all", "", "text-quoted", "txt_different", "quotes were pasted"},
		{"v=spf1 -all", "v=spf1 -all", "", "text-twice", "txt_several", "left in place"},
	} {
		p, _ := rehearsed(t, false)
		p.SetText("muster.example", c.there)
		var faults []string
		if c.fault != "" {
			faults = append(faults, c.fault)
		}
		if err := p.Switch("dns.txt", faults...); err != nil {
			t.Fatal(err)
		}
		inputs := []run.CheckInput{{Param: "name", Value: "Muster.example."}}
		for param, value := range map[string]string{"text": c.text, "contains": c.contains} {
			if value != "" {
				inputs = append(inputs, run.CheckInput{Param: param, Value: value})
			}
		}
		got := ask(t, check.NewRunner(env(networkOf(p, false))), "dns.txt", inputs)
		if told := strings.Join(textsOf("en", &got), "\n"); got.Finding != c.finding || !strings.Contains(told, c.why) {
			t.Errorf("%q for %q: %q\n%s", c.there, c.text+c.contains, got.Finding, told)
		}
	}
}

// TestTextNames: what is looked up, and what is not.
func TestTextNames(t *testing.T) {
	_, r := rehearsed(t, false)
	for name, finding := range map[string]string{
		"selector1._domainkey.muster.example": "", "https://muster.example/": "", "bücher.example": "",
		"muster": "name_malformed", "a..example": "name_malformed", "a b.example": "name_malformed", "*.example": "name_malformed",
		strings.Repeat("a", 64) + ".example": "name_malformed", "info@muster.example": "name_malformed",
	} {
		if got := ask(t, r, "dns.txt", with(given["dns.txt"], "name", name)); got.Finding != finding {
			t.Errorf("%q: %q (%s), want %q", name, got.Finding, english(got.Message), finding)
		}
	}
}

// proxied puts a proxy before the network that answers every request itself.
func proxied(t *testing.T, status int) func(*check.Net) {
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		_, _ = io.WriteString(w, "<!doctype html><title>Sign in</title>")
	}))
	t.Cleanup(proxy.Close)
	return func(n *check.Net) {
		n.Dial = nil
		n.Proxy = func(*url.URL) (*url.URL, error) { return url.Parse(proxy.URL) }
	}
}
