package vault

import (
	"fmt"
	"strings"
	"testing"

	"lotse/flows/run"
	"lotse/storage/storetest"
)

const canary = "CANARY-s3cret-4711-of-the-vault"

// No error of the vault carries a value, whatever goes wrong.
func TestErrorsCarryNoValue(t *testing.T) {
	m := newMemory()
	v := quick(Options{Dir: t.TempDir(), Settings: m, Keychain: newChain()})
	s := mustSeal(t, v, run.Real, canary)
	moved, cut := s, s
	moved.Origin, cut.Blob = "https://evil.example.org:443", s.Blob[:len(s.Blob)-1]
	for _, bad := range []run.Sealed{moved, cut} {
		_, err := v.Open(t.Context(), run.Real, bad)
		if form := leaks(fmt.Sprintf("%v %+v %#v", err, err, err)); err == nil || form != "" {
			t.Errorf("%v: leaks %q", err, form)
		}
	}
	_, err := v.Seal(t.Context(), run.Real, "r", "f", "", secret(strings.Repeat(canary, 1000)))
	if form := leaks(fmt.Sprintf("%v %#v", err, err)); err == nil || form != "" {
		t.Errorf("%v: leaks %q", err, form)
	}
	for key, value := range m.values {
		if form := leaks(value); form != "" {
			t.Errorf("setting %s leaks %q", key, form)
		}
	}
}

// leaks is the form in which the canary stands in a text; "" where it does not.
func leaks(text string) string { return storetest.NewLeaks(canary).In([]byte(text)) }

// Nor does the vault itself, printed with what it has opened.
func TestPrintingTheVaultShowsNothing(t *testing.T) {
	v := quick(Options{Dir: t.TempDir(), Settings: newMemory(), Keychain: newChain()})
	s := mustSeal(t, v, run.Real, canary)
	mustOpen(t, v, run.Real, s, canary)
	for _, verb := range []string{"%v", "%+v", "%#v"} {
		if form := leaks(fmt.Sprintf(verb, v) + fmt.Sprintf(verb, s)); form != "" {
			t.Errorf("%s shows the secret (%s)", verb, form)
		}
	}
	if leaks("x"+canary) == "" {
		t.Error("the search is blind")
	}
}
