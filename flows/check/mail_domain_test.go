package check_test

import (
	"fmt"
	"strings"
	"testing"

	"lotse/flows/check"
)

// TestMailServers has zones as they are found, and the verdict that each wants.
func TestMailServers(t *testing.T) {
	good := []string{"A 198.51.100.7"}
	var many []string
	for i := range 12 {
		many = append(many, fmt.Sprintf("MX 1 gone%d.example.", i))
	}
	for _, c := range []struct {
		name            string
		zone            zone
		status, finding string
		words           string
	}{
		{"one good", zone{"muster.example": {"MX 1 mx.example."}, "mx.example": good}, check.Passed, "", ""},
		{"one good at IPv6", zone{"muster.example": {"MX 1 mx.example."}, "mx.example": {"AAAA 2001:67c:1:2::25"}}, check.Passed, "", ""},
		{"one good, written twice", zone{"muster.example": {"MX 1 mx.example.", "MX 22 MX.example."}, "mx.example": good}, check.Passed, "", ""},
		{"none, and an address", zone{"muster.example": good}, check.Passed, "", ""},
		{"public and private", zone{"muster.example": {"MX 1 mx.example."}, "mx.example": {"A 10.0.0.7", "A 198.51.100.7"}}, check.Passed, "", ""},

		// No mail server.
		{"on localhost by its name", zone{"muster.example": {"MX 1 localhost."}, "localhost": {"A 127.0.0.1"}}, check.Failed, "mx_not_public", "127.0.0.1"},
		{"on localhost by its address", zone{"muster.example": {"MX 1 mx.example."}, "mx.example": {"A 127.0.0.53"}}, check.Failed, "mx_not_public", "mx.example is at 127.0.0.53"},
		{"on localhost at IPv6", zone{"muster.example": {"MX 1 mx.example."}, "mx.example": {"AAAA ::1"}}, check.Failed, "mx_not_public", "::1"},
		{"unspecified", zone{"muster.example": {"MX 1 mx.example."}, "mx.example": {"A 0.0.0.0"}}, check.Failed, "mx_not_public", "0.0.0.0"},
		{"private 10", zone{"muster.example": {"MX 1 mx.example."}, "mx.example": {"A 10.1.2.3"}}, check.Failed, "mx_not_public", ""},
		{"private 172", zone{"muster.example": {"MX 1 mx.example."}, "mx.example": {"A 172.16.0.1"}}, check.Failed, "mx_not_public", ""},
		{"public 172", zone{"muster.example": {"MX 1 mx.example."}, "mx.example": {"A 172.32.0.1"}}, check.Passed, "", ""},
		{"private 192", zone{"muster.example": {"MX 1 mx.example."}, "mx.example": {"A 192.168.1.1"}}, check.Failed, "mx_not_public", ""},
		{"private IPv6", zone{"muster.example": {"MX 1 mx.example."}, "mx.example": {"AAAA fd00::25"}}, check.Failed, "mx_not_public", ""},
		{"its own link", zone{"muster.example": {"MX 1 mx.example."}, "mx.example": {"A 169.254.3.4"}}, check.Failed, "mx_not_public", ""},
		{"a provider's shared", zone{"muster.example": {"MX 1 mx.example."}, "mx.example": {"A 100.64.0.9"}}, check.Failed, "mx_not_public", ""},
		{"in IPv6 clothes", zone{"muster.example": {"MX 1 mx.example."}, "mx.example": {"AAAA ::ffff:10.0.0.1"}}, check.Failed, "mx_not_public", ""},
		{"no mail server, and a private address", zone{"muster.example": {"A 192.168.7.7"}}, check.Failed, "mx_not_public", "muster.example is at 192.168.7.7"},
		{"without an address", zone{"muster.example": {"MX 1 gone.example."}}, check.Failed, "no_mail", ""},
		{"an address as a name", zone{"muster.example": {"MX 1 198.51.100.7."}}, check.Failed, "mx_is_address", ""},
		{"neither", zone{"muster.example": {"TXT x"}}, check.Failed, "no_mail", ""},
		{"no domain", zone{}, check.Failed, "name_not_found", "muster.example"},

		// One bad beside a good one.
		{"first gone", zone{"muster.example": {"MX 1 gone.example.", "MX 22 mx.example."}, "mx.example": good}, check.Warned, "mx_partly", "(1 of 2): gone.example has no address."},
		{"second gone", zone{"muster.example": {"MX 1 mx.example.", "MX 22 gone.example."}, "mx.example": good}, check.Warned, "mx_partly", "gone.example"},
		{"an address beside", zone{"muster.example": {"MX 1 198.51.100.7.", "MX 22 mx.example."}, "mx.example": good}, check.Warned, "mx_partly", "198.51.100.7 is an address, not a name"},
		{"private beside", zone{"muster.example": {"MX 1 mx.example.", "MX 22 in.example."}, "mx.example": good, "in.example": {"A 10.0.0.1"}}, check.Warned, "mx_partly", "in.example is at 10.0.0.1"},
		{"SERVFAIL beside", zone{"muster.example": {"MX 1 odd.example.", "MX 22 mx.example."}, "mx.example": good, "odd.example": {"fails"}}, check.Warned, "mx_partly", "no name server answers for odd.example"},
		{"silence beside", zone{"muster.example": {"MX 1 odd.example.", "MX 22 mx.example."}, "mx.example": good, "odd.example": {"silent"}}, check.Warned, "mx_partly", "odd.example"},
		{"no name beside", zone{"muster.example": {"MX 1 a\\b.example.", "MX 22 mx.example."}, "mx.example": good}, check.Warned, "mx_partly", "one entry is not a name"},
		{"the last of many", zone{"muster.example": append(many, "MX 55555 mx.example."), "mx.example": good}, check.Warned, "mx_partly", "(12 of 13)"},
		{"none of many", zone{"muster.example": many}, check.Failed, "no_mail", ""},
		{"an alias", zone{"muster.example": {"MX 1 mx.example."}, "mx.example": {"CNAME real.example."}, "real.example": good}, check.Warned, "mx_is_alias", "alias of real.example"},
		{"an alias, and one gone", zone{"muster.example": {"MX 1 mx.example.", "MX 22 gone.example."}, "mx.example": {"CNAME real.example."}, "real.example": good}, check.Warned, "mx_partly", "gone.example"},

		// Null MX.
		{"null", zone{"muster.example": {"MX 1 ."}}, check.Failed, "null_mx", "accepts no mail"},
		{"null beside a good one", zone{"muster.example": {"MX 1 .", "MX 22 mx.example."}, "mx.example": good}, check.Warned, "null_mx_beside", "names mx.example for it"},
		{"null behind a good one", zone{"muster.example": {"MX 1 mx.example.", "MX 22 ."}, "mx.example": good}, check.Warned, "null_mx_beside", ""},
		{"null beside a bad one", zone{"muster.example": {"MX 1 .", "MX 22 gone.example."}}, check.Failed, "no_mail", ""},

		// Whose fault it is.
		{"SERVFAIL", zone{"muster.example": {"fails"}}, check.Unknown, "name_failed", "muster.example"},
		{"SERVFAIL of the only server", zone{"muster.example": {"MX 1 mx.example."}, "mx.example": {"fails"}}, check.Unknown, "name_failed", "mx.example"},
		{"SERVFAIL beside a bad one", zone{"muster.example": {"MX 1 gone.example.", "MX 22 odd.example."}, "odd.example": {"fails"}}, check.Unknown, "name_failed", "odd.example"},
		{"silence of one domain", zone{"muster.example": {"silent"}, ".": {"NS a.root."}}, check.Unknown, "name_failed", "muster.example"},
		{"silence of all", zone{"muster.example": {"silent"}, ".": {"silent"}}, check.Unknown, "offline", "no network"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := ask(t, check.NewRunner(env(c.zone.network(t))), "mail.domain", given["mail.domain"])
			if got.Status != c.status || got.Finding != c.finding || !strings.Contains(english(got.Message), c.words) {
				t.Errorf("%s %s %q, want %s %s %q; %+v", got.Status, got.Finding, english(got.Message), c.status, c.finding, c.words, got.Phases)
			}
			holdNamed(t, "mail.domain", &got)
			for _, s := range textsOf("en", &got) {
				if s == "" || strings.Contains(s, ", ,") || strings.HasPrefix(s, ",") || strings.HasSuffix(strings.TrimSpace(s), ",") || strings.Contains(s, "  ") {
					t.Errorf("a blank name: %q", s)
				}
			}
		})
	}
}

// TestANameServerThatFailsIsNoMissingNetwork asks a server whose name cannot be
// found, for one reason and another.
func TestANameServerThatFailsIsNoMissingNetwork(t *testing.T) {
	for finding, z := range map[string]zone{
		"name_failed":       {"portal.example": {"fails"}},
		"name_not_found":    {},
		"offline":           {"portal.example": {"silent"}, ".": {"silent"}},
		"address_forbidden": {"portal.example": {"A 127.0.0.1"}},
	} {
		if got := ask(t, check.NewRunner(env(z.network(t))), "http.endpoint", given["http.endpoint"]); got.Finding != finding {
			t.Errorf("%s: %+v", finding, got)
		}
	}
	z := zone{"portal.example": {"silent"}, ".": {"NS a.root."}}
	if got := ask(t, check.NewRunner(env(z.network(t))), "http.endpoint", given["http.endpoint"]); got.Finding != "name_failed" {
		t.Errorf("silence: %+v", got)
	}
}
