package flows

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// No document within the limit may hold the program up: the bound is
// fifty times what the worst of these takes.
func TestBombs(t *testing.T) {
	repeat := func(unit string) string { return strings.Repeat(unit, (MaxProcedure-2000)/len(unit)) }
	number := func(begin, format string) string {
		var b strings.Builder
		b.WriteString(begin)
		for i := 1; b.Len() < MaxProcedure-5000 && i < form.Parts; i++ {
			b.WriteString(strings.ReplaceAll(format, "#", fmt.Sprint(i)))
		}
		return b.String()
	}
	for name, doc := range map[string]string{
		"keys":        number("", "k#: v\n"),
		"faults":      number(head, "      - {text: x, k#: v}\n"),
		"brackets":    "a: " + repeat("["),
		"flow list":   "a: [" + repeat("a, ") + "]",
		"flow keys":   "a: {" + repeat("b, ") + "}",
		"nested":      repeat("? "),
		"documents":   repeat("---\na\n"),
		"steps":       number("procedure: p\nversion: 1\ntitle: x\nsteps:\n", "  - {id: s#, title: x, needs: [s1], items: [{end: e, outcome: o, reason: r}]}\n"),
		"unknown":     number(head, "      - {field: f#, type: text, when: g# == \"x\" && g#x == f# && \"x\" == g#y}\n"),
		"expressions": number(head+"      - {field: f, type: number}\n", "      - {text: x, when: '"+strings.Repeat("f > 1 && ", 400)+"f < 2'}\n"),
	} {
		start := time.Now()
		faults := Lint(files("p.yaml", doc), "p", Specs{})
		if len(faults) == 0 {
			t.Errorf("%s: no faults", name)
		}
		if d := time.Since(start); d > 40*time.Second {
			t.Errorf("%s: it takes %v", name, d)
		} else {
			t.Logf("%s: %v, %d faults, first %v", name, d, len(faults), faults[0])
		}
	}
}
