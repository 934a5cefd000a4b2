package run_test

import (
	"regexp"
	"testing"

	"lotse/flows/run"
)

func TestReadbackCodeIsItsRunsRoundsAndAddressesOwn(t *testing.T) {
	is := run.ReadbackCode("7f3abc0001", 1, "info@example.org")
	if !regexp.MustCompile(`^[2-9C-Y]{3}-[2-9C-Y]{3}$`).MatchString(is) || regexp.MustCompile(`[AEIOULSBZGN0158]`).MatchString(is) {
		t.Errorf("the code is %q", is)
	}
	if again := run.ReadbackCode("7f3abc0001", 1, "info@example.org"); again != is {
		t.Errorf("asked again it is %q, not %q", again, is)
	}
	for what, other := range map[string]string{
		"another run":     run.ReadbackCode("7f3abc0002", 1, "info@example.org"),
		"another round":   run.ReadbackCode("7f3abc0001", 2, "info@example.org"),
		"another address": run.ReadbackCode("7f3abc0001", 1, "it@example.org"),
		"shifted":         run.ReadbackCode("7f3abc000", 1, "1info@example.org"),
	} {
		if other == is {
			t.Errorf("%s has the same code", what)
		}
	}
	if none := run.ReadbackCode("", 1, "a@example.org") + run.ReadbackCode("7f3", 1, ""); none != "" {
		t.Errorf("without a run, or an address, there is a code %q", none)
	}
}

// Every character of the alphabet can stand anywhere, and nothing else.
func TestReadbackCodeUsesItsWholeAlphabet(t *testing.T) {
	seen := map[rune]bool{}
	for i := range 400 {
		for _, c := range run.ReadbackCode("r", i, "a@example.org") {
			if c != '-' && !run.InReadbackCode(c) {
				t.Fatalf("%q stands in a code", c)
			}
			seen[c] = true
		}
	}
	if len(seen) != 18 || run.InReadbackCode('O') || run.InReadbackCode('0') {
		t.Errorf("%d different characters", len(seen))
	}
}
