package flows

import (
	"strings"
	"testing"

	"lotse/flows/words"
)

// FuzzDocument holds that every document is read, and every fault has its place
// and a sentence.
func FuzzDocument(f *testing.F) {
	for _, seed := range []string{
		"a: {b: [1, 'two']}\n", `{"a": {"b": [1, null, "\ud83d\ude00"]}}`, "a:\n  - b: |\n      x\n    c: >-\n     y\n", "? a\n: b\n- c",
		"a: \"b\n c\\\n d\"\n", "a: {{ x }} b\n- c\n\td: e", "-a: b\n  c: d", "a: [b, {c: d}\ne: 'f", "%a\n--- #\na: b\n...\nc", "a: b #c\nd: |+\n e\n\n",
		"a:\n- b\n - c\n  -d:\n", "{a: b: c, [d]: e, f g, : h}", "\ufeffa:\u00a0b\r\n\tc:\r d", "- - - a\n     b: c\n   - d", strings.Repeat("[", 30), strings.Repeat("a\n", 300),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, doc string) {
		_, faults, traps := ReadDocument("p.yaml", []byte(doc), form)
		lines := strings.Count(strings.ReplaceAll(strings.ReplaceAll(doc, "\r\n", "\n"), "\r", "\n"), "\n") + 1
		for _, fault := range append(faults, traps...) {
			said := words.Say("en", fault.Message)
			if !words.Has(fault.Message.Code) || said != CleanLine(said) || fault.Line < 1 || fault.Line > lines || fault.Column < 1 {
				t.Errorf("%q: %v: %s", doc, fault, said)
			}
		}
	})
}
