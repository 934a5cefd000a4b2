package flows_test

import (
	"testing"

	"lotse/flows"
)

// TestWhatNobodySeesInASecret finds the first such character, and none where all
// can be seen.
func TestWhatNobodySeesInASecret(t *testing.T) {
	for secret, want := range map[string]struct {
		n     int
		point string
	}{
		"\ufeffab": {1, "U+FEFF"}, "a\u200bb": {2, "U+200B"}, "ä\u00a0b": {2, "U+00A0"}, "\nab": {1, "U+000A"}, "ab\r": {3, "U+000D"}, "ab ": {3, "U+0020"}, " ab": {1, "U+0020"},
		"a\u00adb": {2, "U+00AD"}, "a\u202eb": {2, "U+202E"}, "a\tb": {2, "U+0009"}, "a\u3000b": {2, "U+3000"}, "a\x00b": {2, "U+0000"}, "a \u2028": {3, "U+2028"},
		"": {}, "ab": {}, "a b": {}, "a  b": {}, "äöü€😀": {}, "e\u0301": {}, "\xff\xfe\x00": {}, "\ufffd": {},
	} {
		n, c, ok := flows.Unseen(secret)
		if n != want.n && ok || ok != (want.n > 0) || ok && flows.CodePoint(c) != want.point {
			t.Errorf("%q: %d %U %v, want %v", secret, n, c, ok, want)
		}
		p, found := flows.UnseenProblem(secret)
		if found != ok || found && (p.Code != "secret_unseen" || p.Level != flows.Warn || p.Message.Args["point"] != want.point) {
			t.Errorf("%q: %+v", secret, p)
		}
	}
}

// TestASecretIsWhatIsMeant takes off what a stream or a page puts around a secret,
// and leaves what is in it.
func TestASecretIsWhatIsMeant(t *testing.T) {
	for text, want := range map[string]struct{ clean, said string }{
		"s3cr3t": {"s3cr3t", ""}, "\ufeffs3cr3t": {"s3cr3t", "normalised"}, "\r\n\ufeff s3cr3t\r\n": {"s3cr3t", "normalised"}, "s3cr3t\ufeff": {"s3cr3t\ufeff", "secret_unseen"},
		"\ufeff\ufeffs3cr3t": {"\ufeffs3cr3t", "joined.sentence"}, " s3\u200bcr3t": {"s3\u200bcr3t", "joined.sentence"}, "s3 cr3t": {"s3 cr3t", ""},
		"\ufeff": {"", "normalised"}, "": {"", ""}, "\u00a0s3cr3t": {"s3cr3t", "normalised"},
	} {
		if clean, said := flows.SecretOf(text); clean != want.clean || said.Code != want.said {
			t.Errorf("%q: %q %s, want %q %s", text, clean, said.Code, want.clean, want.said)
		}
	}
}
