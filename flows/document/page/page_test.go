package page_test

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"testing"

	"lotse/flows/document/page"
)

func TestHead(t *testing.T) {
	sum := sha256.Sum256([]byte("p {}"))
	head := page.Head("fi", "</title><script>", "p {}")
	for _, want := range []string{`<html lang="fi">`, "<title>&lt;/title&gt;&lt;script&gt;</title>", "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'", "<style>p {}</style>"} {
		if !strings.Contains(head, want) {
			t.Errorf("the head lacks %q:\n%s", want, head)
		}
	}
	for lang, want := range map[string]string{"": "en", "de": "de", "sv": "en", `"><script>`: "en"} {
		if got := page.Language(lang); got != want {
			t.Errorf("the language of %q is %q", lang, got)
		}
	}
}

func TestIsolated(t *testing.T) {
	for in, want := range map[string]string{
		"a & b": "a &amp; b", `"'`: "&#34;&#39;", "Käyttäjä 東京 😀": "Käyttäjä 東京 😀", "": "",
		"שלום": "<bdi>שלום</bdi>", "a مرحبا <": "<bdi>a مرحبا &lt;</bdi>", "𐤀": "<bdi>𐤀</bdi>",
	} {
		if got := page.Isolated(in); got != want {
			t.Errorf("%q is written %q, want %q", in, got, want)
		}
	}
}
