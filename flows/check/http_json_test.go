package check_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/check"
	"lotse/flows/run"
)

// asking runs http.json with a request of its own, against what answers.
func asking(t *testing.T, request *flows.HTTPRequest, answer http.HandlerFunc, more ...run.CheckInput) run.CheckResult {
	t.Helper()
	s := httptest.NewServer(answer)
	t.Cleanup(s.Close)
	r := check.NewRunner(env(&check.Net{Loopback: true}))
	got, err := r.Run(t.Context(), check.Request{Check: "http.json", Mode: run.Real, HTTP: request, Of: map[string]flows.Address{"token": flows.At("s.token")}, Inputs: slices.Concat(with(given["http.json"], "url", s.URL+"/api"), more)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func answers(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_, _ = w.Write([]byte(body))
	}
}

// TestExpectations: what a condition says of status and JSON, and what is neither
// true nor false does not pass.
func TestExpectations(t *testing.T) {
	for expect, passes := range map[string]bool{
		`status == 200`: true, `status in [200, 201]`: true, `status == 204`: false,
		`json.shop.plan == "pro"`: true, `json.shop.plan == "free"`: false, `json.shop.plan startsWith "p"`: true,
		`json.shop.orders > 10`: true, `json.shop.orders == 13`: false, `json.shop.plan > 10`: false, `json.shop.orders == "12"`: false,
		`json.shop.open`: true, `!json.shop.open`: false, `json.shop.open == true`: true,
		`given(json.shop.plan)`: true, `given(json.shop.none)`: false, `given(json.shop.other)`: false, `!given(json.shop.other)`: true,
		`json.shop.other == "x"`: false, `json.shop.other != "x"`: false, `json.other.deeper.still == 1`: false,
		`any(json.shop.users, .admin && .name == "Kim")`: true, `all(json.shop.users, .name == "Lee")`: false, `len(json.shop.users) == 1`: true,
		`json.shop.users[0].name == "Kim"`: true, `json.shop.users[1].name == "Kim"`: false,
	} {
		_, r := rehearsed(t, false)
		got, err := r.Run(t.Context(), check.Request{Check: "http.json", Mode: run.Rehearsal, HTTP: shop(expect), Inputs: given["http.json"]}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if want := map[bool]string{true: check.Passed, false: check.Failed}[passes]; got.Status != want {
			t.Errorf("%s: %s %s: %s", expect, got.Status, got.Finding, english(got.Message))
		}
	}
}

// TestOwnFindings: the first that holds is told in the words of the procedure, with
// the server's own beside it and the answer to look at.
func TestOwnFindings(t *testing.T) {
	request := shop("status == 200",
		`{code: token_refused, when: status == 401, text: The shop does not accept the token., cause: Copy it again., of: token}`,
		`{code: plan_small, when: json.shop.plan == "free", text: The plan has no API.}`,
		`{code: later, when: status >= 400, text: Something else.}`)
	for _, c := range []struct {
		status                   int
		body, finding, said, why string
	}{
		{401, `{"errors": "bad token ` + canary + `"}`, "token_refused", "The shop does not accept the token.", "Copy it again."},
		{200, `{"shop": {"plan": "free"}}`, "plan_small", "The plan has no API.", ""},
		{422, `{"message": "no such shop"}`, "later", "Something else. The server says: “no such shop”", ""},
		{503, `{}`, "later", "Something else.", ""},
		{200, `{"shop": {}}`, "", "answers as it should", ""},
		{302, ``, "redirect", "Nothing was sent there", ""},
		{200, `<!doctype html><p>x`, "", "answers as it should", ""},
	} {
		got := asking(t, request, answers(c.status, c.body))
		told := strings.Join(textsOf("en", &got), "\n")
		if got.Finding != c.finding || !strings.Contains(told, c.said) || !strings.Contains(told, c.why) || strings.Contains(told, canary) {
			t.Errorf("%d %s: %s %q\n%s", c.status, c.body, got.Status, got.Finding, told)
		}
		if c.why != "" && (len(got.Causes) == 0 || got.Causes[0].Item != flows.At("s.token")) {
			t.Errorf("the causes are %+v", got.Causes)
		}
	}
}

// TestWhatIsSent: method, header, body, and the secret where it belongs; the result
// keeps its fingerprint, and to which host it went.
func TestWhatIsSent(t *testing.T) {
	request := *shop("status == 200")
	request.Method, request.Body = "POST", `{"query": "{ shop { name } }"}`
	request.Headers = append(request.Headers, flows.HTTPHeader{Name: "Authorization", Text: "kim", Secret: "token", Basic: true})
	var seen *http.Request
	got := asking(t, &request, func(w http.ResponseWriter, r *http.Request) {
		seen = r.Clone(context.Background())
		answers(200, `{"echo": "`+canary+`"}`)(w, r)
	}, run.CheckInput{Param: "header.Authorization", Value: "kim"})
	user, password, _ := seen.BasicAuth()
	if seen.Method != "POST" || seen.Header.Get("X-Token") != canary || user != "kim" || password != canary || seen.Header.Get("Content-Type") != "application/json" || seen.ContentLength != int64(len(request.Body)) {
		t.Errorf("sent %s %v, %d bytes", seen.Method, seen.Header, seen.ContentLength)
	}
	if got.Status != check.Passed || got.Inputs["s.token"] != "fp" || len(got.Secrets) != 1 {
		t.Errorf("%+v", got)
	}
	if told := strings.Join(textsOf("en", &got), "\n"); strings.Contains(told, canary) {
		t.Errorf("the secret is told:\n%s", told)
	}
}

// TestHostileAnswers: what is no JSON that two readers read alike, or never ends, is
// no answer, and neither long to read nor shown.
func TestHostileAnswers(t *testing.T) {
	for body, finding := range map[string]string{
		strings.Repeat("[", 500_000):                                              "not_json",
		strings.Repeat(`{"a":`, 100_000) + "1" + strings.Repeat("}", 100_000):     "not_json",
		`{"shop": {"plan": "free"}, "shop": {"plan": "pro"}}`:                     "not_json",
		`{"shop": {"plan": "pro"}`:                                                "not_json",
		"{\"shop\": {\"plan\": \"" + strings.Repeat("x", 2<<20) + "\"}}":          "too_large",
		`{"shop": {"plan": "\u202e\u001b[31m"}, "message": "\u202eno\u001b[31m"}`: "not_expected",
		`[{"plan": "pro"}]`: "not_expected",
		`"pro"`:             "not_expected",
		`1e999`:             "not_expected",
	} {
		got := asking(t, shop(`json.shop.plan == "pro"`), answers(200, body))
		told := strings.Join(textsOf("en", &got), "\n")
		if got.Finding != finding || strings.ContainsAny(told, "\x1b\u202e") || len(told) > 4000 {
			t.Errorf("%.40q: %s %q\n%.500s", body, got.Status, got.Finding, told)
		}
	}
}

// TestHeadReadsNoBody: of a HEAD only the status counts.
func TestHeadReadsNoBody(t *testing.T) {
	request := *shop("status == 200")
	request.Method = "HEAD"
	if got := asking(t, &request, answers(200, "")); got.Status != check.Passed {
		t.Errorf("%+v", got)
	}
}

// TestBoundSecretStays: a secret that is kept for a host goes to no other.
func TestBoundSecretStays(t *testing.T) {
	inputs := bound(given["http.json"], "https://kept.example:443")
	r := check.NewRunner(env(&check.Net{Dial: func(string) check.Dialer { panic("somebody is asked") }}))
	got, err := r.Run(t.Context(), check.Request{Check: "http.json", Mode: run.Real, HTTP: shop("status == 200"), Inputs: inputs}, nil)
	if err != nil || got.Finding != "other_host" {
		t.Errorf("%v %+v", err, got)
	}
}

// TestFillURL: no answer leads to another host, path or parameter.
func TestFillURL(t *testing.T) {
	for _, c := range []struct{ text, answer, want string }{
		{"{{ a }}/api", "https://shop.example/", "https://shop.example/api"},
		{"https://{{ a }}/api", "shop.example", "https://shop.example/api"},
		{"https://{{ a }}.shop.example/api", "evil.example/", "https://evil.example%2F.shop.example/api"},
		{"https://{{ a }}.shop.example/api", "user@evil.example", "https://user%40evil.example.shop.example/api"},
		{"https://shop.example/{{ a }}/x", "../admin", "https://shop.example/..%2Fadmin/x"},
		{"https://shop.example/{{ a }}/x", "..", "https://shop.example/%2E%2E/x"},
		{"https://shop.example/{{ a }}", "a?b=c#d", "https://shop.example/a%3Fb=c%23d"},
		{"https://shop.example/?q={{ a }}&x=y", "1&x=z", "https://shop.example/?q=1%26x%3Dz&x=y"},
	} {
		if got := flows.FillURL(c.text, func(string) string { return c.answer }); got != c.want {
			t.Errorf("%s with %q is %s, not %s", c.text, c.answer, got, c.want)
		}
	}
}
