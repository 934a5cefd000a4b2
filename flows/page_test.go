package flows

import (
	"strings"
	"testing"
)

func TestPageAddress(t *testing.T) {
	for given, want := range map[string]string{
		"https://portal.example/a?b=c#d":                   "https://portal.example/a?b=c#d",
		" \u200bhttps://Portal.example \n":                 "https://portal.example/",
		"HTTPS://portal.example:8443":                      "https://portal.example:8443/",
		"https://münster.example/":                         "https://xn--mnster-3ya.example/",
		"https://portal.example/$(id);`x`|y":               "https://portal.example/$%28id%29;%60x%60%7Cy",
		"http://portal.example/":                           "refuse.page_https",
		"javascript:alert(1)":                              "refuse.page_https",
		"file:///etc/passwd":                               "refuse.page_https",
		"portal.example":                                   "refuse.page_https",
		"":                                                 "refuse.page_https",
		"https://":                                         "refuse.page_address",
		"https:///path":                                    "refuse.page_address",
		"https://a..b/":                                    "refuse.page_address",
		"https://portal.example@evil.example/":             "refuse.page_user",
		"https://user:word@portal.example/":                "refuse.page_user",
		"https://portal.example/\u202egpj.exe":             "https://portal.example/gpj.exe",
		"https://portal.example/\x1b]0;x\x07y":             "https://portal.example/]0;xy",
		"https://portal.example:99999/":                    "refuse.page_address",
		"https://x.example/" + strings.Repeat("a", 10_000): "refuse.page_long",
		"--version":                                        "refuse.page_https",
	} {
		got, err := PageAddress(given)
		if err != nil {
			got = Reason(err).Code
		}
		if got != want {
			t.Errorf("%.60q: %q, want %q", given, got, want)
		}
	}
}

// TestPageOfAStep: an address is https, its place is named, a system is one of the
// procedure's.
func TestPageOfAStep(t *testing.T) {
	with := func(keys string) string {
		return strings.Replace(asked("{level: warn}"), "    title: First\n", "    title: First\n"+keys, 1)
	}
	p := loads(t, files("p.yaml", with("    page: {address: https://example.org/portal, from: vendor, source: the help}\n    system: Elsewhere\n")))
	if s := p.Steps[0]; s.Page != (Page{"https://example.org/portal", FromVendor, "the help"}) || s.System != "Elsewhere" {
		t.Errorf("the page is %+v on %s", s.Page, s.System)
	}
	if again, err := Decode(p.Bytes()); err != nil || again.Steps[0].Page != p.Steps[0].Page {
		t.Errorf("stored it is %+v, %v", again, err)
	}
	for keys, want := range map[string]string{
		"    page: ◆http://example.org/\n":                   "The address of the page cannot be used",
		"    page: ◆ftp:x\n":                                 "The address of the page cannot be used",
		"    page: ◆{from: vendor}\n":                        "address",
		"    page: {address: https://a.example/, ◆by: us}\n": "by",
		"    page: ◆https://a.example/\n":                    "Say where the address of the page stands",
		"    system: ◆Nowhere\n":                             "no system Nowhere",
	} {
		doc := files("p.yaml", with(keys))
		place := marked(doc)
		expect(t, keys, Lint(doc, "p", specs), place, want)
	}
	for _, keys := range []string{"    page: https://a.example/\n    source: line 1\n", "    page: {address: https://a.example/, from: vendor, source: help}\n"} {
		doc := files("p.yaml", with(keys))
		for _, f := range Lint(doc, "p", specs) {
			if strings.HasPrefix(f.Message.Code, "lint.page") {
				t.Errorf("%s: %v", keys, f)
			}
		}
	}
}
