package outside_test

import (
	"net/url"
	"strings"
	"testing"

	"lotse/ui/outside"
)

// A proxy that cannot be read is no reason to go without one, and says nothing of
// the password in it.
func TestProxyThatCannotBeRead(t *testing.T) {
	for value, want := range map[string]string{
		"":                                    "",
		"proxy.example":                       "proxy.example",
		"proxy.example:8080":                  "proxy.example:8080",
		"http://user:hush@proxy.example:8080": "proxy.example:8080",
		"socks5://proxy.example":              "proxy.example",
		"http://us%er:hush@proxy.example":     "error",
		"http://":                             "error",
		"http://:hush@:8080":                  "error",
		"hush hush":                           "error",
		":8080":                               "error",
	} {
		for _, key := range []string{"HTTPS_PROXY", "https_proxy", "HTTP_PROXY"} {
			proxy := outside.Proxy(func(k string) string { return map[string]string{key: value}[k] })
			at, err := proxy(&url.URL{Scheme: map[bool]string{true: "http", false: "https"}[key == "HTTP_PROXY"], Host: "portal.example"})
			got := ""
			switch {
			case err != nil:
				got = "error"
				if strings.Contains(err.Error(), "hush") {
					t.Errorf("%s=%s: %v", key, value, err)
				}
			case at != nil:
				got = at.Host
			}
			if got != want {
				t.Errorf("%s=%s: %q, want %q", key, value, got, want)
			}
		}
	}
}
