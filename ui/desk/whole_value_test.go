package desk

import (
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// The whole value of the item in the focus is shown by i, with its problems and who
// entered it when; of a secret only that it is set.
func TestIShowsTheWholeValue(t *testing.T) {
	long := strings.Repeat("Aurora of the long northern voyage, ", 8) + "the last word"
	r := begun(t)
	r.focus("ship")
	r.paste(long).keys("enter")
	if line := r.screen(); strings.Contains(line, "the last word") || !strings.Contains(line, "i whole value") {
		t.Errorf("the page does not say that the value is cut\n%s", line)
	}
	r.focus("ship")
	r.keys("esc", "i").shows("the last word", "Entered today 10:00 by Ann", "─ Ship ─").keys("i")
	if r.m.over != nil {
		t.Error("i does not close it")
	}
	r.focus("berth_mail")
	r.keys("esc", "i").shows("There is no value here.")
	r.keys("enter", "'a.very.long.address@example.org'", "enter")
	r.focus("berth_mail")
	r.keys("esc", "i").shows("a.very.long.address@example.org", "! That is a long address.")
}

// In text the letter is text; on what has no value it says so.
func TestIIsALetterInText(t *testing.T) {
	r := begun(t)
	r.focus("ship")
	r.keys("i")
	if r.m.over != nil {
		t.Errorf("over a text field lies %T", r.m.over)
	}
	r.shows("│ Ship          i")
	r.focus("signed")
	r.keys("i").shows("There is no value here.")
}

// Of a secret nothing but that it is set, and its fingerprint; in the shared view
// not even that.
func TestIShowsNoSecret(t *testing.T) {
	r := begun(t)
	r.keptSecret()
	r.keys("esc", "i")
	print := r.m.page.Item().Fingerprint
	r.shows(r.m.t.Field.SecretSet, print).hides("hunter2", "c copy")
	r.said = nil
	if r.keys("c"); len(r.said) > 0 {
		t.Errorf("copied %v", r.said)
	}
	r.keys("esc", "f3", "i").hides(print, "hunter2")
}

// A cell is shown in full too, and a code in groups; what is no code is not grouped.
func TestIShowsACell(t *testing.T) {
	r := begun(t)
	r.crew()
	if _, err := r.m.page.s.Do(true, run.SetCell{At: flows.At("crew.people").In("r1", "badge"), Value: "4711081512345678"}); err != nil {
		t.Fatal(err)
	}
	r.refresh()
	r.focus("people")
	r.keys("esc", "i").shows("4711081512345678", "In groups: 4711 0815 1234 5678", "Entered")
	r.keys("esc")
	r.focus("form")
	r.goTo("papers")
	r.focus("form")
	r.keys("i").shows("HARBOUR-17").hides("In groups")
}
