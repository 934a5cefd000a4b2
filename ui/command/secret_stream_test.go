package command

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"lotse/flows"
)

// TestASecretOfAStream reads secrets as editors and shells write them: the mark of
// a stream and the end of the line are not the secret's; what in it nobody sees
// is, and is said.
func TestASecretOfAStream(t *testing.T) {
	of := func(path string) string {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(raw)
	}
	long := strings.Repeat("x", flows.MaxSecret)
	for name, c := range map[string]struct{ raw, secret, said string }{
		"plain":                  {"s3cr3t\n", "s3cr3t", ""},
		"the case":               {of("testdata/cases/secret_bom.txt"), "s3cr3tValue", ""},
		"the case in UTF-16":     {of("testdata/cases/secret_utf16.txt"), "s3cr3tValue", ""},
		"UTF-16, big":            {"\xfe\xff\x00s\x003\x00\r\x00\n", "s3", ""},
		"UTF-8 without an end":   {"\ufeffs3cr3t", "s3cr3t", ""},
		"no mark, other signs":   {"äöü€\r\n", "äöü€", ""},
		"bytes that are no text": {"\xfcber\n", "\xfcber", ""},
		"as long as can be":      {"\ufeff" + long + "\r\n", long, ""},
		"a mark twice":           {"\ufeff\ufeffs3cr3t\n", "\ufeffs3cr3t", "position 1 (U+FEFF)"},
		"a zero-width space":     {"s3\u200bcr3t\n", "s3\u200bcr3t", "position 3 (U+200B)"},
		"a no-break space":       {"s3cr3t\u00a0\n", "s3cr3t\u00a0", "position 7 (U+00A0)"},
		"a line break before it": {"\ns3cr3t\n", "\ns3cr3t", "position 1 (U+000A)"},
		"a line break behind it": {"s3cr3t\n\n", "s3cr3t\n", "position 7 (U+000A)"},
		"a blank at its end":     {"s3cr3t \n", "s3cr3t ", "position 7 (U+0020)"},
		"a blank inside":         {"s3 cr3t\n", "s3 cr3t", ""},
	} {
		var said bytes.Buffer
		call := newCall(Program{Err: &said, Getenv: func(string) string { return "" }})
		got, err := call.secretFrom(context.Background(), strings.NewReader(c.raw), "the secret")
		if err != nil || string(got.Reveal()) != c.secret {
			t.Errorf("%s: %v, %v", name, got, err)
		}
		if tells := strings.Contains(said.String(), "invisible character stays"); tells != (c.said != "") || !strings.Contains(said.String(), c.said) {
			t.Errorf("%s: said %q", name, said.String())
		}
		if strings.Contains(said.String(), "s3") {
			t.Errorf("%s: the secret is told: %q", name, said.String())
		}
	}
	for _, raw := range []string{"", "\n", "\ufeff", "\xff\xfe\r\x00\n\x00", "\ufeff" + long + "xyz"} {
		call := newCall(Program{Err: &bytes.Buffer{}})
		if got, err := call.secretFrom(context.Background(), strings.NewReader(raw), "the secret"); err == nil {
			t.Errorf("%.20q: %v", raw, got)
		}
	}
}

// TestAnAnswersFileOfAStream reads answers with a mark, in UTF-8 and UTF-16.
func TestAnAnswersFileOfAStream(t *testing.T) {
	for _, raw := range []string{"{\"a\":{\"b\":\"c\"}}", "\ufeff{\"a\":{\"b\":\"c\"}}", "\ufeffa:\n  b: c\n", "\xff\xfea\x00:\x00 \x00{\x00}\x00"} {
		call := newCall(Program{In: strings.NewReader(raw)})
		a, err := call.openAnswers(context.Background(), "-")
		if err != nil || len(a.root.Pairs) != 1 || a.root.Pairs[0].Key.Text != "a" {
			t.Errorf("%q: %+v, %v", raw, a, err)
		}
	}
}
