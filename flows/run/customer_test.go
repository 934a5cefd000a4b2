package run_test

import (
	"testing"

	"lotse/flows/run"
)

func TestACustomersNameIsPlain(t *testing.T) {
	for typed, want := range map[string]string{
		"Muster GmbH":                             "Muster GmbH",
		"  Müller\u00a0&\tSöhne ":                 "Müller & Söhne",
		"Ev\x1b]52;c;aGk=\x07il\u202e GmbH":       "Evil GmbH",
		"Zero\u200bWidth \x1b[31mred\x1b[0m\r\nx": "ZeroWidth red x",
		" \u200b ": "",
	} {
		if got := run.CustomerName(typed); got != want {
			t.Errorf("%q is kept as %q, want %q", typed, got, want)
		}
	}
}
