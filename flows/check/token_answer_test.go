package check_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
	"lotse/flows/words"
)

// tokenAnswer is an answer of a token service.
type tokenAnswer struct {
	name   string
	status int
	header http.Header
	body   string
}

// asked asks a service that gives the answer.
func (a tokenAnswer) asked(t *testing.T, more ...run.CheckInput) run.CheckResult {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		for key, values := range a.header {
			w.Header()[key] = values
		}
		w.WriteHeader(a.status)
		_, _ = w.Write([]byte(a.body))
	}))
	defer server.Close()
	inputs := append(changed("oauth2.token", "url", server.URL), more...)
	got := ask(t, check.NewRunner(env(&check.Net{Loopback: true})), "oauth2.token", inputs)
	holdNamed(t, "oauth2.token", &got)
	for _, lang := range words.Languages() {
		for _, s := range textsOf(lang, &got) {
			if strings.Contains(s, "()") || strings.Contains(s, "?") || strings.Contains(s, "“”") {
				t.Errorf("%s, %s: %q", a.name, lang, s)
			}
		}
	}
	return got
}

func of(contentType string) http.Header { return http.Header{"Content-Type": {contentType}} }

// TestTokenAnswersOfTheCase holds the answers that were reported, each with what
// is wanted of it.
func TestTokenAnswersOfTheCase(t *testing.T) {
	raw, err := os.ReadFile("testdata/cases/token-answers.json")
	if err != nil {
		t.Fatal(err)
	}
	var all []struct {
		Case   string
		Status int
		Type   string
		Body   json.RawMessage
	}
	if err := json.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	want := map[string]struct{ status, finding, words, item string }{
		"ip":                      {check.Unknown, "blocked", "access_denied: Request from IP 203.0.113.9 is not allowed", ""},
		"gateway":                 {check.Unknown, "blocked", "“Forbidden”", ""},
		"entra-unknown-app":       {check.Failed, "client_unknown", "AADSTS700016: Application was not found in the directory", "s.client_id s.url"},
		"entra-no-scope":          {check.Failed, "scope_missing", "AADSTS90014: The required field 'scope' is missing", ""},
		"salesforce":              {check.Failed, "credentials_refused", "client identifier invalid", "s.client_id"},
		"okta":                    {check.Failed, "credentials_refused", "Invalid value for 'client_id' parameter.", "s.client_id"},
		"problem+json":            {check.Failed, "credentials_refused", "Client secret expired on 2026-10-01", "s.client_secret"},
		"html type":               {check.Passed, "", "", ""},
		"busy":                    {check.Unknown, "server_error", "temporarily_unavailable", ""},
		"408":                     {check.Unknown, "timed_out", "did not answer in time", ""},
		"429 without Retry-After": {check.Unknown, "throttled", "Try again later.", ""},
	}
	if len(all) != len(want) {
		t.Errorf("%d answers, %d wanted", len(all), len(want))
	}
	for _, c := range all {
		body := string(c.Body)
		if body == `""` {
			body = ""
		}
		got, want := tokenAnswer{c.Case, c.Status, of(c.Type), body}.asked(t), want[c.Case]
		if got.Status != want.status || got.Finding != want.finding || !strings.Contains(english(got.Message), want.words) {
			t.Errorf("%s: %s %s %q, want %+v", c.Case, got.Status, got.Finding, english(got.Message), want)
		}
		for _, item := range strings.Fields(want.item) {
			if !slices.ContainsFunc(got.Causes, func(cause run.Cause) bool { return cause.Item == flows.At(item) }) {
				t.Errorf("%s: no cause leads to %s: %+v", c.Case, item, got.Causes)
			}
		}
	}
}

// TestWhatATokenServiceMeans has refusals of other products, and of what stands
// before them, in the words that they use.
func TestWhatATokenServiceMeans(t *testing.T) {
	for _, c := range []struct {
		tokenAnswer
		finding, words string
	}{
		// Id and secret: by the code, by the words, by the status.
		{tokenAnswer{"RFC", 401, nil, `{"error":"invalid_client"}`}, "credentials_refused", "“invalid_client”"},
		{tokenAnswer{"RFC with 400", 400, nil, `{"error":"invalid_client","error_description":"no"}`}, "credentials_refused", "invalid_client: no"},
		{tokenAnswer{"RFC with 200", 200, nil, `{"error":"invalid_client"}`}, "credentials_refused", "invalid_client"},
		{tokenAnswer{"Entra", 401, nil, `{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided. Ensure the secret being sent is the client secret value."}`}, "credentials_refused", "AADSTS7000215"},
		{tokenAnswer{"Keycloak", 401, nil, `{"error":"unauthorized_client","error_description":"Invalid client or Invalid client credentials"}`}, "credentials_refused", "Invalid client or"},
		{tokenAnswer{"Auth0", 401, nil, `{"error":"access_denied","error_description":"Unauthorized"}`}, "credentials_refused", "access_denied: Unauthorized"},
		{tokenAnswer{"Spring", 401, nil, `{"error":"unauthorized","error_description":"Bad credentials"}`}, "credentials_refused", "Bad credentials"},
		{tokenAnswer{"Apigee", 401, nil, `{"ErrorCode":"invalid_client","Error":"ClientId is Invalid"}`}, "credentials_refused", "ClientId is Invalid"},
		{tokenAnswer{"Laravel", 401, nil, `{"message":"Unauthenticated."}`}, "credentials_refused", "Unauthenticated."},
		{tokenAnswer{"401 without a word", 401, nil, ""}, "credentials_refused", "Id or secret is refused."},
		{tokenAnswer{"a header alone", 401, http.Header{"Www-Authenticate": {`Bearer realm="x", error="invalid_client", error_description="Secret, or id, is wrong"`}}, ""}, "credentials_refused", "invalid_client: Secret, or id, is wrong"},
		{tokenAnswer{"a page with a Basic challenge", 401, http.Header{"Content-Type": {"text/html"}, "Www-Authenticate": {`Basic realm="x"`}}, "<html><title>401</title>"}, "credentials_refused", "401"},
		{tokenAnswer{"text", 401, of("text/plain"), "Bad client credentials\n"}, "credentials_refused", "Bad client credentials"},

		// What stands before it.
		{tokenAnswer{"a page", 403, of("text/html"), "<!DOCTYPE html><html><head><title>403 Forbidden</title><style>a{}</style></head><body><center><h1>403 Forbidden</h1></center><hr>nginx</body></html>"}, "blocked", "403 Forbidden: nginx"},
		{tokenAnswer{"a page with 401", 401, of("text/html"), "<html><body><h1>Sign <b>in</b></h1></body></html>"}, "blocked", "Sign in"},
		{tokenAnswer{"Windows sign-in", 401, http.Header{"Www-Authenticate": {"Negotiate", "NTLM"}}, ""}, "blocked", "(401)"},
		{tokenAnswer{"403 without a word", 403, nil, ""}, "blocked", "(403)"},
		{tokenAnswer{"Amazon", 403, nil, `{"message":"Missing Authentication Token"}`}, "blocked", "Missing Authentication Token"},
		{tokenAnswer{"Azure", 401, nil, `{"statusCode":401,"message":"Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API."}`}, "blocked", "subscription key"},
		{tokenAnswer{"Apigee fault", 401, nil, `{"fault":{"faultstring":"Failed to resolve API Key variable request.header.apikey","detail":{"errorcode":"steps.oauth.v2.FailedToResolveAPIKey"}}}`}, "blocked", "steps.oauth.v2.FailedToResolveAPIKey: Failed to resolve API Key"},
		{tokenAnswer{"an address in a list", 403, nil, `{"errors":[{"code":"ip_not_allowlisted","detail":"Add 198.51.100.7 to the list"}]}`}, "blocked", "ip_not_allowlisted: Add 198.51.100.7 to the list"},
		{tokenAnswer{"an address, as invalid_client", 401, nil, `{"error":"invalid_client","error_description":"Client IP 198.51.100.7 is not allowed"}`}, "blocked", "Client IP"},
		{tokenAnswer{"conditional access", 400, nil, `{"error":"invalid_grant","error_description":"AADSTS53003: Access has been blocked by Conditional Access policies."}`}, "blocked", "AADSTS53003"},
		{tokenAnswer{"Auth0 without a grant", 403, nil, `{"error":"access_denied","error_description":"Client is not authorized to access \"https://api.example\". You need to create a \"client-grant\" associated to this API."}`}, "blocked", "Client is not authorized"},

		// Scope and audience.
		{tokenAnswer{"RFC scope", 400, nil, `{"error":"invalid_scope"}`}, "scope_missing", "“invalid_scope”"},
		{tokenAnswer{"Okta scope", 400, nil, `{"errorCode":"invalid_scope","errorSummary":"The authorization server resource does not have any configured default scopes, 'scope' must be provided."}`}, "scope_missing", "'scope' must be provided"},
		{tokenAnswer{"a form's errors", 422, nil, `{"message":"The given data was invalid.","errors":{"scope":["The scope field is required."]}}`}, "scope_missing", "The scope field is required."},
		{tokenAnswer{"Auth0 audience", 403, nil, `{"error":"access_denied","error_description":"No audience parameter was provided, and no default audience has been configured"}`}, "audience_missing", "No audience parameter"},
		{tokenAnswer{"Entra resource", 400, nil, `{"error":"invalid_resource","error_description":"AADSTS500011: The resource principal named https://x was not found in the tenant named Muster."}`}, "audience_missing", "AADSTS500011"},

		// The client, the tenant, the way to ask.
		{tokenAnswer{"Entra off", 401, nil, `{"error":"unauthorized_client","error_description":"AADSTS7000112: Application 'a' is disabled."}`}, "client_off", "is disabled"},
		{tokenAnswer{"unknown client id", 400, nil, `{"error":"invalid_request","error_description":"unknown client id"}`}, "client_unknown", "unknown client id"},
		{tokenAnswer{"unknown client_id", 400, nil, `{"error":"invalid_request","error_description":"unknown client_id"}`}, "client_unknown", "unknown client_id"},
		{tokenAnswer{"a client id that is not known", 400, nil, `{"error":"invalid_request","error_description":"The client id is not known"}`}, "client_unknown", "is not known"},
		{tokenAnswer{"a wrong client id", 401, nil, `{"error":"invalid_client","error_description":"The client id is invalid"}`}, "credentials_refused", "is invalid"},
		{tokenAnswer{"unknown client", 400, nil, `{"error":"unauthorized_client","error_description":"No such client"}`}, "client_unknown", "No such client"},
		{tokenAnswer{"Entra tenant", 400, nil, `{"error":"invalid_request","error_description":"AADSTS90002: Tenant 'muster' not found. Check to make sure you have the correct tenant ID."}`}, "tenant_unknown", "AADSTS90002"},
		{tokenAnswer{"Keycloak realm", 404, nil, `{"error":"Realm does not exist"}`}, "tenant_unknown", "Realm does not exist"},
		{tokenAnswer{"RFC grant", 400, nil, `{"error":"unauthorized_client"}`}, "grant_refused", "unauthorized_client"},
		{tokenAnswer{"Keycloak service account", 401, nil, `{"error":"unauthorized_client","error_description":"Client not enabled to retrieve service account"}`}, "grant_refused", "service account"},
		{tokenAnswer{"Salesforce user", 400, nil, `{"error":"invalid_grant","error_description":"no client credentials user enabled"}`}, "grant_refused", "no client credentials user enabled"},

		// For a while only.
		{tokenAnswer{"server_error", 400, nil, `{"error":"server_error","error_description":"Try again"}`}, "server_error", "server_error: Try again"},
		{tokenAnswer{"slow_down", 400, nil, `{"error":"slow_down"}`}, "throttled", "slow_down"},
		{tokenAnswer{"a quota", 403, nil, `{"error":{"code":403,"message":"Rate limit exceeded","status":"PERMISSION_DENIED"}}`}, "throttled", "Rate limit exceeded"},
		{tokenAnswer{"503 with words", 503, of("text/html"), "<title>Maintenance</title><p>Back at <b>ten</b>.</p>"}, "server_error", "Maintenance: Back at ten."},

		// Nothing that is known.
		{tokenAnswer{"Salesforce list", 400, nil, `[{"message":"Something else","errorCode":"JSON_PARSER_ERROR"}]`}, "unexpected", "JSON_PARSER_ERROR: Something else"},
		{tokenAnswer{"another language", 400, nil, `{"error":"invalid_request","error_description":"Pyyntö on virheellinen"}`}, "unexpected", "Pyyntö on virheellinen"},
		{tokenAnswer{"no known key", 409, nil, `{"Ergebnis":"abgelehnt","access_token":"secret-looking"}`}, "unexpected", "“Ergebnis abgelehnt”"},
		{tokenAnswer{"XML", 400, of("application/xml"), `<?xml version="1.0"?><error><text>Not like this</text></error>`}, "unexpected", "Not like this"},
		{tokenAnswer{"without a word", 418, nil, ""}, "unexpected", "(418)"},
		{tokenAnswer{"a wrong path", 404, nil, `{"message":"Application not found"}`}, "wrong_path", "Application not found"},
		{tokenAnswer{"a page with 400", 400, of("text/html"), "<title>Bad client request</title>"}, "html", "Bad client request"},

		// Good by its status, and without a token.
		{tokenAnswer{"empty", 204, nil, ""}, "no_token", "gave no token"},
		{tokenAnswer{"another name", 200, nil, `{"data":{"token":"secret-looking"}}`}, "no_token", "gave no token."},
		{tokenAnswer{"no text", 200, nil, `{"access_token":7}`}, "no_token", "gave no token."},
	} {
		got := c.asked(t)
		said := english(got.Message)
		if c.finding == "unexpected" {
			said = strings.Replace(said, " answered 418,", " answered (418),", 1)
		}
		if got.Finding != c.finding || !strings.Contains(said, c.words) || strings.Contains(said, "secret-looking") {
			t.Errorf("%s: %s %s %q, want %s %q", c.name, got.Status, got.Finding, said, c.finding, c.words)
		}
		temporary := slices.Contains([]string{"blocked", "server_error", "throttled"}, c.finding)
		if temporary != (got.Status == check.Unknown) {
			t.Errorf("%s: %s is %s", c.name, c.finding, got.Status)
		}
	}
}

// TestAGoodAnswerIsGood has tokens in every form in which they come, and beside
// them answers that only look alike.
func TestAGoodAnswerIsGood(t *testing.T) {
	const good = `{"access_token":"t-Kx81","token_type":"Bearer"}`
	encoding := func(how string) http.Header { return http.Header{"Content-Encoding": {how}} }
	for _, c := range []struct {
		tokenAnswer
		finding string
	}{
		{tokenAnswer{"plain", 200, nil, good}, ""},
		{tokenAnswer{"201", 201, nil, good}, ""},
		{tokenAnswer{"203", 203, nil, good}, ""},
		{tokenAnswer{"as a page", 200, of("text/html; charset=utf-8"), good}, ""},
		{tokenAnswer{"as a page, by way of an edge", 200, http.Header{"Content-Type": {"text/html"}, "Via": {"1.1 edge"}}, good}, ""},
		{tokenAnswer{"as text", 200, of("text/plain"), "\n " + good + "\n"}, ""},
		{tokenAnswer{"as nothing", 200, of(""), good}, ""},
		{tokenAnswer{"as a form", 200, of("application/x-www-form-urlencoded"), "access_token=t-Kx81&token_type=bearer"}, ""},
		{tokenAnswer{"a mark", 200, nil, "\ufeff" + good}, ""},
		{tokenAnswer{"UTF-16", 200, nil, utf16Of(good)}, ""},
		{tokenAnswer{"identity", 200, encoding("identity"), good}, ""},
		{tokenAnswer{"gzip", 200, encoding("gzip"), packedOf(t, good)}, ""},
		{tokenAnswer{"x-gzip with a mark", 200, encoding("x-gzip"), packedOf(t, "\ufeff"+good)}, ""},
		{tokenAnswer{"gzip that nobody names", 200, nil, packedOf(t, good)}, ""},
		{tokenAnswer{"gzip that is none", 200, encoding("gzip"), good}, ""},
		{tokenAnswer{"gzip, just small enough", 200, encoding("gzip"), packedOf(t, good+strings.Repeat(" ", 1<<20-len(good)))}, ""},

		{tokenAnswer{"gzip, too large", 200, encoding("gzip"), packedOf(t, good+strings.Repeat(" ", 1<<20))}, "too_large"},
		{tokenAnswer{"gzip, cut off", 200, encoding("gzip"), packedOf(t, good)[:30]}, "packed"},
		{tokenAnswer{"br", 200, encoding("br"), "\x0b\x02\x80\x00\x03"}, "packed"},
		{tokenAnswer{"twice", 200, nil, `{"access_token":"a","access_token":"b"}`}, "not_json"},
		{tokenAnswer{"half", 200, nil, good[:20]}, "not_json"},
		{tokenAnswer{"nested deep", 200, nil, strings.Repeat("[", 1<<19)}, "not_json"},
		{tokenAnswer{"a page", 200, of("text/html"), "<html><p>access_token=" + "x"}, "html"},
		{tokenAnswer{"a page that is called JSON", 200, nil, "<!doctype html><title>Sign in</title>"}, "html"},
		{tokenAnswer{"a token, and refused", 400, nil, `{"access_token":"secret-looking","message":"no"}`}, "unexpected"},
		{tokenAnswer{"a token that is none", 200, nil, `{"access_token":"secret-looking\nx"}`}, "no_token"},
		{tokenAnswer{"empty token", 200, nil, `{"access_token":""}`}, "no_token"},
	} {
		got := c.asked(t)
		if got.Finding != c.finding || c.finding == "" && got.Status != check.Passed {
			t.Errorf("%s: %s %s %q, want %q", c.name, got.Status, got.Finding, english(got.Message), c.finding)
		}
		kept, err := json.Marshal(got)
		if err != nil || strings.Contains(string(kept), "Kx81") || strings.Contains(string(kept), "secret-looking") {
			t.Errorf("%s: a token is kept: %s, %v", c.name, kept, err)
		}
	}
}

func packedOf(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func utf16Of(ascii string) string {
	b := []byte("\xff\xfe")
	for i := range len(ascii) {
		b = append(b, ascii[i], 0)
	}
	return string(b)
}
