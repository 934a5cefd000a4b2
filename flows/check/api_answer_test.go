package check_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"lotse/flows/check"
)

// apiAnswers are answers of an API, and of what stands before it; the finding of
// each at Rackbeat and at TechData, and words that are told.
var apiAnswers = []struct {
	tokenAnswer
	rackbeat, techdata, words string
}{
	{tokenAnswer{"unauthenticated", 401, nil, `{"message":"Unauthenticated."}`}, "key_refused", "token_refused", "Unauthenticated."},
	{tokenAnswer{"401 without a word", 401, nil, ""}, "key_refused", "token_refused", ""},
	{tokenAnswer{"401 with a Bearer challenge", 401, http.Header{"Www-Authenticate": {`Bearer error="invalid_token", error_description="It has expired"`}}, ""}, "key_refused", "token_refused", "invalid_token: It has expired"},
	{tokenAnswer{"a page with 401", 401, of("text/html"), "<title>Sign in</title>"}, "blocked", "blocked", "Sign in"},
	{tokenAnswer{"Windows sign-in", 401, http.Header{"Www-Authenticate": {"NTLM"}}, "{}"}, "blocked", "blocked", "(401)"},
	{tokenAnswer{"a page with 403", 403, of("text/html"), "<title>Attention Required!</title>"}, "blocked", "blocked", "Attention Required!"},
	{tokenAnswer{"a page with 403 by way of an edge", 403, http.Header{"Content-Type": {"text/html"}, "Via": {"1.1 edge"}}, "<title>Blocked</title>"}, "blocked", "blocked", "Blocked"},
	{tokenAnswer{"an address", 403, nil, `{"message":"IP 203.0.113.9 is not whitelisted"}`}, "blocked", "blocked", "not whitelisted"},
	{tokenAnswer{"no permission", 403, nil, `{"message":"This action is unauthorized."}`}, "permission_missing", "blocked", "This action is unauthorized."},
	{tokenAnswer{"a SOIN", 403, nil, `{"Result":"Fail","ErrorMessage":"Invalid SOIN"}`}, "permission_missing", "soin_refused", "Invalid SOIN"},
	{tokenAnswer{"a signature", 403, nil, `{"errors":[{"detail":"The signature does not match"}]}`}, "permission_missing", "soin_refused", "The signature does not match"},
	{tokenAnswer{"nothing there", 404, nil, `{"message":"Not here"}`}, "wrong_path", "wrong_path", "Not here"},
	{tokenAnswer{"a method", 405, nil, ""}, "wrong_path", "wrong_path", "(405)"},
	{tokenAnswer{"not paid", 402, nil, `{"message":"The subscription has ended"}`}, "unexpected", "unexpected", "The subscription has ended"},
	{tokenAnswer{"408", 408, nil, ""}, "timed_out", "timed_out", "did not answer in time"},
	{tokenAnswer{"429", 429, nil, `{"message":"Slow down"}`}, "throttled", "throttled", "Slow down"},
	{tokenAnswer{"503", 503, nil, `{"message":"Be right back."}`}, "server_error", "server_error", "Be right back."},
	{tokenAnswer{"good, as a page", 200, of("text/html"), `{"company":{"name":"Muster"},"customers":[],"products":[],"suppliers":[]}`}, "", "", ""},
	{tokenAnswer{"good, with a mark", 200, nil, "\ufeff" + `{"company":{"name":"Muster"},"customers":[],"products":[],"suppliers":[]}`}, "", "", ""},
	{tokenAnswer{"a page", 200, of("text/html"), "<!doctype html><title>Rackbeat</title>"}, "html", "html", "Rackbeat"},
}

// TestWhatAnAPIMeans holds what of an API's answers speaks of key, token and SOIN.
func TestWhatAnAPIMeans(t *testing.T) {
	for _, c := range apiAnswers {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.Method == http.MethodPost {
				answer(w, http.StatusOK, map[string]any{"access_token": "t-Kx81", "token_type": "Bearer"})
				return
			}
			w.Header().Set("Content-Type", "application/json")
			for key, values := range c.header {
				w.Header()[key] = values
			}
			w.WriteHeader(c.status)
			_, _ = w.Write([]byte(c.body))
		}))
		rackbeat := with(given["rackbeat.self"], "url", server.URL+"/")
		techdata := with(with(given["techdata.api"], "end_point_url", server.URL+"/"), "api_end_point_url", server.URL+"/")
		for name, finding := range map[string]string{"rackbeat.self": c.rackbeat, "techdata.api": c.techdata} {
			inputs := rackbeat
			if name == "techdata.api" {
				inputs = techdata
			}
			got := ask(t, check.NewRunner(env(&check.Net{Loopback: true})), name, inputs)
			said := english(got.Message)
			if got.Finding != finding || !strings.Contains(said, c.words) || strings.Contains(said, "()") {
				t.Errorf("%s, %s: %s %s %q, want %q %q", name, c.name, got.Status, got.Finding, said, finding, c.words)
			}
			holdNamed(t, name, &got)
		}
		server.Close()
	}
}
