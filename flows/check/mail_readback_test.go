package check

import (
	"strings"
	"testing"

	"lotse/flows"
	"lotse/flows/run"
)

// TestMailReadback types the code of a test mail as people do, and others.
func TestMailReadback(t *testing.T) {
	const address = "info@example.org"
	code := run.ReadbackCode("7f3abc0001", 2, address)
	other := []byte(code)
	other[2] = map[bool]byte{true: 'W', false: 'K'}[code[2] == 'K']
	for _, c := range []struct {
		name, typed, finding, words string
	}{
		{"as it stands", code, "", "Somebody reads info@example.org"},
		{"lower-case letters and blanks", " " + strings.ToLower(code[:3]) + " " + strings.ToLower(code[4:]) + " ", "", ""},
		{"a dash", code[:3] + "–" + code[4:], "", ""},
		{"letter by letter", strings.Join(strings.Split(code, ""), " "), "", ""},
		{"another character", string(other), "code_differs", "its character 3, " + string(other[2]) + ", is not the one"},
		{"a capital o", "O" + code[1:], "code_differs", "its character 1 is O (capital o)"},
		{"a zero", code[:6] + "0", "code_differs", "its character 6 is 0 (zero)"},
		{"too short", code[:5], "code_differs", "it has 4 characters, the one in the test mail has 6"},
		{"longer", code + "2", "code_differs", "it has 7 characters"},
		{"the round before", run.ReadbackCode("7f3abc0001", 1, address), "code_differs", ""},
		{"another address", run.ReadbackCode("7f3abc0001", 2, "it@example.org"), "code_differs", ""},
		{"none", "-", "not_sent", "send the test mail to info@example.org"},
		{"blanks", " - ", "not_sent", ""},
	} {
		want := map[string]string{"": Passed, "code_differs": Failed, "not_sent": Unknown}[c.finding]
		got := ran(t, Request{Check: "mail.readback", Run: "7f3abc0001", Round: 2, Inputs: given("address="+address, "code="+c.typed)})
		if got.Status != want || got.Finding != c.finding || !strings.Contains(english(got.Message), c.words) {
			t.Errorf("%s: %s %q %q", c.name, got.Status, got.Finding, english(got.Message))
		}
		if want == Failed && (len(got.Causes) != 2 || got.Causes[0].Item != flows.At("step.b") || got.Causes[1].Item != flows.At("step.a")) {
			t.Errorf("%s: causes %+v", c.name, got.Causes)
		}
		if want == Failed && strings.Contains(english(got.Message), code) {
			t.Errorf("%s: it tells the code", c.name)
		}
	}
	if got := ran(t, Request{Check: "mail.readback", Inputs: given("address="+address, "code="+code)}); got.Status != Unknown || got.Finding != "not_sent" {
		t.Errorf("outside a run: %+v", got)
	}
}
