package check

import (
	"slices"
	"testing"

	"lotse/flows"
)

// TestHosts: what a procedure names is known before anything is asked, whichever
// check asks it.
func TestHosts(t *testing.T) {
	text := func(pairs ...string) map[string]string {
		m := map[string]string{}
		for i := 0; i < len(pairs); i += 2 {
			m[pairs[i]] = pairs[i+1]
		}
		return m
	}
	for _, c := range []struct {
		of   flows.Check
		want []string
	}{
		{flows.Check{Run: "tls.certificate", Const: text("host", "mail.example.org", "days", "30")}, []string{"mail.example.org"}},
		{flows.Check{Run: "tls.certificate", Const: text("host", "https://portal.example.org:8443/in?a=b")}, []string{"portal.example.org:8443"}},
		{flows.Check{Run: "tls.certificate", With: map[string][]string{"host": {"server"}}}, nil},
		{flows.Check{Run: "tcp.connect", Const: text("host", "sftp.example.org", "port", "22")}, []string{"sftp.example.org"}},
		{flows.Check{Run: "dns.txt", Const: text("name", "_check.{{ domain }}", "text", "https://no-host.example/x")}, []string{"_check.{{ domain }}"}},
		{flows.Check{Run: "http.endpoint", Const: text("url", "https://status.example.org")}, []string{"status.example.org"}},
		{flows.Check{Run: "mail.domain", Const: text("address", "post@news.example.org")}, []string{"news.example.org"}},
		{flows.Check{Run: "http.json", Request: &flows.HTTPRequest{URL: "https://{{ shop }}.example.com/api?to=https://other.example"}}, []string{"{{ shop }}.example.com"}},
		{flows.Check{Run: "techdata.api", Const: text("end_point_url", "https://one.example", "api_end_point_url", "https://two.example")}, []string{"two.example", "one.example"}},
		{flows.Check{Run: "rackbeat.self", With: map[string][]string{"key": {"token"}}}, []string{"app.rackbeat.com"}},
		{flows.Check{Run: "register.products"}, nil},
		{flows.Check{Run: "rackbeat.self", Const: text("url", "https://stand-in.example/api/")}, []string{"stand-in.example"}},
		{flows.Check{Run: "rackbeat.self", With: map[string][]string{"key": {"token"}, "url": {"server"}}}, nil},
		{flows.Check{Run: "mail.equal", Const: text("one", "a@b.example")}, nil},
		{flows.Check{Run: "none"}, nil},
	} {
		if is := Hosts(&c.of); !slices.Equal(is, c.want) {
			t.Errorf("%s %v asks %q, want %q", c.of.Run, c.of.Const, is, c.want)
		}
	}
}

// TestEveryCheckSaysWhomItAsks: a check with a portal of its own asks somebody, and
// says by which of its inputs.
func TestEveryCheckSaysWhomItAsks(t *testing.T) {
	for _, c := range All() {
		named := slices.Clone(c.asks)
		if c.sends != nil {
			named = append(named, c.sends.address)
		}
		if c.Faults != nil && len(named) == 0 {
			t.Errorf("%s does not say whom it asks", c.Name)
		}
		for _, param := range named {
			if c.Name != "http.json" && !slices.ContainsFunc(c.Inputs, func(in flows.Input) bool { return in.Name == param }) {
				t.Errorf("%s has no input %s", c.Name, param)
			}
		}
	}
}
