package flows

import (
	"strings"
	"testing"
)

// What a default names stands before it, and is no secret; a column's names nothing.
func TestDefaultsThatNameAnswers(t *testing.T) {
	for _, c := range []struct{ items, words string }{
		{`      - {field: f, label: F, type: text, default: "{{ late }}"}` + "\n" + `      - {field: late, label: L, type: text}`, "comes later"},
		{`      - {field: s, label: S, type: secret}` + "\n" + `      - {field: f, label: F, type: text, default: "{{ s }}"}`, "secrets never go into a text"},
		{`      - {field: f, label: F, type: text, default: "{{ f }}"}`, "comes later"},
		{`      - {field: f, label: F, type: text, default: "{{ nobody }}"}`, "there is no such field"},
		{`      - {field: f, label: F, type: file, default: "{{ customer }}"}`, "has no default"},
		{`      - {list: l, label: L, columns: [{field: f, label: F, type: text, default: "{{ customer }}"}]}`, "names no answers"},
		{`      - {field: f, label: F, type: text, default: "{{ customer"}`, "A text has {{ without"},
	} {
		if faults := sentences(Faults(Lint(files("p.yaml", head+c.items+"\n"), "p", Specs{}))); !strings.Contains(faults, c.words) {
			t.Errorf("%s\nhas not %q in\n%s", c.items, c.words, faults)
		}
	}
	p := loads(t, files("p.yaml", head+`      - {field: f, label: F, type: date, default: "{{ customer }}"}`+"\n"))
	if again, err := Decode(p.Bytes()); err != nil || again.Digest != p.Digest || FormatOf(p.Bytes()) != fifthFormat {
		t.Errorf("as it is stored: %v", err)
	}
	if !p.Steps[0].NamesAnswers() || len(p.Texts()) != 4 {
		t.Errorf("texts: %+v", p.Texts())
	}
}
