package storetest

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"
	"testing"
)

func TestLeaksFindsEveryForm(t *testing.T) {
	const secret = `Ze8ra+/=&%<q"7>Wombat-hunter22`
	l := NewLeaks("another-secret-of-some-length", secret)
	turned := []byte(secret)
	for i, j := 0, len(turned)-1; i < j; i, j = i+1, j-1 {
		turned[i], turned[j] = turned[j], turned[i]
	}
	for name, text := range map[string]string{
		"in clear": secret, "a half": secret[len(secret)/2:], "halves the wrong way round": secret[15:] + secret[:15], "turned": string(turned),
		"query": url.QueryEscape(secret), "hex": hex.EncodeToString([]byte(secret)), "HEX": fmt.Sprintf("%X", secret), "bytes": fmt.Sprint([]byte(secret)),
		"base64 0": base64.StdEncoding.EncodeToString([]byte(secret)), "Basic": base64.StdEncoding.EncodeToString([]byte("muster-01:" + secret)),
		"base64 2": base64.URLEncoding.EncodeToString([]byte("ab" + secret + "cd")), "base64 1": base64.RawStdEncoding.EncodeToString([]byte("a" + secret + "c")),
		"UTF-16": "Z\x00e\x008\x00r\x00a\x00+\x00/\x00=\x00&\x00%\x00<\x00q\x00\"\x007\x00>\x00", "UTF-16BE": "\x00W\x00o\x00m\x00b\x00a\x00t\x00-\x00h\x00u\x00n\x00t\x00e\x00r\x002\x002",
		"JSON": `Ze8ra+/=\u0026%\u003cq\"7\u003eWombat-hunter22`,
	} {
		if l.In([]byte("before "+text+" behind")) == "" {
			t.Errorf("it is not found: %s", name)
		}
	}
	if is := l.In([]byte(strings.Repeat("muster-01 another secret Wombat hunter ", 20))); is != "" {
		t.Errorf("it finds %s where nothing is", is)
	}
}

func TestPieces(t *testing.T) {
	const secret = "CANARY-7f3a9c-hunter22"
	l := NewPieces(12, secret)
	for at := 0; at+12 <= len(secret); at++ {
		piece := secret[at : at+12]
		for _, text := range []string{piece, hex.EncodeToString([]byte(piece)), base64.StdEncoding.EncodeToString([]byte("x" + piece + "y"))} {
			if l.In([]byte("before "+text+" behind")) == "" {
				t.Errorf("a piece is not found: %s", text)
			}
		}
	}
	if is := l.In([]byte("CANARY-7f3a " + "9c-hunter22 ANARY-7f3a9")); is != "" {
		t.Errorf("of less than a piece it finds %s", is)
	}
}
