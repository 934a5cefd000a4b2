package check

import (
	"context"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestARepeatedSecretIsHidden gives back a secret as servers may.
func TestARepeatedSecretIsHidden(t *testing.T) {
	const secret = `Ze8ra+/=&%<q"7>ä-Wombat`
	basic := base64.StdEncoding.EncodeToString([]byte(url.QueryEscape("muster-01") + ":" + url.QueryEscape(secret)))
	for name, said := range map[string]string{
		"clear": secret, "in capitals": "ZE8RA+/=&%<Q\"7>ä-WOMBAT", "zero-width": "Ze8ra\u200b+/=&%<q\"7>ä-Wombat", "query": url.QueryEscape(secret),
		"small query": lower(url.QueryEscape(secret)), "path": url.PathEscape(secret), "hex": hex.EncodeToString([]byte(secret)), "page": "Ze8ra+/=&amp;%&lt;q&#34;7&gt;ä-Wombat",
		"base64": base64.StdEncoding.EncodeToString([]byte(secret)), "Basic": "Basic " + basic, "URL base64": base64.RawURLEncoding.EncodeToString([]byte("xy" + secret)),
		"twice": secret + secret, "turned round": "tabmoW-ä>7\"q<%&=/+ar8eZ",
	} {
		j := &job{}
		j.hide(secret)
		is := j.safe("The server says: " + said + " (and more)")
		if want := "The server says: " + hidden + " (and more)"; strings.ReplaceAll(strings.Replace(is, "Basic ", "", 1), hidden+hidden, hidden) != want {
			t.Errorf("%s: %q", name, is)
		}
	}
	j := &job{}
	j.hide("")
	j.hide("abc")
	if is := j.safe("TLS 1.3, abc, Größe ΩÄ"); is != "TLS 1.3, abc, Größe ΩÄ" {
		t.Errorf("our own words are changed: %q", is)
	}
	x := &exchange{job: j}
	if is := x.quote("it is abc"); is != "it is "+hidden {
		t.Errorf("a short secret is quoted: %q", is)
	}
	j.hide(secret)
	if is := x.quote(strings.Repeat("x", maxQuoted-5) + secret); strings.Contains(is, "Ze8") {
		t.Errorf("a secret is cut before it is hidden: %q", is)
	}
}

// TestASecretIsHiddenWhereverAMessageHasIt puts a secret into every kind of
// argument, and a message with it into all that a check tells.
func TestASecretIsHiddenWhereverAMessageHasIt(t *testing.T) {
	const secret = "Wombat-4711"
	r := NewRunner(testEnv())
	r.find = func(string) (Check, bool) {
		return Check{run: func(_ context.Context, j *job) run.CheckResult {
			j.hide(secret)
			m := flows.Msg("one", "text", "is "+secret, "list", []string{"a", secret}, "n", 3,
				"inner", flows.Msg("two", "list", []string{secret}, "inner", flows.Msg("three", "text", secret)))
			m = flows.Joined("joined.comma", m, flows.Said("it was "+secret))
			j.running("of "+secret, m, 0.5)
			j.phase("of "+secret, Passed, m)
			j.stop("stopped", end(credentialsRefused, "detail", secret))
			return j.ended(&ending{Finding: credentialsRefused, said: m}, "url")
		}}, true
	}
	var told []run.Phase
	got, err := r.Run(t.Context(), Request{Check: "any"}, func(p run.Phase) { told = append(told, p) })
	if err != nil || len(told) != 3 || len(got.Phases) != 2 || len(got.Causes) != 3 {
		t.Fatalf("%d phases told, %+v, %v", len(told), got, err)
	}
	got.Causes = append(got.Causes, (&job{secrets: []string{secret}}).clean(run.CheckResult{Causes: []run.Cause{{Message: flows.Msg("x", "list", []string{secret})}}}).Causes...)
	for _, v := range []any{told, got} {
		kept, err := json.Marshal(v)
		if err != nil || strings.Contains(string(kept), secret) || !strings.Contains(string(kept), hidden) {
			t.Errorf("%s, %v", kept, err)
		}
	}
}
