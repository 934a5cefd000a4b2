package check_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
)

// TestAServiceThatDoesNotDecodeIsACauseOfItsOwn asks services that take Basic as
// it comes, and as RFC 6749, section 2.3.1, has it, with id and secret that the
// encoding changes and with others.
func TestAServiceThatDoesNotDecodeIsACauseOfItsOwn(t *testing.T) {
	for _, c := range []struct {
		name, id, secret, auth string
		decodes                bool
		status                 string
		told                   bool // that the service may not decode
	}{
		{"the case", "mü:ster+1", "p%5^gi+s/h@:x=ä€", "", false, check.Failed, true},
		{"the case, decoded", "mü:ster+1", "p%5^gi+s/h@:x=ä€", "", true, check.Passed, false},
		{"the case by form", "mü:ster+1", "p%5^gi+s/h@:x=ä€", "form", false, check.Passed, false},
		{"the secret alone", "muster-01", "a+b", "basic", false, check.Failed, true},
		{"the id alone", "muster@example.org", "ab", "basic", false, check.Failed, true},
		{"a blank within", "muster-01", "a b", "basic", false, check.Failed, true},
		{"padding", "muster-01", "YWI=", "basic", false, check.Failed, true},
		{"a per cent sign", "muster-01", "100%", "basic", true, check.Passed, false},
		{"nothing to encode", "muster-01", "aZ9-._~", "basic", false, check.Passed, false},
		{"nothing to encode, and wrong", "muster-01", "wrong", "basic", false, check.Failed, false},
		{"by form, and wrong", "muster-01", "wrong+", "form", false, check.Failed, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				_ = r.ParseForm()
				id, secret, basic := r.BasicAuth()
				if c.decodes {
					id, _ = url.QueryUnescape(id)
					secret, _ = url.QueryUnescape(secret)
				}
				if !basic {
					id, secret = r.PostForm.Get("client_id"), r.PostForm.Get("client_secret")
				}
				if id != c.id || secret != c.secret || strings.Contains(c.secret, "wrong") {
					answer(w, http.StatusUnauthorized, map[string]any{"error": "invalid_client"})
					return
				}
				answer(w, http.StatusOK, map[string]any{"access_token": "t", "token_type": "Bearer"})
			}))
			defer server.Close()
			got := askedWith(t, c.secret, with(with(changed("oauth2.token", "url", server.URL), "client_id", c.id), "auth", c.auth))
			if got.Status != c.status || tellsCause(got, "check.why_not_decoded") != c.told {
				t.Errorf("%s %s %+v", got.Status, english(got.Message), got.Causes)
			}
			if c.told && (got.Finding != "credentials_refused" || !tellsCause(got, "check.why_secret") || !leadsTo(got, "s.auth")) {
				t.Errorf("%s %+v", got.Finding, got.Causes)
			}
		})
	}
}

// TestWhatIsNotSeenInASecretIsSaid has secrets that are refused, with characters
// that nobody sees and without.
func TestWhatIsNotSeenInASecretIsSaid(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		answer(w, http.StatusUnauthorized, map[string]any{"error": "invalid_client"})
	}))
	defer server.Close()
	for secret, told := range map[string]bool{
		"\ufeffs3cr3t": true, "s3\u200bcr3t": true, "s3\u00a0cr3t": true, "\ns3cr3t": true, "s3cr3t\r": true, "s3cr3t ": true, " s3cr3t": true, "s3\u00adcr3t": true, "s3\tcr3t": true,
		"s3cr3t": false, "s3 cr3t": false, "sä€r3t": false, "s\u0301": false, "\xff\xfe": false,
	} {
		for name, params := range map[string][2]string{"oauth2.token": {"url", "client_secret"}, "rackbeat.self": {"url", "key"}} {
			got := askedAs(t, name, secret, with(given[name], params[0], server.URL+"/"))
			if got.Status != check.Failed || tellsCause(got, "check.why_unseen") != told || told && got.Causes[0].Item != flows.At("s."+params[1]) {
				t.Errorf("%s %q: %s %+v", name, secret, got.Finding, got.Causes)
			}
		}
	}
}

// askedWith runs oauth2.token with a secret.
func askedWith(t *testing.T, secret string, inputs []run.CheckInput) run.CheckResult {
	t.Helper()
	return askedAs(t, "oauth2.token", secret, inputs)
}

func askedAs(t *testing.T, name, secret string, inputs []run.CheckInput) run.CheckResult {
	t.Helper()
	outside := env(&check.Net{Loopback: true})
	outside.Secret = func(context.Context, run.Mode, string) (run.Secret, error) { return run.NewSecret([]byte(secret)), nil }
	return ask(t, check.NewRunner(outside), name, inputs)
}

func tellsCause(r run.CheckResult, code string) bool {
	return slices.ContainsFunc(r.Causes, func(c run.Cause) bool { return c.Message.Code == code })
}

func leadsTo(r run.CheckResult, item string) bool {
	return slices.ContainsFunc(r.Causes, func(c run.Cause) bool { return c.Item == flows.At(item) })
}
