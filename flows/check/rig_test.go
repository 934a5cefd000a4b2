package check_test

import (
	"context"
	"errors"
	"net"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
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
	e := env(networkOf(p, quick))
	give := e.Net
	e.Net = func(ctx context.Context, q *check.Request) (*check.Net, error) {
		if name, text, ok := check.TextOf(q); ok {
			p.SetText(name, text)
		}
		if method, address, answer, ok := check.AnswerOf(q, nil); ok {
			p.SetAnswer(method, address, answer)
		}
		return give(ctx, q)
	}
	return p, check.NewRunner(e)
}

// networkOf is the network of a portal; quick: no part of it takes long.
func networkOf(p *portal.Portal, quick bool) *check.Net {
	n := &check.Net{Dial: func(c string) check.Dialer { return p.Dial(c) }, Resolver: p.Resolver, Roots: p.Roots(), Loopback: true}
	n.Limits.Between = time.Millisecond
	if quick {
		n.Limits = check.Limits{Connect: 300 * time.Millisecond, TLS: 300 * time.Millisecond, Header: 300 * time.Millisecond, All: time.Second, Between: time.Millisecond}
	}
	return n
}

func env(n *check.Net) check.Env {
	give := func(context.Context, *check.Request) (*check.Net, error) { return n, nil }
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
	"tls.certificate": {{Param: "host", Item: flows.At("s.host"), Value: "portal.example"}},
	"tcp.connect":     {{Param: "host", Item: flows.At("s.host"), Value: "portal.example"}, {Param: "port", Item: flows.At("s.port"), Value: "4840"}},
	"dns.txt":         {{Param: "name", Item: flows.At("s.name"), Value: "_dmarc.muster.example"}, {Param: "text", Item: flows.At("s.text"), Value: "v=DMARC1; p=none"}},
	"http.json": {
		{Param: "url", Item: flows.At("s.url"), Value: "https://shop.example/api/shop"},
		{Param: "header.X-Token", Value: ""},
		{Param: "secret.token", Item: flows.At("s.token"), SecretID: "x", Fingerprint: "fp"},
	},
	"mail.domain": {{Param: "address", Item: flows.At("s.address"), Value: "info@muster.example"}},
}

// requested are the requests of the checks whose procedure says what is asked.
var requested = map[string]*flows.HTTPRequest{"http.json": shop(`status == 200 && json.shop.plan == "pro"`)}

// shop is a request with what it expects and finds, made from a procedure.
func shop(expect string, found ...string) *flows.HTTPRequest {
	doc := `procedure: shop
version: 1
title: Shop
summary: A shop.
steps:
  - id: s
    title: S
    items:
      - {field: url, type: url, label: Address}
      - {field: token, type: secret, label: Token}
      - check: c
        label: Shop
        run: http.json
        request: {url: "{{ url }}", headers: {X-Token: "{{ secret token }}"}}
        expect: ` + "'" + expect + "'" + `
        rehearse: {answer: {body: '{"shop": {"plan": "pro", "orders": 12, "open": true, "scopes": ["read", "write"], "users": [{"name": "Kim", "admin": true}], "none": null}}'}}
`
	if len(found) > 0 {
		doc += "        found: [" + strings.Join(found, ", ") + "]\n"
	}
	p, err := flows.Open(fstest.MapFS{"shop.yaml": {Data: []byte(doc)}}, flows.Specs{Checks: check.Specs()}).Procedure("shop")
	if err != nil {
		panic(err)
	}
	return p.Step("s").Item("c").Check.Request
}

func ask(t testing.TB, r *check.Runner, name string, inputs []run.CheckInput) run.CheckResult {
	t.Helper()
	result, err := r.Run(context.Background(), check.Request{Check: name, Mode: run.Rehearsal, Inputs: inputs, HTTP: requested[name]}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// changed is a check's inputs with one of them changed.
func changed(name, param string, value flows.Value) []run.CheckInput {
	return with(given[name], param, value)
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
	for i := range r.Phases {
		if p := &r.Phases[i]; p.Message.IsData() && p.Label.IsZero() || strings.Contains(p.Name, "=") && english(p.Label) == p.Name {
			t.Errorf("%s: the phase %s has no label: %q", name, p.Name, english(p.Message))
		}
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
		texts = append(texts, p.Name, words.Say(lang, p.Label), words.Say(lang, p.Message), words.Say(lang, p.Says()))
	}
	for _, cause := range r.Causes {
		texts = append(texts, words.Say(lang, cause.Message))
	}
	return texts
}
