package check

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/words"
)

// FuzzTokenAnswer: whatever a token service answers, there is a token or a
// sentence; and neither what a terminal acts on nor the secret stands in it.
func FuzzTokenAnswer(f *testing.F) {
	const secret = "Ze8ra-Wombat-4711"
	f.Add(200, "application/json", `{"access_token":"x","token_type":"Bearer"}`)
	f.Add(401, "application/json;charset=utf-8", `{"error":"invalid_client","error_description":"no: `+secret+`"}`)
	f.Add(400, "text/html", "<!doctype html><title>"+secret+"</title><script>x</script>\x1b]52;c;x\a")
	f.Add(200, "", "access_token=x&expires_in=1")
	f.Add(503, "application/problem+json", `{"errors":[{"detail":{"message":["a","\u202eb"]}},`+strings.Repeat("[", 50))
	f.Add(302, "\x00", "\xff\xfe{\x00")
	f.Fuzz(func(t *testing.T, status int, kind, body string) {
		x := (&job{env: testEnv()}).exchange(http.MethodPost, "https://tokens.example/token")
		x.target = &url.URL{Scheme: "https", Host: "tokens.example", Path: "/token"}
		x.hide(secret)
		r := &reply{status: status, header: http.Header{"Content-Type": {kind}, "Location": {kind}, "Retry-After": {kind}}, body: []byte(body)}
		token, e := x.granted(r)
		if (token == "") != (e != nil) {
			t.Fatalf("the token is %q, the ending %+v", token, e)
		}
		if e == nil {
			return
		}
		for _, lang := range []string{"en", "de", "fi"} {
			said := words.Say(lang, e.said.Map(x.safe))
			if said == "" || flows.CleanLine(said) != said || strings.Contains(strings.ToLower(said), strings.ToLower(secret)) {
				t.Fatalf("it says %q", said)
			}
		}
	})
}
