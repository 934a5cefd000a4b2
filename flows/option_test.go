package flows

import (
	"strings"
	"testing"
)

const beforeOption = head + "      - {field: a, label: A, type: choice, options: [x, y]}\n"

func optional(when string) string {
	return beforeOption + "      - {field: b, label: B, type: choice, options: {p: P, q: {label: Q, when: '" + when + "'}}}\n"
}

// The condition of an option is proved as any other: what it reads stands before,
// and it can be both.
func TestConditionsOfOptions(t *testing.T) {
	for _, c := range []struct{ doc, words string }{
		{optional(`b == "p"`), "b comes later"},
		{optional(`c == "p"`), "There is no field c"},
		{optional(`1 == 2`), "always false"},
		{beforeOption + "      - {field: b, label: B, type: choice, options: {q: {label: Q, wen: 'true'}}}\n", "There is no key wen in an option"},
		{beforeOption + "      - {field: b, label: B, type: choice, options: {q: {when: 'a == \"x\"'}}}\n", "The key label is missing"},
		{beforeOption + "      - {list: l, label: L, columns: [{field: b, label: B, type: choice, options: {q: {label: Q, when: 'a == \"x\"'}}}]}\n", "An option of a column is always offered"},
	} {
		if faults := sentences(Faults(Lint(files("p.yaml", c.doc), "p", Specs{}))); !strings.Contains(faults, c.words) {
			t.Errorf("%s\nhas not %q in\n%s", c.doc, c.words, faults)
		}
	}
	p := loads(t, files("p.yaml", optional(`a == "x"`)))
	if faults := Lint(files("p.yaml", optional(`a == "x"`)), "p", Specs{}); len(faults) > 0 {
		t.Errorf("a good one has %s", sentences(Faults(faults)))
	}
	readers := p.Readers(Ref{RefField, "a"})
	if len(readers) != 1 || readers[0].Item != "b" || readers[0].Use != UseOffer {
		t.Errorf("a is read by %+v", readers)
	}
	if again, err := Decode(p.Bytes()); err != nil || again.Digest != p.Digest || FormatOf(p.Bytes()) != fifthFormat {
		t.Errorf("as it is stored: %v", err)
	}
	if plain := loads(t, files("p.yaml", beforeOption)); FormatOf(plain.Bytes()) != firstFormat || plain.Steps[0].Items[0].Field.Conditional() {
		t.Error("an option without a condition needs a newer program")
	}
}
