package command_test

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"lotse/storage/storetest"
)

// The secret of the probes, and what the servers give for it.
const (
	probed      = `Ze8ra+/=&%<q"7>-99-Wombat#Hyena'99`
	probedToken = "Hc5wN7yB2kRt.token-of-a-probe.Jv9mQ4sD8xLf" //nolint:gosec // of these tests
)

// echoes are what a server does with a secret that it should keep to itself.
var echoes = map[string]func(w http.ResponseWriter, r *http.Request){
	"granted":    func(w http.ResponseWriter, _ *http.Request) { answer(w, 200, "access_token", probedToken) },
	"described":  describing(func(*http.Request) string { return "the secret " + probed + " is wrong" }),
	"header":     describing(func(r *http.Request) string { return "not " + r.Header.Get("Authorization") }),
	"percent":    describing(func(*http.Request) string { return "?client_secret=" + url.QueryEscape(probed) }),
	"base64":     describing(func(*http.Request) string { return base64.StdEncoding.EncodeToString([]byte("x" + probed)) }),
	"hex":        describing(func(*http.Request) string { return hex.EncodeToString([]byte(probed)) }),
	"zero-width": describing(func(*http.Request) string { return probed[:9] + "\u200b" + probed[9:] }),
	"at the end": describing(func(*http.Request) string { return strings.Repeat("x", 285) + probed }),
	"as error":   func(w http.ResponseWriter, _ *http.Request) { answer(w, 401, "error", probed) },
	"elsewhere": func(w http.ResponseWriter, _ *http.Request) {
		sendOn(w, "https://elsewhere.example/?s="+url.QueryEscape(probed))
	},
	"a path":     func(w http.ResponseWriter, _ *http.Request) { sendOn(w, "/sign-in?s="+url.QueryEscape(probed)) },
	"no address": func(w http.ResponseWriter, _ *http.Request) { sendOn(w, probed) },
	"as proxy":   func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Via", "1.1 "+probed); w.WriteHeader(407) },
	"packed": func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", probed)
		w.WriteHeader(200)
	},
	"retry": func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", probed)
		w.WriteHeader(429)
	},
	"as a page": func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		_, _ = io.WriteString(w, probed) // the client may have gone
	},
	"the company": func(w http.ResponseWriter, _ *http.Request) {
		answer(w, 200, "company", map[string]string{"name": "Firm " + probed})
	},
	"the token": tokenOnce,
}

func answer(w http.ResponseWriter, status int, key string, value any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{key: value}) // the client may have gone
}

func describing(what func(*http.Request) string) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(401)
		_ = json.NewEncoder(w).Encode(map[string]string{"error": "invalid_client", "error_description": what(r)}) // the client may have gone
	}
}

func sendOn(w http.ResponseWriter, to string) {
	w.Header()["Location"] = []string{to}
	w.WriteHeader(307)
}

// tokenOnce gives a token, and sends whoever comes with it elsewhere, the token
// in the address.
func tokenOnce(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPost {
		answer(w, 200, "access_token", probedToken)
		return
	}
	sendOn(w, "/t?"+r.Header.Get("Authorization"))
}

// TestSweepOfProbes gives probes a secret on stdin, and servers that repeat it.
func TestSweepOfProbes(t *testing.T) {
	t.Parallel()
	server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		what, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
		echoes[what](w, r)
	}))
	defer server.Close()
	ca := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(ca, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw}), 0o600); err != nil {
		t.Fatal(err)
	}
	s := &swept{t: t, dir: t.TempDir(), library: fstest.MapFS{}, leaks: storetest.NewLeaks(probed, probedToken)}
	for what := range echoes {
		link := server.URL + "/" + url.PathEscape(what) + "/"
		for _, args := range [][]string{
			{"oauth2.token", "--client-id", "muster-01", "--url", link},
			{"oauth2.token", "--client-id", "muster-01", "--url", link, "--auth", "form"},
			{"teccom.token", "--client-id", "muster-01", "--token-url", link},
			{"techdata.api", "--client-id", "muster-01", "--end-point-url", link, "--api-end-point-url", link, "--soin", "abcdef0123"},
			{"rackbeat.self", "--url", link},
		} {
			all := slices.Concat([]string{"probe"}, args, []string{"--secret-stdin", "--ca", ca, "--allow-loopback"})
			for _, form := range [][]string{nil, {"--json"}} {
				before := s.printed.Len()
				if code, _ := s.lotse(probed+"\n", append(all[:len(all):len(all)], form...)...); code > 1 {
					t.Errorf("lotse %q: exit %d\n%s", all, code, s.printed.Bytes()[before:])
				}
			}
		}
	}
	if said := s.printed.String(); !strings.Contains(said, "•••") || !strings.Contains(said, "passed") {
		t.Errorf("no server has repeated anything:\n%s", said)
	}
	s.must("", "config", "name", "Erika Muster") // makes the database
	s.clean()
}

// TestSweepOfRefusals gives a secret where it cannot be taken: no key to seal it
// with, and places where none may stand.
func TestSweepOfRefusals(t *testing.T) {
	t.Parallel()
	w := newSweep()
	s := &swept{t: t, dir: t.TempDir(), library: w.files(), leaks: storetest.NewLeaks(probed)}
	s.must("", "start", "sweep", "--customer", "Muster GmbH", "--no-input")
	id := s.id()
	answers := filepath.Join(t.TempDir(), "answers.json") // it is theirs, and outside of what is swept
	if err := os.WriteFile(answers, fmt.Appendf(nil, `{"all":{"oauth2_token_client_secret":%q}}`, probed), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		stdin string
		args  []string
	}{
		{probed + "\n", []string{"set", id, "--secret-stdin", "all.oauth2_token_client_secret"}},
		{probed + "\n", []string{"set", id, "--secret-stdin", "all.oauth2_token_client_id"}},
		{probed + "\n", []string{"set", id, "--secret-stdin", "all.nothing"}},
		{probed + "\n", []string{"set", "nobody", "--secret-stdin", "all.oauth2_token_client_secret"}},
		{probed + "\xff\n", []string{"set", id, "--secret-stdin", "all.oauth2_token_client_secret"}},
		{strings.Repeat(probed, 600), []string{"set", id, "--secret-stdin", "all.oauth2_token_client_secret"}},
		{"", []string{"set", id, "--answers", answers}},
		{probed + "\n", []string{"probe", "oauth2.token", "--secret-stdin"}},
	} {
		for _, form := range [][]string{nil, {"--json"}} {
			if code, out := s.lotse(c.stdin, append(c.args[:len(c.args):len(c.args)], form...)...); code == 0 {
				t.Errorf("lotse %q takes it:\n%s", c.args, out)
			}
		}
	}
	// A secret among the arguments is refused and not repeated; they are printed
	// by this test, so without them.
	s.quiet = true
	if code, _ := s.lotse("", "set", id, "all.oauth2_token_client_secret="+probed); code == 0 {
		t.Error("a secret is taken from an argument")
	}
	s.lotse("", "show", id, "--json")
	s.lotse("", "log", id, "--json")
	s.clean()
}
