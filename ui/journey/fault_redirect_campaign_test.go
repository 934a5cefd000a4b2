//go:build campaign

package journey

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"lotse/storage/storetest"
)

// redirectStatuses are the answers that send a client elsewhere.
var redirectStatuses = []int{
	http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect,
}

// redirectTargets are where they send it.
var redirectTargets = map[string]string{
	"another host":            "https://other.example/token",
	"another port":            "https://tokens.example:8443/token",
	"plain http":              "http://tokens.example/token",
	"an address with a login": "https://user:word@other.example/token",
}

// redirectStyles are checks that send a secret, one for each way to send it.
var redirectStyles = map[string][]string{
	"basic":  {"oauth2.token", "--url", "https://tokens.example/token", "--client-id", "muster-01", "--auth", "basic"},
	"form":   {"oauth2.token", "--url", "https://tokens.example/token", "--client-id", "muster-01", "--auth", "form"},
	"bearer": {"rackbeat.self", "--url", "https://tokens.example/"},
}

// TestFaultRedirects sends a secret to a server that answers with another
// address: the program does not go there, says so, and nobody but that server
// gets the secret. A client that follows shows that the rig would see it.
func TestFaultRedirects(t *testing.T) {
	t.Parallel()
	var status int
	var target string
	n := newInternet(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", target)
		w.WriteHeader(status)
	})
	h := newHouse(t)
	n.reached(h)
	leaks, asked := storetest.NewPieces(12, canary), 0
	for style, args := range redirectStyles {
		for _, status = range redirectStatuses {
			for name := range redirectTargets {
				target = redirectTargets[name]
				what := fmt.Sprintf("%s, %d to %s", style, status, name)
				r := call(t, h.lotse(append(append([]string{"probe"}, args...), "--secret-stdin", "--json")...), canary)
				redirected(t, what, r, n.heard())
				if form := leaks.In([]byte(r.stdout + r.err)); form != "" {
					t.Errorf("%s: it prints %s\n%s%s", what, form, r.stdout, r.err)
				}
				asked++
			}
		}
	}
	status, target = http.StatusTemporaryRedirect, redirectTargets["plain http"]
	if !followed(t, n) {
		t.Error("of a client that follows the rig sees nothing")
	}
	report("redirects", "%d of %d codes x %d ways x %d targets, 0 leaks", asked, len(redirectStatuses), len(redirectStyles), len(redirectTargets))
}

// redirected holds that a check ended at the redirect, and that one server was
// asked, once.
func redirected(t *testing.T, what string, r result, heard []request) {
	t.Helper()
	var got struct{ Status, Finding string }
	if err := json.Unmarshal([]byte(r.stdout), &got); err != nil || got.Finding != "redirect" {
		t.Errorf("%s: it found %q, %v\n%s%s", what, got.Finding, err, r.stdout, r.err)
	}
	if len(heard) != 2 || heard[0].to != "tokens.example:443" || heard[1].to != "https://tokens.example" {
		t.Errorf("%s: it asked %+v", what, heard)
	} else if !strings.Contains(heard[1].sent, "Authorization: ") && !strings.Contains(heard[1].sent, canary) {
		t.Errorf("%s: the secret was not sent at all:\n%s", what, heard[1].sent)
	}
}

// followed sends the secret with a client that follows, and reports whether the
// other server was seen to get it.
func followed(t *testing.T, n *internet) bool {
	t.Helper()
	proxy, err := url.Parse(n.proxy)
	if err != nil {
		t.Fatal(err)
	}
	client := http.Client{Transport: &http.Transport{Proxy: http.ProxyURL(proxy), TLSClientConfig: n.trusted(), DisableKeepAlives: true}}
	res, err := client.PostForm("https://tokens.example/token", url.Values{"client_secret": {canary}})
	if err != nil {
		t.Fatal(err)
	}
	_ = res.Body.Close()
	for _, r := range n.heard() {
		if r.to == "http://tokens.example" && strings.Contains(r.sent, canary) {
			return true
		}
	}
	return false
}
