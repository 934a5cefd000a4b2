package check_test

import (
	"context"
	"net"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/portal"
	"lotse/flows/run"
)

func TestOrigin(t *testing.T) {
	for want, links := range map[string][]string{
		"https://login.example:443": {
			"https://login.example", "https://login.example/", "https://login.example:443/oauth2/token", "HTTPS://Login.EXAMPLE/Token?a=b#c",
			"  https://login.example/x\n", "https://login.example./x", "https://user:pw@login.example/", "https://login.example:/",
		},
		"https://login.example:8443":        {"https://login.example:8443/"},
		"https://xn--bcher-kva.example:443": {"https://bücher.example/", "https://BÜCHER.example/", "https://xn--bcher-kva.example", "https://b\u0075\u0308cher.example", "https://bücher.example./"},
		"https://xn--lgin-55d.example:443":  {"https://l\u043egin.example/"}, // a Cyrillic o
		"https://login.example.evil.io:443": {"https://login.example.evil.io/"},
		"https://evil.io:443":               {"https://login.example@evil.io/", "https://login.example:443@evil.io/"},
		"http://127.0.0.1:80":               {"http://127.0.0.1/", "http://127.0.0.1:80/"},
		"http://127.0.0.1:8080":             {"http://127.0.0.1:8080"},
		"https://[2001:db8::1]:443":         {"https://[2001:db8::1]/", "https://[2001:DB8:0::1]:443/"},
		"":                                  {"", "login.example", "ftp://login.example", "https://", "https:///x", "//login.example", "https://a b.example/", "https://[::1", "javascript:alert(1)"},
	} {
		for _, link := range links {
			if got := check.Origin(link); got != want {
				t.Errorf("the origin of %q is %q, want %q", link, got, want)
			}
		}
	}
	for origin, want := range map[string]string{"https://login.example:443": "login.example", "https://login.example:8443": "login.example:8443", "http://127.0.0.1:80": "127.0.0.1:80", "": ""} {
		if got := run.HostOf(origin); got != want {
			t.Errorf("the host of %q is %q, want %q", origin, got, want)
		}
	}
}

// bound is inputs whose secrets may be sent to some origins.
func bound(inputs []run.CheckInput, origins ...string) []run.CheckInput {
	inputs = slices.Clone(inputs)
	for i := range inputs {
		if inputs[i].SecretID != "" {
			inputs[i].Origins = origins
		}
	}
	return inputs
}

// watched is a runner that counts how often a secret was opened, and a
// connection made.
type watched struct {
	*check.Runner
	portal        *portal.Portal
	opened, dials atomic.Int64
}

func watch(t *testing.T) *watched {
	t.Helper()
	w := &watched{}
	w.portal, _ = rehearsed(t, true)
	n := networkOf(w.portal, true)
	dial := n.Dial
	n.Dial = func(name string) check.Dialer {
		return func(ctx context.Context, network, address string) (net.Conn, error) {
			w.dials.Add(1)
			return dial(name)(ctx, network, address)
		}
	}
	e := env(n)
	e.Secret = func(context.Context, run.Mode, string) (run.Secret, error) {
		w.opened.Add(1)
		return run.NewSecret([]byte(canary)), nil
	}
	w.Runner = check.NewRunner(e)
	return w
}

// TestASecretGoesOnlyWhereItIsKeptFor holds every check that sends one: the host
// that it is bound to, however it is written, gets it; another gets nothing, the
// secret is not even opened, and both hosts are named.
func TestASecretGoesOnlyWhereItIsKeptFor(t *testing.T) {
	const kept = "https://login.example:443"
	same := []string{"https://login.example/a/b", "https://LOGIN.Example:443/", "https://login.example./"}
	others := map[string]string{
		"https://login.example:8443/": "login.example:8443", "https://evil.example/": "evil.example", "https://login.example.evil.io/": "login.example.evil.io",
		"https://sub.login.example/": "sub.login.example", "https://l\u043egin.example/": "xn--lgin-55d.example", "https://example/": "example",
	}
	checks := 0
	for name, param := range askedAt {
		if !slices.ContainsFunc(given[name], func(in run.CheckInput) bool { return in.SecretID != "" }) {
			continue
		}
		checks++
		w := watch(t)
		for _, link := range same {
			w.portal.SetAnswer("GET", link, requested["http.json"].Answer)
			got := ask(t, w.Runner, name, bound(with(given[name], param, link), kept, "https://also.example:443"))
			if got.Status != check.Passed && got.Finding != "regions_differ" || len(got.Secrets) != 1 || got.Secrets[0].Held() || got.Secrets[0].Origin != kept || got.Secrets[0].Secret != "x" {
				t.Errorf("%s at %s: %s %s, secrets %+v", name, link, got.Status, got.Finding, got.Secrets)
			}
		}
		opened, dials := w.opened.Load(), w.dials.Load()
		if opened == 0 || dials == 0 {
			t.Fatalf("%s: the watch sees nothing", name)
		}
		for link, host := range others {
			got := ask(t, w.Runner, name, bound(with(given[name], param, link), kept))
			if got.Status != check.Unknown || got.Finding != "other_host" || len(got.Secrets) != 1 || !got.Secrets[0].Held() || got.Secrets[0].Origin != check.Origin(link) {
				t.Errorf("%s at %s: %s %s, secrets %+v", name, link, got.Status, got.Finding, got.Secrets)
			}
			if said := english(got.Message); !strings.Contains(said, "kept for login.example ") || !strings.Contains(said, "to "+host+".") {
				t.Errorf("%s at %s: it says %q", name, link, said)
			}
			if w.opened.Load() != opened || w.dials.Load() != dials {
				t.Fatalf("%s at %s: the secret was opened, or a connection made", name, link)
			}
		}
	}
	if checks != 6 {
		t.Errorf("%d checks send a secret", checks)
	}
}

// TestASecretThatIsBoundToNothing goes out, and where to is told; what ends on
// the way there binds nothing.
func TestASecretThatIsBoundToNothing(t *testing.T) {
	p, r := rehearsed(t, true)
	inputs := with(given["oauth2.token"], "url", "https://Typo.example/token")
	got := ask(t, r, "oauth2.token", inputs)
	want := run.SecretTo{Item: flows.At("s.client_secret"), Secret: "x", Origin: "https://typo.example:443"}
	if len(got.Secrets) != 1 || got.Secrets[0].Held() || got.Secrets[0].Item != want.Item || got.Secrets[0].Secret != want.Secret || got.Secrets[0].Origin != want.Origin {
		t.Errorf("secrets %+v, want %+v", got.Secrets, want)
	}
	ends := 0
	for _, f := range check.FaultsOf("oauth2.token") {
		switch f.Finding {
		case "name_not_found", "name_failed", "refused_connection", "offline", "certificate_untrusted", "certificate_expired", "certificate_name", "tls_missing", "tls_version":
		default:
			continue
		}
		if err := p.Switch("oauth2.token", f.Name); err != nil {
			t.Fatal(err)
		}
		ends++
		if got := ask(t, r, "oauth2.token", inputs); got.Status == check.Passed || len(got.Secrets) > 0 {
			t.Errorf("%s: %s %s, secrets %+v", f.Name, got.Status, got.Finding, got.Secrets)
		}
	}
	for _, link := range []string{"https://user:pw@login.example/", "ftp://login.example/", "http://login.example/"} {
		if got := ask(t, r, "oauth2.token", with(given["oauth2.token"], "url", link)); got.Status == check.Passed || len(got.Secrets) > 0 {
			t.Errorf("%s: %s %s, secrets %+v", link, got.Status, got.Finding, got.Secrets)
		}
	}
	if ends < 7 {
		t.Errorf("only %d faults end before anything is sent", ends)
	}
}
