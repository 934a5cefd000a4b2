package check

import (
	"encoding/base64"
	"encoding/hex"
	"net/url"
	"strings"
	"testing"
)

// TestARepeatedSecretIsHidden gives back a secret as servers may.
func TestARepeatedSecretIsHidden(t *testing.T) {
	const secret = `Ze8ra+/=&%<q"7>ä-Wombat`
	basic := base64.StdEncoding.EncodeToString([]byte(url.QueryEscape("muster-01") + ":" + url.QueryEscape(secret)))
	for name, said := range map[string]string{
		"clear": secret, "in capitals": "ZE8RA+/=&%<Q\"7>ä-WOMBAT", "zero-width": "Ze8ra\u200b+/=&%<q\"7>ä-Wombat", "query": url.QueryEscape(secret),
		"small query": lower(url.QueryEscape(secret)), "path": url.PathEscape(secret), "hex": hex.EncodeToString([]byte(secret)), "page": "Ze8ra+/=&amp;%&lt;q&#34;7&gt;ä-Wombat",
		"base64": base64.StdEncoding.EncodeToString([]byte(secret)), "Basic": "Basic " + basic, "URL base64": base64.RawURLEncoding.EncodeToString([]byte("xy" + secret)),
		"twice": secret + secret,
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
