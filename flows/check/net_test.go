package check_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/flows/words"
)

func TestChecksPassAtThePortals(t *testing.T) {
	_, r := rehearsed(t, false)
	for name, inputs := range given {
		got := ask(t, r, name, inputs)
		if got.Status != check.Passed || got.Message.IsZero() || len(got.Phases) == 0 {
			t.Errorf("%s: %+v", name, got)
		}
		holdNamed(t, name, &got)
	}
	if got := ask(t, r, "rackbeat.self", given["rackbeat.self"]); !strings.Contains(english(got.Message), "Beispiel Oy") {
		t.Errorf("the company is not named: %+v", got.Message)
	}
}

// TestEveryFaultIsNamed switches on every fault that a check can name, and wants
// it named, in every language that there is.
func TestEveryFaultIsNamed(t *testing.T) {
	for _, name := range check.Portals() {
		for _, f := range check.FaultsOf(name) {
			t.Run(name+"/"+f.Name, func(t *testing.T) {
				t.Parallel()
				p, r := rehearsed(t, slices.Contains([]string{"timed_out", "offline"}, f.Finding))
				if err := p.Switch(name, f.Name); err != nil {
					t.Fatal(err)
				}
				got := ask(t, r, name, given[name])
				if got.Finding != f.Finding {
					t.Fatalf("found %q (%s: %s), want %q; %+v", got.Finding, got.Status, english(got.Message), f.Finding, got.Phases)
				}
				holdNamed(t, name, &got)
				for _, lang := range []string{"de", "fi"} {
					if said := words.Say(lang, got.Message); said == english(got.Message) {
						t.Errorf("in %s: %q", lang, said)
					}
				}
			})
		}
	}
}

func TestCausesLeadToTheAnswer(t *testing.T) {
	p, r := rehearsed(t, false)
	for _, c := range []struct{ check, fault, item string }{
		{"oauth2.token", "secret-refused", "s.client_secret"},
		{"oauth2.token", "404", "s.url"},
		{"techdata.api", "soin-refused", "s.soin"},
		{"techdata.api", "api-token-refused", "s.api_end_point_url"},
		{"rackbeat.self", "scope-missing", "s.key"},
		{"mail.domain", "no-mail", "s.address"},
	} {
		if err := p.Switch(c.check, c.fault); err != nil {
			t.Fatal(err)
		}
		got := ask(t, r, c.check, given[c.check])
		if !slices.ContainsFunc(got.Causes, func(cause run.Cause) bool { return cause.Item == flows.At(c.item) }) {
			t.Errorf("%s %s: no cause leads to %s: %+v", c.check, c.fault, c.item, got.Causes)
		}
	}
}

func TestAddressesThatAreNotAsked(t *testing.T) {
	_, rehearsal := rehearsed(t, false)
	real := check.NewRunner(env(&check.Net{Dial: func(string) check.Dialer {
		return func(context.Context, string, string) (net.Conn, error) { panic("a forbidden address is asked") }
	}}))
	for _, c := range []struct {
		link    string
		runner  *check.Runner
		finding string
	}{
		{"http://portal.example/token", rehearsal, "plain_http"},
		{"https://user:pw@portal.example/", rehearsal, "url_password"},
		{"ftp://portal.example/", rehearsal, "url_malformed"},
		{"portal.example", rehearsal, "url_malformed"},
		{"https://", rehearsal, "url_malformed"},
		{"https://[::1]:8443/", real, "address_forbidden"},
		{"https://127.0.0.1/", real, "address_forbidden"},
		{"https://localhost/", real, "address_forbidden"},
		{"https://169.254.169.254/latest/meta-data", real, "address_forbidden"},
		{"https://[fd00:ec2::254]/", real, "address_forbidden"},
		{"https://[fe80::1]/", real, "address_forbidden"},
		{"https://0.0.0.0/", real, "address_forbidden"},
		{"https://[::ffff:127.0.0.1]/", real, "address_forbidden"},
	} {
		got := ask(t, c.runner, "oauth2.token", changed("oauth2.token", "url", c.link))
		if got.Finding != c.finding || got.Status != check.Failed {
			t.Errorf("%s: %s %s (%s)", c.link, got.Status, got.Finding, english(got.Message))
		}
		if strings.Contains(english(got.Message)+english(got.Phases[0].Message), "pw") {
			t.Errorf("%s: the password is shown: %+v", c.link, got)
		}
	}
}

func TestANameThatLeadsToThisMachineIsNotAsked(t *testing.T) {
	p, _ := rehearsed(t, false)
	n := &check.Net{Resolver: p.Resolver, Dial: func(string) check.Dialer {
		return func(context.Context, string, string) (net.Conn, error) { panic("this machine is asked") }
	}}
	got := ask(t, check.NewRunner(env(n)), "http.endpoint", given["http.endpoint"])
	if got.Finding != "address_forbidden" {
		t.Errorf("%+v", got)
	}
}

func TestPlainHTTPToLoopbackIsNotedAndChangesNothing(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id, secret, _ := r.BasicAuth()
		w.Header().Set("Content-Type", "application/json")
		if id != "muster-01" || secret != canary {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		_, _ = w.Write([]byte(`{"access_token":"t","token_type":"Bearer"}`))
	}))
	defer server.Close()
	n := &check.Net{Loopback: true}
	got := ask(t, check.NewRunner(env(n)), "oauth2.token", changed("oauth2.token", "url", server.URL))
	if got.Status != check.Passed || !strings.Contains(english(got.Phases[0].Message), "without encryption") {
		t.Errorf("%+v", got)
	}
}

// TestAServerThatRepeatsTheSecretDoesNotHaveItShown asks a server that puts all
// that it was sent into its answer.
func TestAServerThatRepeatsTheSecretDoesNotHaveItShown(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_ = r.ParseForm()
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusBadRequest)
		_, _ = w.Write([]byte(`{"error":"invalid_client","error_description":"not right: ` + r.PostForm.Get("client_secret") + `"}`))
	}))
	defer server.Close()
	inputs := append(changed("oauth2.token", "url", server.URL), run.CheckInput{Param: "auth", Value: "form"})
	got := ask(t, check.NewRunner(env(&check.Net{Loopback: true})), "oauth2.token", inputs)
	if got.Finding != "credentials_refused" || !strings.Contains(english(got.Message), "not right: •••") {
		t.Errorf("%+v", got)
	}
	holdNamed(t, "oauth2.token", &got)
}

// TestARedirectTakesNoSecretAlong holds that whatever a token service sends on
// to is never asked.
func TestARedirectTakesNoSecretAlong(t *testing.T) {
	asked := 0
	elsewhere := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked++ }))
	defer elsewhere.Close()
	for _, status := range []int{301, 302, 303, 307, 308} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, elsewhere.URL, status) }))
		for _, auth := range []string{"basic", "form"} {
			inputs := append(changed("oauth2.token", "url", server.URL), run.CheckInput{Param: "auth", Value: auth})
			if got := ask(t, check.NewRunner(env(&check.Net{Loopback: true})), "oauth2.token", inputs); got.Finding != "redirect" || got.Status != check.Failed {
				t.Errorf("%d by %s: %+v", status, auth, got)
			}
		}
		server.Close()
	}
	if asked > 0 {
		t.Errorf("the other host was asked %d times", asked)
	}
}

func TestAProxyIsAskedForTheWay(t *testing.T) {
	for fault, finding := range map[string]string{"": "", "proxy-password": "proxy_password", "proxy-page": "proxy_page", "refused": "proxy_refused"} {
		p, _ := rehearsed(t, false)
		if fault != "" {
			if err := p.Switch("oauth2.token", fault); err != nil {
				t.Fatal(err)
			}
		}
		at, err := p.Proxy("oauth2.token")
		if err != nil {
			t.Fatal(err)
		}
		n := &check.Net{Roots: p.Roots(), Loopback: true, Proxy: func(*url.URL) (*url.URL, error) { return at, nil }}
		got := ask(t, check.NewRunner(env(n)), "oauth2.token", given["oauth2.token"])
		if got.Finding != finding || finding == "" && got.Status != check.Passed {
			t.Errorf("%s: %+v", fault, got)
		}
	}
}

func TestRegionsThatDifferAreAWarning(t *testing.T) {
	_, r := rehearsed(t, false)
	got := ask(t, r, "techdata.api", changed("techdata.api", "api_end_point_url", "https://api.example.com/"))
	if got.Status != check.Warned || got.Finding != "regions_differ" {
		t.Errorf("%+v", got)
	}
}

func TestASOINThatLooksLikeAResellerID(t *testing.T) {
	p, r := rehearsed(t, false)
	if err := p.Switch("techdata.api", "soin-refused"); err != nil {
		t.Fatal(err)
	}
	if got := ask(t, r, "techdata.api", changed("techdata.api", "soin", "1234567")); got.Finding != "soin_is_reseller_id" {
		t.Errorf("%+v", got)
	}
}

func TestWithoutANetworkNothingFails(t *testing.T) {
	r := check.NewRunner(env(nil))
	for name, inputs := range given {
		if got := ask(t, r, name, inputs); got.Status != check.Unknown || got.Finding != "offline" {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestASecretThatCannotBeOpenedIsUnknown(t *testing.T) {
	e := env(&check.Net{})
	e.Secret = func(context.Context, run.Mode, string) (run.Secret, error) { return run.Secret{}, flows.ErrSealed }
	for _, name := range []string{"oauth2.token", "techdata.api", "rackbeat.self"} {
		if got := ask(t, check.NewRunner(e), name, given[name]); got.Status != check.Unknown || got.Finding != "secret_closed" {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// TestASecretThatAPersonBreaksOffIsNoResult: whoever was asked for the passphrase
// and broke off has had no check.
func TestASecretThatAPersonBreaksOffIsNoResult(t *testing.T) {
	for _, name := range []string{"oauth2.token", "rackbeat.self"} {
		e := env(&check.Net{})
		e.Secret = func(context.Context, run.Mode, string) (run.Secret, error) {
			return run.Secret{}, fmt.Errorf("ask: %w", context.Canceled)
		}
		result, err := check.NewRunner(e).Run(t.Context(), check.Request{Check: name, Mode: run.Real, Inputs: given[name]}, nil)
		if !errors.Is(err, context.Canceled) || result.Status != "" {
			t.Errorf("%s: %+v, %v", name, result, err)
		}
	}
}
