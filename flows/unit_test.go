package flows

import (
	"strings"
	"testing"
)

func TestOnlyANumberHasAUnit(t *testing.T) {
	doc := head + "      - {field: f, label: F, type: %T, unit: days}\n"
	text := strings.Replace(doc, "%T", "text", 1)
	if faults := sentences(Faults(Lint(files("p.yaml", text), "p", Specs{}))); !strings.Contains(faults, "Only a number has a unit.") {
		t.Errorf("a text with a unit has %s", faults)
	}
	p := loads(t, files("p.yaml", strings.Replace(doc, "%T", "number", 1)))
	if f := p.Steps[0].Items[0].Field; f.Show(2.0) != "2 days" || inEnglish(f.Form()) != "a number (days)" || FormatOf(p.Bytes()) != fifthFormat {
		t.Errorf("it is shown as %q, asked for as %q", f.Show(2.0), inEnglish(f.Form()))
	}
	for typed, want := range map[string]Value{"2 days": 2.0, "2Days": 2.0, "days": nil, "2 hours": nil, "1 000,5 days": 1000.5} {
		v, problems := p.Steps[0].Items[0].Read(typed, saturday)
		if len(problems) == 0 != (want != nil) || want != nil && v != want {
			t.Errorf("%q is read as %v with %v", typed, v, problems)
		}
	}
}
