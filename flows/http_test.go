package flows

import (
	"strings"
	"testing"
)

// asked is a procedure with a request, with parts to be replaced.
const asking = head + `      - {field: shop, label: Shop, type: code}
      - {field: base, label: Base, type: url}
      - {field: token, label: Token, type: secret}
      - check: c
        run: http.json
        request: REQUEST
        expect: EXPECT
        found: FOUND
        rehearse: REHEARSE
      - {field: later, label: Later, type: secret}
`

// parts of a request that is well.
var wellAsked = map[string]string{
	"REQUEST":  `{url: "https://{{ shop }}.shop.example/api", headers: {X-Shop: "{{ shop }}", Authorization: "Bearer {{ secret token }}"}}`,
	"EXPECT":   `status == 200 && json.plan == "pro"`,
	"FOUND":    `[{code: token_refused, when: status == 401, text: Refused., cause: Copy it again., of: token}]`,
	"REHEARSE": `{answer: {body: '{"plan": "pro"}'}, faults: {no-access: {does: The token is refused., status: 401, body: '{}'}}}`,
}

func request(part, text string) string {
	doc := asking
	for name, well := range wellAsked {
		if name == part {
			well = text
		}
		doc = strings.Replace(doc, name, well, 1)
	}
	return doc
}

var httpSpecs = Specs{Checks: []CheckSpec{{Name: HTTPJSON, Findings: []string{"not_expected"}}, specs.Checks[0]}}

func TestRequestIsRead(t *testing.T) {
	f := files("p.yaml", request("", ""))
	if faults := Lint(f, "p", httpSpecs); len(faults) > 0 {
		t.Errorf("a good request is faulted:\n%s", sentences(Faults(faults)))
	}
	p := loads(t, f)
	again, err := Decode(p.Bytes())
	if err != nil || again.Digest != p.Digest || FormatOf(p.Bytes()) != fifthFormat {
		t.Fatalf("%v, format %d", err, FormatOf(p.Bytes()))
	}
	it := again.Step("one").Item("c")
	r := it.Check.Request
	if r.Method != "GET" || len(r.Headers) != 2 || r.Headers[1] != (HTTPHeader{Name: "Authorization", Text: "Bearer ", Secret: "token"}) || r.Headers[0].Secret != "" || r.Headers[0].Text != "{{ shop }}" {
		t.Errorf("the request is %+v", r)
	}
	if len(r.Found) != 1 || r.Found[0].Of != "token" || r.Answer.Status != 200 || len(r.Faults) != 1 || r.Faults[0].Status != 401 {
		t.Errorf("it finds %+v", r)
	}
	var reads []string
	for _, ref := range it.Reads() {
		reads = append(reads, ref.ID)
	}
	if want := "shop token"; strings.Join(sorted(reads), " ") != want {
		t.Errorf("it reads %v", reads)
	}
}

// TestRequestFaults: each fault at its place; none of these loads.
func TestRequestFaults(t *testing.T) {
	url := func(text string) [2]string { return [2]string{"REQUEST", "{url: ◆\"" + text + "\"}"} }
	header := func(name, text string) [2]string {
		return [2]string{"REQUEST", `{url: "https://a.example", headers: {` + name + ": " + text + "}}"}
	}
	for _, c := range []struct {
		part  [2]string
		words string
	}{
		{url("http://a.example"), "begins with https://"},
		{url("ftp://a.example"), "begins with https://"},
		{url("a.example/api"), "begins with https://"},
		{url("https://"), "begins with https://"},
		{url("https://kim:pw@a.example"), "a user or a password in the address"},
		{url("https://{{ shop }}@a.example"), "a user or a password in the address"},
		{url("https://localhost/x"), "localhost is a machine's own address"},
		{url("https://shop.localhost./x"), "own address"},
		{url("https://127.0.0.1/x"), "127.0.0.1 is a machine's own address"},
		{url("https://[::1]:8443/x"), "own address"},
		{url("https://[::ffff:127.0.0.1]/x"), "own address"},
		{url("https://169.254.169.254/latest/meta-data"), "own address"},
		{url("https://[fe80::1]/x"), "own address"},
		{url("https://0.0.0.0/x"), "own address"},
		{url("https://a.example/{{ token }}"), "names {{ token }}: secrets never go into a text"},
		{url("https://a.example/{{ secret token }}"), "{{ secret token }}, but there is no such field"},
		{url("https://a.example/{{ nobody }}"), "{{ nobody }}, but there is no such field"},
		{url("https://a.example/{{ later }}"), "{{ later }}"},
		{header("◆Host", "x"), "The header Host cannot be set"},
		{header("◆content-length", "'1'"), "cannot be set"},
		{header("◆Transfer-Encoding", "chunked"), "cannot be set"},
		{header("◆Cookie", "a"), "cannot be set"},
		{header("◆Proxy-Authorization", "a"), "cannot be set"},
		{header("◆X-Forwarded-For", "a"), "cannot be set"},
		{header("◆\"X Y\"", "a"), "is not the name of a header"},
		{header("◆\"X:Y\"", "a"), "is not the name of a header"},
		{header("X-A: a, ◆x-a", "b"), "is there already"},
		{header("X-A", `◆"a\nHost: b"`), "a line break or another control character"},
		{header("X-A", `◆"{{ secret token }} x"`), "has to stand at the end"},
		{header("X-A", `◆"{{ secret token }}{{ secret token }}"`), "has to stand at the end"},
		{header("X-A", `◆"{{ secret shop }}"`), "shop is no secret"},
		{header("X-A", `◆"{{ secret nobody }}"`), "There is no field nobody"},
		{header("X-A", `◆"{{ secret later }}"`), "later comes later"},
		{header("X-A", `◆"{{ token }}"`), "secrets never go into a text"},
		{[2]string{"REQUEST", `{url: "https://a.example", body: ◆x}`}, "A GET has no body"},
		{[2]string{"REQUEST", `{url: "https://a.example", method: POST, body: ◆"{{ shop }}"}`}, "No answer can be used here"},
		{[2]string{"REQUEST", `{url: "https://a.example", method: ◆DELETE}`}, "DELETE"},
		{[2]string{"REQUEST", `{url: "https://a.example", ◆redirects: true}`}, "redirects"},
		{[2]string{"REQUEST", `{url: "https://a.example", basic: {user: u, password: ◆shop}}`}, "shop is no secret"},
		{[2]string{"EXPECT", `◆stats == 200`}, "stats"},
		{[2]string{"EXPECT", `status == ◆shop`}, "shop"},
		{[2]string{"EXPECT", `◆json == 1`}, "json"},
		{[2]string{"EXPECT", `status = 200`}, "=="},
		{[2]string{"FOUND", `[{code: ◆Refused, when: status == 401, text: x}]`}, "is not a code"},
		{[2]string{"FOUND", `[{code: a, when: status == 401, text: x}, {code: ◆a, when: status == 402, text: x}]`}, "with the code a already"},
		{[2]string{"FOUND", `[{code: a, when: status == 401, text: x, of: ◆nobody}]`}, "There is no field nobody"},
		{[2]string{"FOUND", `[{code: a, when: ◆token == "x", text: x}]`}, "token"},
		{[2]string{"REHEARSE", `{answer: {status: ◆99, body: x}}`}, "from 200 to 599"},
		{[2]string{"REHEARSE", `{answer: {body: ◆` + strings.Repeat("x", maxAnswer+1) + `}}`}, "65536 bytes at most"},
		{[2]string{"REHEARSE", `{answer: {body: x}, faults: {◆No_access: {does: D., body: x}}}`}, "is not a name of a fault"},
		{[2]string{"REHEARSE", `◆{faults: {no-access: {does: D., body: x}}}`}, "answer"},
	} {
		f := files("p.yaml", request(c.part[0], c.part[1]))
		place := marked(f)
		if place != "" && (c.part[0] == "EXPECT" || c.part[0] == "FOUND") {
			place = place[:strings.Index(place, ":")+1] // inside a condition
		}
		expect(t, c.part[1], Lint(f, "p", httpSpecs), place, c.words)
		if _, err := Open(f, httpSpecs).Procedure("p"); err == nil {
			t.Errorf("%s loads", c.part[1])
		}
	}
	for doc, words := range map[string]string{
		strings.Replace(request("", ""), "        request: ", "        ◆x-request: ", 1): "x-request",
		strings.Replace(request("", ""), "run: http.json", "run: mail.equal", 1):         "Only the check http.json has the key request",
	} {
		f := files("p.yaml", doc)
		marked(f)
		expect(t, doc, Lint(f, "p", httpSpecs), "p.yaml:", words)
	}
	taken := files("p.yaml", request("FOUND", `[{code: not_expected, when: status == 401, text: x}]`))
	expect(t, "a code of the check's own", Lint(taken, "p", httpSpecs), "p.yaml:", "has a finding not_expected of its own")
}
