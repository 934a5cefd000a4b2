package check_test

import (
	"bytes"
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/portal"
	"lotse/flows/run"
	"lotse/flows/words"
)

// canary is the secret of these tests; no result may hold it.
const canary = "CANARY-9c41-s3cret"

// rehearsed is a runner whose network is a portal.
func rehearsed(t testing.TB, quick bool) (*portal.Portal, *check.Runner) {
	t.Helper()
	p, err := portal.New(portal.Config{Now: time.Now, Faults: check.FaultNames()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil && !errors.Is(err, net.ErrClosed) {
			t.Error(err)
		}
	})
	n := &check.Net{Dial: func(c string) check.Dialer { return p.Dial(c) }, Resolver: p.Resolver, Roots: p.Roots(), Loopback: true}
	n.Limits.Between = time.Millisecond
	if quick {
		n.Limits = check.Limits{Connect: 300 * time.Millisecond, TLS: 300 * time.Millisecond, Header: 300 * time.Millisecond, All: time.Second, Between: time.Millisecond}
	}
	return p, check.NewRunner(env(n))
}

func env(n *check.Net) check.Env {
	give := func(context.Context, run.Mode, string) (*check.Net, error) { return n, nil }
	return check.Env{Now: time.Now, Net: give, File: demoFile, Secret: func(context.Context, run.Mode, string) (run.Secret, error) {
		return run.NewSecret([]byte(canary)), nil
	}}
}

// given are inputs with which each check passes.
var given = map[string][]run.CheckInput{
	"http.endpoint": {{Param: "url", Item: flows.At("s.url"), Value: "https://portal.example/"}},
	"oauth2.token": {
		{Param: "url", Item: flows.At("s.url"), Value: "https://login.example/oauth2/token"},
		{Param: "client_id", Item: flows.At("s.client_id"), Value: "muster-01"},
		{Param: "client_secret", Item: flows.At("s.client_secret"), SecretID: "x", Fingerprint: "fp"},
	},
	"teccom.token": {
		{Param: "client_id", Item: flows.At("s.client_id"), Value: "muster-01"}, {Param: "client_secret", Item: flows.At("s.client_secret"), SecretID: "x", Fingerprint: "fp"},
	},
	"techdata.api": {
		{Param: "client_id", Item: flows.At("s.client_id"), Value: "muster-01"},
		{Param: "client_secret", Item: flows.At("s.client_secret"), SecretID: "x", Fingerprint: "fp"},
		{Param: "end_point_url", Item: flows.At("s.end_point_url"), Value: "https://auth.example.eu/as/token"},
		{Param: "api_end_point_url", Item: flows.At("s.api_end_point_url"), Value: "https://api.example.eu/"},
		{Param: "soin", Item: flows.At("s.soin"), Value: "abcdef0123456789abcdef0123456789abcdef01"},
	},
	"rackbeat.self": {
		{Param: "key", Item: flows.At("s.key"), SecretID: "x", Fingerprint: "fp"},
		{Param: "registers", Item: flows.At("s.registers"), Value: []string{"customers", "suppliers", "products"}},
	},
	"rackbeat.registers": {
		{Param: "key", Item: flows.At("s.key"), SecretID: "x", Fingerprint: "fp"},
		{Param: "registers", Item: flows.At("s.registers"), Value: []string{"customers", "suppliers", "products"}},
	},
	"mail.domain": {{Param: "address", Item: flows.At("s.address"), Value: "info@muster.example"}},
}

func ask(t testing.TB, r *check.Runner, name string, inputs []run.CheckInput) run.CheckResult {
	t.Helper()
	result, err := r.Run(context.Background(), check.Request{Check: name, Mode: run.Rehearsal, Inputs: inputs}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// changed is a check's inputs with one of them changed.
func changed(name, param string, value flows.Value) []run.CheckInput {
	inputs := slices.Clone(given[name])
	for i := range inputs {
		if inputs[i].Param == param {
			inputs[i].Value = value
			return inputs
		}
	}
	return append(inputs, run.CheckInput{Param: param, Item: flows.At("s." + param), Value: value})
}

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

// holdNamed holds what every result has to be: what its check declares, with
// sentences without a gap in every language, causes where it failed, and no
// secret.
func holdNamed(t *testing.T, name string, r *run.CheckResult) {
	t.Helper()
	c, _ := check.Find(name)
	i := slices.IndexFunc(c.Findings, func(f check.Finding) bool { return f.Code == r.Finding })
	switch {
	case r.Finding == "":
		if r.Status != check.Passed {
			t.Errorf("%s: %s without a finding", name, r.Status)
		}
	case i < 0:
		t.Errorf("%s: the finding %s is not declared", name, r.Finding)
	case c.Findings[i].Status != r.Status:
		t.Errorf("%s: %s is %s, declared as %s", name, r.Finding, r.Status, c.Findings[i].Status)
	case !tells(r, &c.Findings[i]):
		t.Errorf("%s: %s is told as %+v", name, r.Finding, r.Message)
	}
	if r.Status == check.Failed && len(r.Causes) == 0 {
		t.Errorf("%s: it failed without a cause", name)
	}
	for _, lang := range words.Languages() {
		for _, s := range textsOf(lang, r) {
			if strings.ContainsAny(s, "{}\x1b\u202e") || strings.Contains(s, "check.") || strings.Contains(s, canary) {
				t.Errorf("%s, %s: text %q", name, lang, s)
			}
		}
	}
}

// tells reports whether a result has a sentence of a finding: it is the
// result's, stands in it, or is that of a phase.
func tells(r *run.CheckResult, f *check.Finding) bool {
	all := append([]string{f.Message}, f.Also...)
	var within func(m flows.Message) bool
	within = func(m flows.Message) bool {
		if slices.Contains(all, m.Code) {
			return true
		}
		for _, arg := range m.Args {
			if inner, ok := arg.(flows.Message); ok && within(inner) {
				return true
			}
		}
		return false
	}
	return within(r.Message) || slices.ContainsFunc(r.Phases, func(p run.Phase) bool { return p.Name == f.Code && within(p.Message) })
}

// english is a message as a person reads it.
func english(m flows.Message) string { return words.Say(words.English, m) }

// textsOf are all texts of a result, as a person reads them in a language.
func textsOf(lang string, r *run.CheckResult) []string {
	texts := []string{words.Say(lang, r.Message)}
	for _, p := range r.Phases {
		texts = append(texts, p.Name, words.Say(lang, p.Message))
	}
	for _, cause := range r.Causes {
		texts = append(texts, words.Say(lang, cause.Message))
	}
	return texts
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

// TestCancelWorksInEveryPhase cancels while a portal says nothing, at each part
// of the way.
func TestCancelWorksInEveryPhase(t *testing.T) {
	for _, fault := range []string{"dns-silent", "connect-silent", "tls-silent", "slow", "slow-body"} {
		t.Run(fault, func(t *testing.T) {
			t.Parallel()
			p, r := rehearsed(t, false)
			if err := p.Switch("oauth2.token", fault); err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithCancel(context.Background())
			time.AfterFunc(50*time.Millisecond, cancel)
			began := time.Now()
			_, err := r.Run(ctx, check.Request{Check: "oauth2.token", Inputs: given["oauth2.token"]}, nil)
			if !errors.Is(err, context.Canceled) {
				t.Errorf("cancelled: %v", err)
			}
			if took := time.Since(began); took > 4*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}

// TestAThousandChecksLeaveNothingBehind holds that no goroutine and no
// descriptor is left.
func TestAThousandChecksLeaveNothingBehind(t *testing.T) {
	p, r := rehearsed(t, false)
	faults := []string{"", "secret-refused", "reset-midway", "huge", "certificate-untrusted", "redirect-elsewhere", "plain-http", "refused"}
	ask(t, r, "oauth2.token", given["oauth2.token"])
	settle(t, func() bool { return true })
	routines, files := runtime.NumGoroutine(), descriptors(t)
	for i := range 1000 {
		var switched []string
		if f := faults[i%len(faults)]; f != "" {
			switched = []string{f}
		}
		if err := p.Switch("oauth2.token", switched...); err != nil {
			t.Fatal(err)
		}
		ask(t, r, "oauth2.token", given["oauth2.token"])
	}
	settle(t, func() bool { return runtime.NumGoroutine() <= routines+2 && descriptors(t) <= files+2 })
}

// settle waits until what has ended is gone.
func settle(t *testing.T, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); ; runtime.Gosched() {
		if ok() {
			return
		}
		if time.Now().After(end) {
			buf := make([]byte, 64<<10)
			t.Fatalf("%d goroutines, %d descriptors:\n%s", runtime.NumGoroutine(), descriptors(t), bytes.TrimSpace(buf[:runtime.Stack(buf, true)]))
		}
	}
}

// descriptors counts this process's open files; 0 where the system does not
// tell.
func descriptors(t *testing.T) int {
	t.Helper()
	entries, err := os.ReadDir("/proc/self/fd")
	if errors.Is(err, os.ErrNotExist) {
		return 0
	}
	if err != nil {
		t.Fatal(err)
	}
	return len(entries)
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
