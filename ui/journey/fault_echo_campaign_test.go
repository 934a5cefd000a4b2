//go:build campaign

package journey

import (
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"
	"unicode/utf16"

	"lotse/storage/storetest"
)

func inBase64(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }

// inURL is percent-encoded, every byte.
func inURL(s string) string {
	const digits = "0123456789ABCDEF"
	var all []byte
	for _, c := range []byte(s) {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' {
			all = append(all, c)
			continue
		}
		all = append(all, '%', digits[c>>4], digits[c&15])
	}
	return string(all)
}

func inUTF16(s string, big bool) string {
	var all []byte
	for _, u := range utf16.Encode([]rune(s)) {
		if big {
			all = append(all, byte(u>>8), byte(u))
		} else {
			all = append(all, byte(u), byte(u>>8))
		}
	}
	return string(all)
}

func reversed(s string) string {
	b := []byte(s)
	slices.Reverse(b)
	return string(b)
}

// echoing is a server that says again what it was sent, in one of several ways.
type echoing struct{ way atomic.Int64 }

// echoes are those ways.
var echoes = []func(w http.ResponseWriter, r *http.Request, id, secret, sent string){
	func(w http.ResponseWriter, _ *http.Request, id, secret, sent string) {
		say(w, http.StatusUnauthorized, map[string]any{"error": "invalid_client", "error_description": id + " with " + secret + ": " + sent, "message": secret})
	},
	func(w http.ResponseWriter, _ *http.Request, id, secret, _ string) {
		say(w, http.StatusBadRequest, map[string]any{"error": secret, "error_description": inBase64(id+":"+secret) + " " + inURL(secret) + " " + reversed(secret), "error_uri": "https://x.example/" + secret})
	},
	func(w http.ResponseWriter, _ *http.Request, _, secret, _ string) {
		w.Header().Set("Location", "https://"+url.PathEscape(secret)+".example/"+secret+"?"+secret)
		w.WriteHeader(http.StatusFound)
	},
	func(w http.ResponseWriter, _ *http.Request, _, secret, sent string) {
		for _, name := range []string{"Via", "Retry-After", "Server", "Date", "Content-Language", "Set-Cookie", "Www-Authenticate", "X-Request-Id", "Warning"} {
			w.Header().Set(name, secret+" "+sent)
		}
		http.Error(w, "<html><title>"+secret+"</title>"+sent+"</html>", http.StatusServiceUnavailable)
	},
	func(w http.ResponseWriter, _ *http.Request, _, secret, _ string) {
		say(w, http.StatusOK, map[string]any{"access_token": secret, "token_type": secret, "scope": secret, "expires_in": secret, "company": map[string]any{"name": "Muster " + secret, "vat_number": secret}})
	},
	func(w http.ResponseWriter, _ *http.Request, _, secret, _ string) {
		card := map[string]any{"number": secret, "name": "Muster " + secret, "company_name": secret, "vat_number": secret, "company_vat": secret}
		all := map[string]any{"pages": 1, "total": 1}
		for _, register := range []string{"products", "customers", "suppliers"} {
			all[register] = []any{card}
		}
		say(w, http.StatusOK, all)
	},
	func(w http.ResponseWriter, r *http.Request, _, secret, sent string) {
		_, _ = w.Write([]byte(secret + "\n" + sent + "\n")) // no JSON, and no end of it
		http.NewResponseController(w).Flush()               //nolint:errcheck // it can
		panic(http.ErrAbortHandler)
	},
}

func say(w http.ResponseWriter, status int, body map[string]any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // the client may be gone
}

// ServeHTTP implements http.Handler.
func (e *echoing) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	id, secret, sent := credentials(r)
	echoes[e.way.Load()](w, r, id, secret, sent)
}

// rightfully holds that the canary was sent, and only to whom a check may send
// it.
func rightfully(t *testing.T, n *internet, hosts ...string) {
	t.Helper()
	sent, got := storetest.NewLeaks(canary), 0
	for _, r := range n.heard() {
		has := sent.In([]byte(r.sent)) != ""
		if has && !slices.Contains(hosts, r.to) {
			t.Errorf("%s was sent the secret:\n%s", r.to, r.sent)
		}
		if has {
			got++
		}
	}
	if got == 0 {
		t.Error("no server was sent the secret: nothing could be said again")
	}
}

// TestFaultEchoedSecrets asks servers that say the secret again in every way,
// by every check that sends one: in what is printed and in what is found it does
// not stand.
func TestFaultEchoedSecrets(t *testing.T) {
	t.Parallel()
	e, s, h, asked := &echoing{}, newSinks(), newHouse(t), 0
	n := newInternet(t, e.ServeHTTP)
	n.reached(h)
	const at = "https://tokens.example/"
	checks := map[string][]string{
		"basic": {"oauth2.token", "--url", at, "--client-id", "muster-01"}, "form": {"oauth2.token", "--url", at, "--client-id", "muster-01", "--auth", "form"},
		"teccom": {"teccom.token", "--client-id", "muster-01", "--token-url", at}, "techdata": {"techdata.api", "--client-id", "muster-01", "--end-point-url", at, "--api-end-point-url", at, "--soin", "4711"},
		"self": {"rackbeat.self", "--url", at}, "registers": {"rackbeat.registers", "--url", at},
	}
	left, err := filepath.Abs("testdata/stories/files/netvisor-products-after.csv")
	if err != nil {
		t.Fatal(err)
	}
	for way := range echoes {
		e.way.Store(int64(way))
		for _, args := range checks {
			for _, form := range [][]string{{"--json"}, {"--lang", "de"}} {
				args := slices.Concat([]string{"probe"}, args, []string{"--secret-stdin"}, form)
				s.result(t, "probe", call(t, h.lotse(args...), canary))
				asked++
			}
		}
		for _, register := range []string{"products", "customers"} {
			args := []string{"compare", "--register", register, "--left", left, "--right-live", at, "--secret-stdin", "--force"}
			for _, ending := range []string{".csv", ".html", ".xlsx"} {
				args = append(args, "--out", filepath.Join(h.dir, "found"+register+ending))
			}
			s.result(t, "compare", call(t, h.lotse(args...), canary))
			s.result(t, "compare --json", call(t, h.lotse(append(args, "--json")...), canary))
			asked += 2
			s.house(t, h)
		}
	}
	rightfully(t, n, "https://tokens.example")
	s.needs(t, "probe, stdout", "compare, stdout", "compare --json, stdout", "findings files", "findings files, unpacked")
	report("echoed secrets", "%d ways x %d checks, %d calls, %d hits", len(echoes), len(checks)+2, asked, s.hits)
}
